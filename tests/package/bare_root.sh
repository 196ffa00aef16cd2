#!/usr/bin/env bash
# tests/package/bare_root.sh [COMMAND]: what a new user meets. Makes a bare Debian bookworm root with
# debootstrap in a temporary folder, puts a clone of HEAD into it (and no data folder), and runs the
# README's two commands, or only COMMAND, inside. Seconds and the end of what they print go to
# docs/evidence/bare_root.txt. Needs root, since it makes a chroot; BARE_ROOT_PARENT names another
# place than /tmp for the 3 GB it takes.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
evidence=$root/docs/evidence/bare_root.txt

source "$root/tests/package/bare.sh"

commands=("./opschaling compare scenarios/vier_routes.yaml" "./test.sh")
if [[ $# -gt 0 ]]; then
    commands=("$*")
fi

git clone --quiet --no-hardlinks "$root" "$bare/srv/opschaling"

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
