# shellcheck shell=bash
# Shared by the shell pieces of the set-up: plain failures, a cache that never holds half-finished things, quiet logs.
# Sourced, never run. Needs bash 5 and coreutils only.

set -euo pipefail

APLUS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
APLUS_CACHE=${APLUS_CACHE_DIR:-$APLUS_ROOT/.cache}
APLUS_LOGS=$APLUS_ROOT/build/log

# die SENTENCE: every failure ends in one plain sentence that says what went wrong and how to mend it.
die() {
  printf '\nplayground: %s\n' "$1" >&2
  exit 1
}

# stamp FILE…: one checksum over what a cached result was made from, so that a change makes it again.
stamp() { sha256sum "$@" | cut -d' ' -f1 | sha256sum | cut -c1-16; }

# with_lock NAME COMMAND…: two worktrees may share one cache; the second waits for the first and finds its result.
with_lock() {
  local lock=$APLUS_CACHE/lock/$1
  shift
  mkdir -p "${lock%/*}"
  (
    exec {fd}>"$lock"
    flock "$fd"
    "$@"
  )
}

# seal DIR: writes the checksums of every file below DIR into DIR/SHA256SUMS. sealed DIR: is DIR still exactly that?
seal() { (cd "$1" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum) >"$1.sums" && mv "$1.sums" "$1/SHA256SUMS"; }
sealed() { [[ -f $1/SHA256SUMS ]] && (cd "$1" && sha256sum --check --status SHA256SUMS 2>/dev/null); }

# step TITLE COMMAND…: shows the title and the elapsed time, keeps the chatter in build/log, prints its tail on failure.
# APLUS_QUIET shows nothing unless it fails. APLUS_STEPS collects what was done, for the benchmarks.
APLUS_STEPS=
step() {
  local title=$1 name log start=$SECONDS ticker='' sentence
  shift
  name=$(tr -cs 'a-z0-9\n' - <<<"${title,,}")
  log=$APLUS_LOGS/${name%-}.log
  mkdir -p "$APLUS_LOGS"
  if [[ -z ${APLUS_QUIET:-} ]]; then
    printf '  %-52s' "$title" >&2
    [[ ! -t 2 ]] || { while sleep 1; do printf '\r  %-52s %5d s' "$title" $((SECONDS - start)) >&2; done & ticker=$!; }
  fi
  if "$@" >"$log" 2>&1 </dev/null; then
    [[ -z $ticker ]] || kill "$ticker"
    [[ -n ${APLUS_QUIET:-} ]] || printf '%s%5d s\n' "$([[ ! -t 2 ]] || printf '\r  %-52s ' "$title")" $((SECONDS - start)) >&2
    APLUS_STEPS+="${APLUS_STEPS:+,}{\"step\":\"$title\",\"seconds\":$((SECONDS - start))}"
  else
    [[ -z $ticker ]] || kill "$ticker"
    printf ' failed after %d s\n\n' $((SECONDS - start)) >&2
    # A piece of ours has already said it in a sentence; otherwise the end of the log has to speak.
    sentence=$(sed -n 's/^playground: //p' "$log" | tail -n 1)
    [[ -z $sentence ]] || die "$sentence"
    tail -n 40 "$log" | cut -c1-400 >&2
    die "\"$title\" failed; the lines above are the end of ${log#"$APLUS_ROOT"/}. Mend what they name and run the same command again."
  fi
}
