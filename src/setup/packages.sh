# shellcheck shell=bash
# What has to be installed: Debian packages (by apt) and npm packages (by npm ci). Sourced by ./playground.

# Each group is what one kind of work needs beyond the first.
declare -A PACKAGES=(
  [native]="build-essential cmake ninja-build perl dpkg-dev debian-archive-keyring ca-certificates libssl-dev
    nlohmann-json3-dev libexpected-dev libfmt-dev libhowardhinnant-date-dev libcli11-dev
    fonttools fonts-inter fonts-jetbrains-mono fonts-droid-fallback"
  [wasm]="emscripten"
  [node]="nodejs npm"
  [gtest]="googletest"
  [fuzz]="clang-14 libclang-rt-14-dev"
  [browser]="chromium fonts-liberation firefox-esr xvfb libgl1-mesa-dri libegl1"
)
# A tool that is in PATH from elsewhere (an emsdk, another Node) serves as well as its package.
declare -A STANDS_FOR=([emscripten]=emcc [nodejs]=node [npm]=npm [chromium]=chromium [cmake]=cmake [ninja-build]=ninja)

missing_packages() {
  local group package status
  for group in "$@"; do
    for package in ${PACKAGES[$group]}; do
      [[ -z ${STANDS_FOR[$package]:-} ]] || ! command -v "${STANDS_FOR[$package]}" >/dev/null || continue
      status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || true
      [[ $status == installed ]] || printf '%s\n' "$package"
    done
  done | sort -u | tr '\n' ' '
}

apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -qq)
  [[ $(id -u) == 0 ]] || apt=(sudo "${apt[@]}")
  "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"
}

may_install() {
  [[ $(id -u) == 0 ]] && return 0
  command -v sudo >/dev/null || return 1
  sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }
}

# install_packages GROUP…: on systems without dpkg the libraries are the user's own to bring; CMake names what it misses.
install_packages() {
  local missing
  command -v dpkg-query >/dev/null || return 0
  missing=$(missing_packages "$@")
  [[ -n $missing ]] || return 0
  if ! may_install; then
    die "some Debian packages are missing and this user may not install them; let an administrator run: apt-get install ${missing% }"
  fi
  # shellcheck disable=SC2086 # a list of names
  step "Installing Debian packages" apt_install $missing
}

# npm ci is run again only when the lock file changed.
install_npm() {
  local stamp_file=$APLUS_ROOT/node_modules/.aplus-stamp now
  node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
    die "Node $(node --version) is too old; install Node 18 or later, for example Debian's package nodejs."
  now=$(stamp "$APLUS_ROOT/package-lock.json")
  [[ $(cat "$stamp_file" 2>/dev/null) == "$now" ]] && return 0
  step "Installing npm packages" npm --prefix "$APLUS_ROOT" ci --no-progress
  printf '%s' "$now" >"$stamp_file"
}
