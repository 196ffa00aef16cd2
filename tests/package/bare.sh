# Sourced by bare_root.sh and deb.sh. Makes a bare Debian bookworm root in a temporary folder, $bare, that is
# removed at the end, and gives `say`, `inside COMMAND` and `without_places`; $log is a file for what commands
# print. Needs root, since it makes a chroot; BARE_ROOT_PARENT names another place than /tmp.
me=$(basename -- "$0")
if [[ $(id -u) -ne 0 ]]; then
    echo "$me: only root can make a chroot" >&2
    exit 77
fi
"$root/.ci/install" <(printf '%s\n' debootstrap git)

# The mirror that this machine itself uses; it stays out of the repository and of the evidence.
mirror=$(apt-get indextargets --format '$(SITE) $(CODENAME)' 'Created-By: Packages' |
    awk '$2 == "bookworm" { print $1; exit }')
mirror=${mirror:-http://deb.debian.org/debian}

parent=$(mktemp -d -p "${BARE_ROOT_PARENT:-/tmp}" opschaling-bare-XXXXXX)
bare=$parent/root
log=$parent/log
trap 'rm -rf --one-file-system "$parent"' EXIT

say() { printf '%s: %s\n' "$me" "$*" >&2; }

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
