# shellcheck shell=bash
# From sources to programs and to the site. Sourced by ./playground.

# emcc 3.1.6 looks for acorn where Debian keeps it; harmless elsewhere.
export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}

# configure PRESET TITLE: only when the presets, the compiler or the cached sources changed; ninja sees to the rest.
configure() {
  local preset=$1 dir=$APLUS_ROOT/build/$1 now compiler=c++
  [[ $preset != wasm* ]] || compiler=emcc
  [[ $preset != fuzz ]] || compiler=clang++-14
  now=$(stamp "$APLUS_ROOT/CMakePresets.json")-$("$compiler" --version | sed -n 1p)
  [[ -f $dir/build.ninja && $(cat "$dir/.aplus-stamp" 2>/dev/null) == "$now" ]] &&
    xargs -d '\n' ls -d <"$dir/third_party/folders.txt" >/dev/null 2>&1 && return 0
  step "Fetching third-party sources" fetch_sources
  [[ $preset != wasm* ]] || step "OpenSSL for wasm (two minutes the first time)" "$APLUS_ROOT/src/setup/openssl.sh"
  rm -f "$dir/CMakeCache.txt"
  step "Configuring $2" in_root cmake --preset "$preset"
  printf '%s' "$now" >"$dir/.aplus-stamp"
}

in_root() { (cd "$APLUS_ROOT" && "$@"); }

fetch_sources() {
  local package
  for package in imgui qr-code-generator zint; do "$APLUS_ROOT/src/setup/sources.sh" "$package" || return; done
}

build() { step "Building $2" in_root cmake --build --preset "$1" "${@:3}"; }

# Two calls at a time must not build in one folder; the second waits.
exclusively() {
  mkdir -p "$APLUS_ROOT/build"
  exec {APLUS_BUILD_LOCK}>"$APLUS_ROOT/build/.lock"
  flock "$APLUS_BUILD_LOCK"
}
done_building() { exec {APLUS_BUILD_LOCK}>&-; }

# build_native PRESET [TARGET]
build_native() {
  install_packages native
  exclusively
  configure "$1" "the native build ($1)"
  build "$1" "${2:-the native build ($1)}" ${2:+--target "$2"}
  done_building
}

build_site() {
  local start=$SECONDS cold=
  [[ -d $APLUS_ROOT/build/site ]] || cold=1
  install_packages native wasm node
  install_npm
  exclusively
  configure wasm "the page"
  build wasm "the page"
  step "Assembling the site" node "$APLUS_ROOT/src/setup/site.mjs"
  done_building
  [[ -n ${APLUS_QUIET:-} ]] || { printf '\n' && sed 's/^/  /' "$APLUS_LOGS/assembling-the-site.log"; } >&2
  # How long everything took when nothing was there, for ./playground bench.
  [[ -z $cold ]] || printf '{"coldSetUpAndBuildSeconds":%d,"steps":[%s]}\n' $((SECONDS - start)) "$APLUS_STEPS" >"$APLUS_ROOT/build/cold.json"
}
