# shellcheck shell=bash
# Every suite, one number at the end. Sourced by ./playground.

SUITES=(native wasm digest lint web fuzz)
declare -A NEEDS=([native]="native gtest node" [wasm]="native gtest node wasm" [digest]="native gtest node wasm"
  [lint]="node" [web]="native node wasm browser" [fuzz]="native node fuzz")

# Each suite prints "PASSED FAILED" on its last line and its findings before that. One that ends in any other way,
# or that ran nothing, counts as one failure.

# gtest_counts FILE…: the counts of GoogleTest reports; there is none when the program crashed.
gtest_counts() {
  node -e 'let passed = 0, failed = 0;
           for (const file of process.argv.slice(1)) {
             const r = JSON.parse(require("fs").readFileSync(file)), bad = r.failures + (r.errors ?? 0);
             failed += bad, passed += r.tests - bad - (r.disabled ?? 0);
           }
           console.log(passed, failed)' "$@"
}

ctest_suite() {
  local preset=$1 reports=$APLUS_ROOT/build/$1/aplus_tests counts status=0
  rm -f "$reports".*.json
  in_root ctest --preset "$preset" || status=1
  [[ -f $reports.0.json ]] && counts=$(gtest_counts "$reports".*.json) && [[ $status == 0 || $counts != *" 0" ]] ||
    { printf 'The tests of build/%s crashed or did not start.\n' "$preset" && return 1; }
  printf '%s\n' "$counts"
}

# node_suite FILE…: Node's own test runner; its TAP summary carries the counts. A test that hangs is ended.
node_suite() {
  local out=$APLUS_LOGS/node-suite.$BASHPID
  [[ -f ${1:-} ]] || { printf 'There is no test file in this suite.\n' && return 1; }
  in_root timeout --kill-after=10 2400 node --test --test-reporter=tap "$@" >"$out" 2>&1 || true
  cat "$out"
  # What failed once more at the end, where one looks first.
  awk '/^not ok /{bad=1} /^# Subtest|^ok /{bad=0} bad' "$out"
  awk '/^# pass /{p=$3} /^# fail /{f=$3} /^# cancelled /{c=$3} END{if (p == "") exit 1; print p, f + c}' "$out"
  rm -f "$out"
}

suite_native() { ctest_suite dev; }
suite_wasm() { ctest_suite wasm-test; }

# The digest of a run is the same natively and as wasm. A line is "scenario seed digest".
suite_digest() {
  local native wasm all same
  native=$("$APLUS_ROOT/build/dev/digest_probe" | sort)
  wasm=$(node --no-experimental-fetch "$APLUS_ROOT/build/wasm-test/digest_probe.js" | sort)
  diff <(printf '%s\n' "$native") <(printf '%s\n' "$wasm") || true
  same=$(comm -12 <(printf '%s\n' "$native") <(printf '%s\n' "$wasm") | grep -c . || true)
  all=$(printf '%s\n%s\n' "$native" "$wasm" | grep . | cut -d' ' -f1,2 | sort -u | wc -l)
  printf '%d %d\n' "$same" $((all - same))
}

suite_lint() { node_suite "$APLUS_ROOT"/tests/lint/*.test.mjs; }
suite_web() { node_suite "$APLUS_ROOT"/tests/web/*.test.mjs; }

# Each target for a minute, two at a time, from the corpus that is kept. New findings stay in build/fuzz; a crash is a failure
# and leaves its bytes there.
FUZZ_SECONDS=60
fuzz_one() {
  local name=$1 dir=$APLUS_ROOT/build/fuzz
  mkdir -p "$dir/found/$name" "$dir/crashes"
  "$dir/fuzz_$name" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$dir/crashes/$name-" "$dir/found/$name" "$APLUS_ROOT/tests/fuzz/corpus/$name" >"$APLUS_LOGS/fuzz-$name.log" 2>&1
}
suite_fuzz() {
  local source name passed=0 failed=0 count=0 results=$APLUS_ROOT/build/fuzz/results
  mkdir -p "$results"
  for source in "$APLUS_ROOT"/tests/fuzz/*.cpp; do
    name=$(basename "$source" .cpp)
    { fuzz_one "$name" && printf 0 || printf 1; } >"$results/$name" &
    ((++count % 2)) || wait
  done
  wait
  for source in "$APLUS_ROOT"/tests/fuzz/*.cpp; do
    name=$(basename "$source" .cpp)
    if [[ $(<"$results/$name") == 0 ]]; then
      ((passed += 1))
      printf '%s: %s\n' "$name" "$(grep -a number_of_executed_units "$APLUS_LOGS/fuzz-$name.log")"
    else
      ((failed += 1))
      printf '%s failed:\n' "$name" && tail -n 30 "$APLUS_LOGS/fuzz-$name.log"
    fi
  done
  printf '%d %d\n' "$passed" "$failed"
}

prepare_fuzz() {
  exclusively
  configure fuzz "the fuzz targets"
  build fuzz "the fuzz targets"
  done_building
}
prepare_native() { build_native dev; }
prepare_wasm() {
  exclusively
  configure wasm-test "the wasm tests"
  build wasm-test "the wasm tests"
  done_building
}
prepare_digest() { prepare_native && prepare_wasm; }
prepare_lint() { :; }
prepare_web() { build_site; }

run_suite() {
  local suite=$1 log=$APLUS_LOGS/test-$1.log counts passed failed status start=$SECONDS
  mkdir -p "$APLUS_LOGS"
  # In a condition bash would forget -e, so the status is asked for afterwards.
  set +e
  (set -e && "suite_$suite") >"$log" 2>&1 </dev/null
  status=$?
  set -e
  ((status == 0)) || printf '\n0 1\n' >>"$log"
  counts=$(tail -n 1 "$log")
  [[ $counts =~ ^([0-9]+)\ ([0-9]+)$ && $counts != "0 0" ]] || counts="0 1"
  read -r passed failed <<<"$counts"
  printf '  %-8s %6d passed %5d failed %6d s   build/log/test-%s.log\n' "$suite" "$passed" "$failed" $((SECONDS - start)) "$suite"
  ((failed == 0)) || { printf '\n' && head -n -1 "$log" | tail -n 60 | sed 's/^/    /' && printf '\n'; }
  ((TOTAL_PASSED += passed, TOTAL_FAILED += failed)) || true
}

run_tests() {
  local suite prepared chosen=("$@")
  ((${#chosen[@]} > 0)) || chosen=("${SUITES[@]}")
  for suite in "${chosen[@]}"; do
    [[ " ${SUITES[*]} " == *" $suite "* ]] || die "there is no test suite \"$suite\"; there are: ${SUITES[*]}."
  done
  # shellcheck disable=SC2046 # lists of groups
  install_packages $(for suite in "${chosen[@]}"; do printf '%s ' "${NEEDS[$suite]}"; done)
  install_npm
  TOTAL_PASSED=0 TOTAL_FAILED=0
  for suite in "${chosen[@]}"; do
    # A suite that cannot even be built fails alone; the others still have their say.
    set +e
    (set -e && "prepare_$suite")
    prepared=$?
    set -e
    if ((prepared == 0)); then
      run_suite "$suite"
    else
      printf '  %-8s could not be built\n' "$suite"
      ((TOTAL_FAILED += 1))
    fi
  done
  printf '%d passed, %d failed\n' "$TOTAL_PASSED" "$TOTAL_FAILED"
  ((TOTAL_FAILED == 0 && TOTAL_PASSED > 0))
}
