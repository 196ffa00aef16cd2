# Sixty times kill -9 at a random moment: no run is ever marked done without its data, and the sweep
# that comes of it is the one that nobody interrupted.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

write_experiment 3000 3
ends 0 sweep tiny.yaml -o whole.nc
opened=0
for ((i = 0; i < 60; ++i)); do
    kill_at_random cut.nc 1000
    [[ -e cut.nc ]] && { rm cut.nc; continue; } # it was finished: from the beginning again
    [[ -e cut.nc.part ]] || continue
    /usr/bin/python3 - cut.nc.part <<'PYTHON' && opened=$((opened + 1))
import sys
import h5py
import numpy as np

with h5py.File(sys.argv[1], "r") as data:
    done = data["status"][:] == 1
    figures = data["outcome_values"][:]
    digests = data["digest"][:]
    assert np.isfinite(figures[done]).all(), "a run is done without its figures"
    assert (digests[done] != 0).all(), "a run is done without its digest"
PYTHON
done
((opened >= 40)) || fail "only $opened of 60 unfinished results could be looked at"
ends 0 sweep tiny.yaml -o cut.nc
keeps_silent_about "beschadigd"
expect_same whole.nc cut.nc "sixty times kill -9"
