#!/usr/bin/env bash
# ./test.sh [--all]: installs what the tests need, builds with warnings as errors, and passes the
# tests; --all adds the slow ones. The last line counts them. Tests on real data are skipped where
# the data is absent (OPSCHALING_DATA, by default ../shared/data); where it is there a skip fails.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
cd "$root"

presets=(ci)
case "${1:-}" in
    "") ;;
    --all) presets=(ci ci-slow) ;;
    *)
        echo "usage: ./test.sh [--all]" >&2
        exit 64
        ;;
esac

say() { printf 'test.sh: %s\n' "$*"; }

.ci/install .ci/packages-build.txt .ci/packages-test.txt

export OPSCHALING_DATA=${OPSCHALING_DATA:-$root/../shared/data}
mkdir -p build/ci
say "building (build/ci/build.log)"
if ! { cmake --preset ci && ninja -C build/ci -j "$(nproc)"; } >build/ci/build.log 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\]' build/ci/build.log | tail -n 60
    say "the build failed"
    exit 1
fi
if grep -A4 'warning:' build/ci/build.log; then
    say "the build has warnings"
    exit 1
fi

passed=0 failed=0 skipped=0
for preset in "${presets[@]}"; do
    say "running the tests of preset $preset"
    report=build/ci/tests-$preset.xml
    rm -f "$report"
    # Failing tests are told by the report, which is read below: a run without one stops here.
    ctest --preset "$preset" --output-junit "$root/$report" || [[ -s $report ]]
    count() { sed -n "1,/<testcase/s/.*\b$1=\"\([0-9]*\)\".*/\1/p" "$report" | head -n 1; }
    all=$(count tests) bad=$(count failures) void=$(($(count skipped) + $(count disabled)))
    failed=$((failed + bad))
    skipped=$((skipped + void))
    passed=$((passed + all - bad - void))
done

verdict=0
if ((failed > 0)); then
    verdict=1
fi
if ((skipped > 0)) && [[ -d $OPSCHALING_DATA ]]; then
    say "the real data is present in $OPSCHALING_DATA, so no test may be skipped"
    verdict=1
fi
echo "$passed passed, $failed failed, $skipped skipped: no real data"
exit "$verdict"
