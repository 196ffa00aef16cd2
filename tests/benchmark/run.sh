#!/usr/bin/env bash
# tests/benchmark/run.sh [--quick] [--grid | --diffusion | --small | --threads] [-o FILE.json] [--accept]: builds the
# benchmark in release and runs it: minutes, or with --quick seconds on small worlds, or the grid, the common diffusion
# job, small worlds or threads alone. Prints a table; -o keeps the figures as JSON; --accept adds them, as one line, to
# docs/performance/history.jsonl. The national CBS file is measured too where it is in OPSCHALING_DATA, by
# default ../shared/data, and scipy where Debian's python3-scipy is installed. For figures worth keeping nothing
# else should run on the machine: the table tells the load.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
arguments=()
accept=0
output=""
while (($#)); do
    case $1 in
        --quick | --grid | --diffusion | --small | --threads) arguments+=("$1") ;;
        --accept) accept=1 ;;
        -o)
            [[ $# -ge 2 ]] || { echo "run.sh: -o needs a file" >&2; exit 64; }
            output=$(realpath -m -- "$2")
            shift
            ;;
        *)
            sed -n '2,7s/^# //p' "${BASH_SOURCE[0]}" >&2
            exit 64
            ;;
    esac
    shift
done

data=${OPSCHALING_DATA:-$root/../shared/data}
if [[ -f $data/cbs_kwb2024/kwb2024_flat.csv ]]; then
    arguments+=(--cbs "$data/cbs_kwb2024/kwb2024_flat.csv")
fi
if [[ -f $data/mappings/res_regio_gemeente_2020.csv ]]; then
    arguments+=(--regios "$data/mappings/res_regio_gemeente_2020.csv")
fi

if /usr/bin/python3 -c 'import scipy.sparse' 2>/dev/null; then
    arguments+=(--scipy /usr/bin/python3)
fi

cd "$root"
build=$root/build/benchmark
mkdir -p "$build"
if ! { cmake --preset benchmark && ninja -C "$build" opschaling_benchmark; } >"$build/build.log" 2>&1; then
    tail -n 40 "$build/build.log" >&2
    exit 70
fi
output=${output:-$build/figures.json}
"$build/tests/benchmark/opschaling_benchmark" "${arguments[@]}" -o "$output"
if ((accept)); then
    mkdir -p docs/performance
    cat "$output" >>docs/performance/history.jsonl
fi
