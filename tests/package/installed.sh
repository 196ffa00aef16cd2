#!/usr/bin/env bash
# Installs the release build into an empty folder, builds a project of its own against it, and runs
# that and the installed program.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
"$root/.ci/install" "$root/.ci/packages-build.txt"

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

cmake --preset release >/dev/null
ninja -C build/release -j "$(nproc)" --quiet
cmake --install build/release --prefix "$prefix/usr" >/dev/null

# A copy outside the repository, so that no header is found by accident.
cp -r tests/package/consumer "$prefix/consumer"
cmake -S "$prefix/consumer" -B "$prefix/build" -G Ninja -D CMAKE_BUILD_TYPE=Release \
    -D CMAKE_PREFIX_PATH="$prefix/usr" >/dev/null
ninja -C "$prefix/build" --quiet
"$prefix/build/consumer"

"$prefix/usr/bin/opschaling" --version
test -s "$prefix/usr/share/opschaling/scenarios/vier_routes.yaml"
