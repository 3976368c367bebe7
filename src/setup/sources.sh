#!/usr/bin/env bash
# sources.sh PACKAGE: prints the folder of a third-party source tree, fetching and checking it when it is not cached yet.
# The machine's own apt configuration stays untouched: lists, sources and downloads live in the cache.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

package=${1:?usage: sources.sh PACKAGE}
read -r suite pinned oldest below parts < <(awk -v p="$package" '$1 == p { print $2, $3, $4, $5, $6 }' "${BASH_SOURCE[0]%.sh}.txt") ||
  die "src/setup/sources.txt has no line for $package; add one."

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
override="or give a checkout of your own by -DAPLUS_$(tr a-z- A-Z_ <<<"${package%%-*}")_SOURCE_DIR=FOLDER"

# The Debian mirrors that the machine's apt sources name (one-line and deb822 form alike), read through apt itself.
mirrors() {
  local codename
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get update --print-uris 2>/dev/null | sed -nE "s#^'([^']+)/dists/$codename/InRelease'.*#\1#p" | sort -u
}

# An apt of our own: only this suite's source index, and state in the cache.
apt_options() {
  local dir=$APLUS_CACHE/apt/$suite
  mkdir -p "$dir"/lists/partial "$dir"/cache/archives/partial "$dir"/sources.d
  printf '%s\n' -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$dir/sources.d" \
    -o Dir::State::Lists="$dir/lists" -o Dir::Cache="$dir/cache" -o APT::Sandbox::User=root \
    -o Acquire::Retries=3 -o Acquire::Languages=none
}

refresh_index() {
  local mirror
  for mirror in $(mirrors); do
    printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$APLUS_CACHE/apt/$suite/sources.d/mirror.list"
    apt-get "${apt[@]}" update -qq -o APT::Update::Error-Mode=any >&2 && return 0
  done
  die "the package index of Debian's $suite could not be fetched or verified; check the network and that the package debian-archive-keyring is current, $override."
}

# Versions to try: the pinned one, then the others of the suite, newest first, within what the project can use.
candidates() {
  printf '%s\n' "$pinned"
  apt-cache "${apt[@]}" showsrc --only-source "$package" 2>/dev/null | sed -n 's/^Version: //p' | sort -ruV |
    while read -r version; do
      dpkg --compare-versions "$version" ge "$oldest" && dpkg --compare-versions "$version" lt "$below" &&
        [[ $version != "$pinned" ]] && printf '%s\n' "$version"
    done || true
}

download() {
  local only=()
  [[ $parts == full ]] || only=(--tar-only)
  (cd "$1" && apt-get "${apt[@]}" source --download-only --only-source "${only[@]}" -qq "$package=$2" >&2)
}

unpack() {
  if [[ $parts == full ]]; then
    dpkg-source --no-check -x "$1"/*.dsc "$2" >&2
  else
    mkdir "$2" && tar -xf "$1"/*.orig.tar.* --strip-components=1 -C "$2"
  fi
}

fetch() {
  local version
  cached >/dev/null && return 0
  command -v dpkg-source >/dev/null || die "$package is needed as source and this system has no dpkg-source; install dpkg-dev, $override."
  mapfile -t apt < <(apt_options)
  refresh_index
  mkdir -p "$APLUS_CACHE/sources" "$APLUS_CACHE/tmp"
  work=$(mktemp -d "$APLUS_CACHE/tmp/$package.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  for version in $(candidates); do
    rm -rf "${work:?}"/*
    download "$work" "$version" || continue
    unpack "$work" "$work/tree" || die "the source package $package $version arrived broken; run the same command again to fetch it anew."
    [[ $version == "$pinned" ]] || printf 'note: %s %s is no longer in the archive; took %s.\n' "$package" "$pinned" "$version" >&2
    seal "$work/tree"
    # The rename comes last: what stands under sources/ is complete.
    mv "$work/tree" "$APLUS_CACHE/sources/$package-$version"
    return 0
  done
  die "no usable version of the source package $package (from $oldest, below $below) could be downloaded from Debian's $suite; check the network and try again, $override."
}

# A tree counts only while every file is as it was unpacked.
cached() {
  local dir
  for dir in "$APLUS_CACHE/sources/$package-$pinned" "$APLUS_CACHE/sources/$package-"[0-9]*; do
    [[ -d $dir ]] || continue
    sealed "$dir" && printf '%s\n' "$dir" && return 0
    printf 'note: %s changed since it was unpacked; fetching it again.\n' "$dir" >&2
    rm -rf "$dir"
  done
  return 1
}

work=
with_lock "source-$package" fetch
cached
