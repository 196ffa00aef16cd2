#!/usr/bin/env bash
# tests/package/compilers.sh [STUDY]: builds the program with GCC and with Clang, each optimised and in debug
# mode, runs the study (by default the small one of tests/golden) with every build, and compares the identity
# of all figures and the bytes of summary.csv. Half an hour of processor time without a warm cache, so it is no
# part of .ci/run.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
study=$(readlink -f -- "${1:-$root/tests/golden/study.yaml}")
cd "$root"
.ci/install .ci/packages-build.txt .ci/packages-fuzz.txt
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# NAME CC CXX BUILD_TYPE: prints the identity of all figures and the hash of the summary.
figures_of() {
    local name=$1 build=build/compilers/$1
    cmake -S . -B "$build" -G Ninja -D OPSCHALING_TESTS=OFF -D OPSCHALING_UNIT_SIZE=12 \
        -D CMAKE_C_COMPILER="$2" -D CMAKE_CXX_COMPILER="$3" -D CMAKE_BUILD_TYPE="$4" >"$place/$name.log"
    ninja -C "$build" -j "${JOBS:-$(nproc)}" --quiet opschaling >&2
    mkdir "$place/$name"
    "$build/app/opschaling" compare "$study" -o "$place/$name/result.nc" --json >"$place/$name.json"
    sed -n 's/.*"content_sha256": "\([0-9a-f]*\)".*/\1/p' "$place/$name.json" | head -n 1
    find "$place/$name" -name 'summary.csv' -o -name '*_summary.csv' | sort | xargs cat | sha256sum
}

verdict=0
first=$(figures_of gcc-release gcc g++ Release)
[[ $first =~ ^[0-9a-f]{64} ]] || { echo "compilers.sh: no identity in what the program tells" >&2; exit 1; }
printf 'gcc-release: %s\n' "$(tr '\n' ' ' <<<"$first")"
for build in "clang-release clang-16 clang++-16 Release" "gcc-debug gcc g++ Debug" \
    "clang-debug clang-16 clang++-16 Debug"; do
    read -r name c cxx type <<<"$build"
    figures=$(figures_of "$name" "$c" "$cxx" "$type")
    if [[ $figures == "$first" ]]; then
        printf '%s: the same\n' "$name"
    else
        printf '%s: DIFFERS: %s\n' "$name" "$(tr '\n' ' ' <<<"$figures")"
        verdict=1
    fi
done
exit "$verdict"
