#!/usr/bin/env bash
# openssl.sh [SOURCE_DIR]: prints a folder with include/ and lib/libcrypto.a for wasm, building it when it is not cached.
# Only what the protocol needs: RSA, SHA-1/SHA-2/MD5 (old digests only to explain wrong signatures), PEM and DER.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

source_dir=${1:-}
command -v emcc >/dev/null || die "emcc is not in PATH; install Debian's emscripten package or activate an emsdk."
[[ -n $source_dir ]] || source_dir=$("$APLUS_ROOT/src/setup/sources.sh" openssl)
[[ -x $source_dir/Configure ]] || die "$source_dir holds no OpenSSL source (no Configure there); give the folder of a checkout."

options=(
  linux-generic32
  no-asm no-threads no-shared no-dso no-engine no-module no-tests no-apps no-docs no-sock no-ui-console no-stdio
  no-autoload-config no-autoalginit no-autoerrinit no-err no-pic no-async no-deprecated no-ssl no-tls no-dtls no-quic no-ech no-http no-legacy
  no-aria no-bf no-blake2 no-camellia no-cast no-chacha no-cmac no-cmp no-cms no-comp no-ct no-des no-dh no-dsa no-ec
  no-ec2m no-ecdh no-ecdsa no-ecx no-gost no-idea no-md4 no-mdc2 no-ml-dsa no-ml-kem no-slh-dsa no-multiblock
  no-nextprotoneg no-ocb no-ocsp no-padlockeng no-poly1305 no-psk no-rc2 no-rc4 no-rc5 no-rfc3779 no-rmd160 no-scrypt
  no-seed no-siphash no-siv no-sm2 no-sm3 no-sm4 no-srp no-srtp no-static-engine no-ts no-whirlpool no-argon2 no-lms
  --with-rand-seed=getrandom
)
# __wasi__ selects OpenSSL's own branch for wasm: seeds from getentropy() (crypto.getRandomValues in a browser, Node's
# crypto in Node), no syslog, no user ids. Nothing else in libcrypto looks at it.
flags=(-Os -D__wasi__ -fwasm-exceptions)

# The default provider names every algorithm there is, and what is named is linked. Of the rest only these are needed:
# the digests, RSA, and what the random generator is made of. Taking names out of its tables saves the page some 10 %.
algorithms='SHA1|SHA2_(224|256|384|512)|MD5|AES_256_(CTR|ECB)|CTR_DRBG|SEED_SRC|RSA\w*'
trim() {
  cp -as "$source_dir/." "$1"   # links; what is edited becomes a file of its own
  perl -0pi -e "s/(?:ALGC?\\(|\\{ )PROV_NAMES_(?!(?:$algorithms)\\b)\\w+,[^(){}]*(?:\\)|\\}),//g" "$1/providers/defltprov.c"
  perl -ni -e 'print unless /^(ENCODER_TEXT\(|STORE\()|msblob|pvk|EncryptedPrivateKeyInfo/ && !/^\s*#/' \
    "$1"/providers/{encoders,decoders,stores}.inc
}

version=$(sed -n 's/^\(MAJOR\|MINOR\|PATCH\)=//p' "$source_dir/VERSION.dat" | paste -sd.)
emcc_version=$(emcc --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | sed -n 1p)
recipe=$(printf '%s\n' "${options[@]}" "${flags[@]}" "$(declare -f trim)" "$algorithms" | cat - "$source_dir/VERSION.dat" | sha256sum | cut -c1-16)
out=$APLUS_CACHE/wasm/openssl-$version-emcc-$emcc_version-$recipe

build() {
  [[ ! -e $out ]] || sealed "$out" || rm -rf "$out"
  [[ ! -e $out ]] || return 0
  mkdir -p "$APLUS_CACHE/tmp" "$APLUS_CACHE/wasm"
  work=$(mktemp -d "$APLUS_CACHE/tmp/openssl.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/build" "$work/out" "$work/out/lib"
  trim "$work/source"
  (
    cd "$work/build" || exit
    # Options that this OpenSSL does not know are dropped, so that other 3.x releases work too.
    known=$(perl -ne 'print if /^my \@disablables = \(/ .. /^\s*\);/' "$source_dir/Configure")
    [[ -n $known ]] || die "the options of $source_dir could not be read; it is no OpenSSL 3 source, give another folder."
    for option in "${options[@]}"; do
      [[ $option != no-* ]] || grep -qF "\"${option#no-}\"" <<<"$known" || continue
      chosen+=("$option")
    done
    CC=emcc AR=emar RANLIB=emranlib "$work/source/Configure" "${chosen[@]}" "${flags[@]}"
    make -j"$(nproc)" build_generated
    make -j"$(nproc)" libcrypto.a
  ) >&2
  cp -r "$source_dir/include" "$work/out/include"
  cp -r "$work/build/include/." "$work/out/include/"
  cp "$work/build/libcrypto.a" "$work/out/lib/"
  seal "$work/out"
  mv "$work/out" "$out"
}

work=
with_lock openssl-wasm build
printf '%s\n' "$out"
