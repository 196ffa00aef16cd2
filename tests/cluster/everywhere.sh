# everywhere.sh PROGRAM ROOT: one sweep, carried out in every way there is, has one content: 1 thread,
# 2 threads, MPI with 2 and 4 ranks, three tasks of a Slurm array on a controller that this script starts,
# and five kills with what comes after them.
source "$(dirname "$0")/../cli/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

MPI=$(dirname "$PROGRAM")/opschaling-mpi
[[ -x $MPI ]] || fail "there is no $MPI; it is built where libopenmpi-dev is"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1
export OMPI_MCA_btl_vader_single_copy_mechanism=none OMPI_MCA_hwloc_base_binding_policy=none

write_experiment 60 3
ends 0 sweep tiny.yaml -o one.nc --threads 1
ends 0 sweep tiny.yaml -o two.nc --threads 2
expect_same one.nc two.nc "one and two threads"

on_ranks() { # RANKS OUTPUT
    timeout 120 mpirun -n "$1" "$MPI" sweep tiny.yaml -o "$2" >out 2>err ||
        fail "mpirun -n $1 ended with $?: $(cat err)"
}
for ranks in 2 4; do
    on_ranks "$ranks" "mpi$ranks.nc"
    expect_same one.nc "mpi$ranks.nc" "MPI with $ranks ranks"
done

# A rank that is killed takes all others with it; another number of ranks goes on from there.
write_experiment 2000 3
ends 0 sweep tiny.yaml -o long.nc
mpirun -n 3 "$MPI" sweep tiny.yaml -o broken.nc >out 2>err &
process=$!
until [[ -e broken.nc.part ]]; do sleep 0.02; done
sleep 0.7
worker=$(pgrep -P "$process" | tail -n 1)
kill -9 "$worker"
wait "$process" && fail "mpirun ended well though a rank was killed"
[[ -e broken.nc.part ]] || fail "the sweep was over before a rank was killed"
on_ranks 2 broken.nc
expect_same long.nc broken.nc "MPI after a rank was killed"

# What only opschaling does ends well for every rank.
write_experiment 60 3
code=0
timeout 60 mpirun -n 2 "$MPI" plan tiny.yaml >out 2>err || code=$?
((code == 64)) || fail "opschaling-mpi plan ended with $code: $(cat err)"

# Three tasks of an array, and the merge that comes after them.
up=$ROOT/tests/cluster/slurm_up.sh
cluster=$(mktemp -d /tmp/slurm.XXXXXX)
trap '"$up" --down "$cluster"; rm -rf "$FOLDER" "$cluster"' EXIT
eval "$("$up" "$cluster" 3 1 2>/dev/null)"
ends 0 slurm-script tiny.yaml --tasks 3 --cpus 1 --time 00:10:00 -o slurm.nc --script submit.sh
wait_for() { # FILE
    for ((i = 0; i < 600; ++i)); do
        [[ -e $1 ]] && return
        sleep 0.1
    done
    cat logs/* >&2 || :
    squeue >&2
    fail "no $1 after a minute"
}
bash submit.sh >jobs
wait_for slurm_summary.csv
for part in 0 1 2; do
    [[ -s slurm.shard-00$part-of-003.nc ]] || fail "no part $part"
done
expect_same one.nc slurm.nc "three tasks of a Slurm array"

# One part again, and the merge.
rm slurm.nc slurm_summary.csv slurm.shard-001-of-003.nc
bash submit.sh 1 >jobs
wait_for slurm_summary.csv
expect_same one.nc slurm.nc "a part that was submitted again"

# Five kills.
write_experiment 60 3
for ((i = 0; i < 5; ++i)); do kill_at_random cut.nc 150; done
ends 0 sweep tiny.yaml -o cut.nc
expect_same one.nc cut.nc "five times kill -9"
