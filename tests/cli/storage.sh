# 74 where the disk says no. /proc takes no files, whoever asks; a folder without write permission
# stops all but root.
source "$(dirname "$0")/support.sh" "$@"

ends 74 run study.yaml -o /proc/opschaling/result.nc
tells "/proc/opschaling"
mkdir closed
chmod a-w closed
if ((EUID != 0)); then
    ends 74 run study.yaml -o closed/result.nc
    [[ -z $(ls -A closed) ]] || fail "something was left in the closed folder"
fi
chmod u+w closed

# A damaged unfinished result is set aside and its runs done again.
head -c 4096 /dev/urandom >damaged.nc.part
ends 0 run study.yaml -o damaged.nc
tells "beschadigd"
[[ -s damaged.nc ]] || fail "no result beside the damaged one"

# A complete result that is damaged is never taken for one.
head -c 4096 /dev/urandom >noise.nc
ends 74 run study.yaml -o noise.nc
tells "noise.nc"
