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
step() {
  local title=$1 name log start
  shift
  name=$(tr -cs 'a-zA-Z0-9\n' - <<<"${title,,}")
  log=$APLUS_LOGS/${name%-}.log
  mkdir -p "$APLUS_LOGS"
  start=$SECONDS
  [[ -n ${APLUS_QUIET:-} ]] || printf '  %-58s' "$title" >&2
  if "$@" >"$log" 2>&1 </dev/null; then
    [[ -n ${APLUS_QUIET:-} ]] || printf '%4d s\n' $((SECONDS - start)) >&2
  else
    [[ -n ${APLUS_QUIET:-} ]] || printf 'FAILED after %d s\n' $((SECONDS - start)) >&2
    printf '\n' >&2
    tail -n 40 "$log" >&2
    die "\"$title\" failed; the lines above are the end of ${log#"$APLUS_ROOT"/}, mend what they name and run the same command again."
  fi
}
