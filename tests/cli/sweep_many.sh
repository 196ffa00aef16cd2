# Memory does not grow with the number of runs, and the file opens without being read.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

largest_memory() { # POINTS OUTPUT: in megabytes
    write_experiment "$1" 1
    /usr/bin/python3 - "$PROGRAM" sweep tiny.yaml -o "$2" <<'PYTHON'
import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PYTHON
}
few=$(largest_memory 500 few.nc)    # two policies: a thousand runs
many=$(largest_memory 5000 many.nc) # ten thousand
printf 'memory: %s MB for 1,000 runs, %s MB for 10,000\n' "$few" "$many"
((many < few + 40)) || fail "$few MB for a thousand runs, $many MB for ten thousand"
/usr/bin/python3 - <<'PYTHON'
import numpy as np
import xarray as xr

with xr.open_dataset("many.nc", chunks=None, cache=False) as data:
    assert data.sizes["run"] == 10_000
    assert not data["cost"].variable._in_memory, "opening read the figures"
    assert np.isfinite(data["cost"].isel(run=slice(9_000, 9_010)).values).all()
PYTHON
