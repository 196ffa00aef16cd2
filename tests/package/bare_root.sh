#!/usr/bin/env bash
# tests/package/bare_root.sh [COMMAND]: what a new user meets. Makes a bare Debian bookworm root with
# debootstrap in a temporary folder, puts a clone of HEAD into it (and no data folder), and runs the
# README's two commands, or only COMMAND, inside. Seconds and the end of what they print go to
# docs/evidence/bare_root.txt. Needs root, since it makes a chroot; BARE_ROOT_PARENT names another
# place than /tmp for the 3 GB it takes.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
evidence=$root/docs/evidence/bare_root.txt

if [[ $(id -u) -ne 0 ]]; then
    echo "bare_root.sh: only root can make a chroot" >&2
    exit 77
fi
"$root/.ci/install" <(printf '%s\n' debootstrap git)

commands=("./opschaling compare scenarios/vier_routes.yaml" "./test.sh")
if [[ $# -gt 0 ]]; then
    commands=("$*")
fi

# The mirror that this machine itself uses; it stays out of the repository and of the evidence.
mirror=$(apt-get indextargets --format '$(SITE) $(CODENAME)' 'Created-By: Packages' |
    awk '$2 == "bookworm" { print $1; exit }')
mirror=${mirror:-http://deb.debian.org/debian}

parent=$(mktemp -d -p "${BARE_ROOT_PARENT:-/tmp}" opschaling-bare-XXXXXX)
bare=$parent/root
log=$parent/log
trap 'rm -rf --one-file-system "$parent"' EXIT

say() { printf 'bare_root.sh: %s\n' "$*" >&2; }

say "making a bare bookworm root"
debootstrap --variant=minbase bookworm "$bare" "$mirror" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    exit 1
}

# How this machine reaches its packages: sources, settings, keys, names and certificates.
rm -f "$bare/etc/apt/sources.list"
for path in apt/sources.list apt/sources.list.d apt/apt.conf.d apt/preferences.d apt/keyrings \
    apt/trusted.gpg.d resolv.conf hosts ssl/certs; do
    if [[ -e /etc/$path ]]; then
        rm -rf "${bare:?}/etc/$path"
        mkdir -p "$bare/etc/$(dirname "$path")"
        cp -rL "/etc/$path" "$bare/etc/$path"
    fi
done
rm -f "$bare"/etc/apt/apt.conf.d/docker-*

git clone --quiet --no-hardlinks "$root" "$bare/srv/opschaling"

inside() { # in a mount namespace of its own, so that nothing stays mounted whatever happens
    unshare --mount --pid --fork bash -c '
        mount -t proc proc "$1/proc"
        mount --bind /dev "$1/dev"
        mount --bind /dev/pts "$1/dev/pts" # a terminal, for the test that looks at one
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot "$1" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
            LANG=C.UTF-8 bash -c "cd /srv/opschaling && $2"' inside "$bare" "$1"
}

without_places() { # no address, no path of this machine
    sed -E -e 's#(https?|file)://[^ ]*#<address>#g' -e "s#$bare##g" -e 's#/srv/opschaling#.#g' \
        -e 's/\x1b\[[0-9;]*[A-Za-z]//g' -e 's/.*\r//'
}

{
    echo "The README's commands in a bare Debian bookworm root (debootstrap --variant=minbase), without"
    echo "the data folder; made by tests/package/bare_root.sh."
    echo "Commit: $(git -C "$root" rev-parse HEAD); $(nproc) cores; $(date -u +%Y-%m-%d)."
} >"$parent/evidence"

verdict=0
for command in "${commands[@]}"; do
    say "$command"
    started=$SECONDS
    code=0
    inside "$command" </dev/null >"$log" 2>&1 || code=$?
    seconds=$((SECONDS - started))
    say "exit $code after $seconds s"
    {
        printf '\n$ %s\n' "$command"
        tail -n 60 "$log" | without_places
        printf '[exit %s after %s s]\n' "$code" "$seconds"
    } >>"$parent/evidence"
    if ((code != 0)); then
        tail -n 60 "$log" >&2
        verdict=1
        break
    fi
done

# A trial of another command or one that failed is shown, not kept.
if ((verdict == 0)) && [[ $# -eq 0 ]]; then
    mkdir -p "$(dirname "$evidence")"
    cp "$parent/evidence" "$evidence"
    say "kept in ${evidence#"$root"/}"
else
    cat "$parent/evidence"
fi
exit "$verdict"
