#!/usr/bin/env bash
# tests/fuzz/run.sh [SECONDS] [TARGET...]: looks for inputs that break a reader, two targets at a time, from the
# committed inputs on (libFuzzer with the address and undefined-behaviour sanitizers), for so many seconds of
# processor time each: a busy machine takes longer, and sees as much. Tells inputs tried and edges of code
# reached. New inputs stay in build/fuzz/found/TARGET; an input that breaks something is kept as
# build/fuzz/crash-TARGET-*, and belongs into corpus/TARGET with the change that mends it.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
seconds=${1:-1200}
(($# == 0)) || shift
targets=("$@")
((${#targets[@]} > 0)) || targets=(scenario csv_import workbook result_file live_request)
cd "$root"
.ci/install .ci/packages-build.txt .ci/packages-test.txt .ci/packages-fuzz.txt
cmake --preset fuzz >/dev/null
ninja -C build/fuzz -j "$(nproc)" --quiet "${targets[@]/#/fuzz_}"
cd build/fuzz
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export ROOT=$root SECONDS_EACH=$seconds

look() { # TARGET: in turns of at most five minutes, until the processor has worked on it long enough
    local target=$1 log=found/$1.log code=0 used=0 tried=0 left user system
    mkdir -p "found/$target"
    : >"$log"
    while ((code == 0 && used < SECONDS_EACH)); do
        left=$((SECONDS_EACH - used))
        { TIMEFORMAT='%0U %0S'
          time nice "tests/fuzz/fuzz_$target" -max_total_time=$((left < 300 ? left : 300)) -timeout=120 \
              -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 -artifact_prefix="crash-$target-" \
              "found/$target" "$ROOT/tests/fuzz/corpus/$target" >"found/$target.out" 2>"$log.turn" || code=$?
        } 2>"$log.time"
        read -r user system < <(tail -n 1 "$log.time")
        used=$((used + user + system + 1))
        tried=$((tried + $(sed -n 's/^stat::number_of_executed_units: *//p' "$log.turn")))
        cat "$log.turn" >>"$log"
    done
    printf '%s: exit %d, %d seconds of processor time, %d inputs tried, %s kept, %s\n' "$target" "$code" "$used" "$tried" \
        "$(find "found/$target" -type f | wc -l)" "$(grep -o 'cov: [0-9]* ft: [0-9]*' "$log" | tail -n 1)"
    if ((code != 0)); then
        tail -n 40 "$log"
    fi
    return "$code"
}
export -f look
printf '%s\n' "${targets[@]}" | xargs -P 2 -I TARGET bash -c 'look TARGET'
