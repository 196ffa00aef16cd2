#!/usr/bin/env bash
# tests/package/deb.sh: makes the Debian packages and tries them on a clean Debian: a bare bookworm root from
# debootstrap, into which they are installed with apt, where the program runs, its manual opens and a project
# of its own builds against the libraries, after which they are removed again. What that prints goes
# to docs/evidence/deb.txt. Needs root, since it makes a chroot.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
"$root/.ci/install" "$root/.ci/packages-build.txt" <(echo dpkg-dev)
cmake --preset release -D OPSCHALING_WARNINGS_AS_ERRORS=ON >/dev/null
ninja -C build/release -j "$(nproc)" --quiet
rm -rf build/release/packages
(cd build/release && cpack -B packages >packages.log) || {
    tail -n 20 build/release/packages.log >&2
    exit 1
}

source "$root/tests/package/bare.sh"
mkdir -p "$bare/srv/opschaling"
cp build/release/packages/*.deb "$bare/srv/opschaling/"
cp -r tests/package/consumer "$bare/srv/opschaling/"

commands=(
    "dpkg-deb --field opschaling_*.deb Package Version Depends Installed-Size"
    "apt-get -q update && apt-get -q -y install --no-install-recommends ./opschaling_*.deb man-db"
    "opschaling --version"
    "opschaling compare /usr/share/opschaling/scenarios/vier_routes.yaml --set world.share=wijk --replications 1 -o out/result.nc"
    "opschaling report out/result.nc -o out/report.html && ls out && tail -c 8 out/report.html && grep -c '<section' out/report.html"
    "opschaling workshop /usr/share/opschaling/scenarios/workshops/voorbeeld.yaml --replications 1 -o out/page.html && grep -o 'Copyright [0-9-]* Mike Bostock' out/page.html | sort | uniq -c"
    "dpkg --listfiles opschaling"
    "MANWIDTH=100 man opschaling | head -n 24"
    "apt-get -q -y install --no-install-recommends ./libopschaling-dev_*.deb cmake g++ ninja-build"
    "cmake -S consumer -B built -G Ninja && ninja -C built && built/consumer"
    "apt-get -q -y remove opschaling libopschaling-dev && test ! -e /usr/bin/opschaling"
)

{
    echo "The Debian packages on a bare Debian bookworm root (debootstrap --variant=minbase); made by"
    echo "tests/package/deb.sh."
    echo "Commit: $(git rev-parse HEAD); $(date -u +%Y-%m-%d)."
} >"$parent/evidence"
for command in "${commands[@]}"; do
    say "$command"
    code=0
    inside "$command" </dev/null >"$log" 2>&1 || code=$?
    {
        printf '\n$ %s\n' "$command"
        tail -n 30 "$log" | without_places
        printf '[exit %s]\n' "$code"
    } >>"$parent/evidence"
    if ((code != 0)); then
        cat "$parent/evidence"
        exit 1
    fi
done
cp "$parent/evidence" docs/evidence/deb.txt
say "kept in docs/evidence/deb.txt"
