#!/usr/bin/env bash
# slurm_up.sh FOLDER [NODES] [CPUS]: starts a whole Slurm cluster of its own on this machine, several
# nodes on one host, with everything it keeps under FOLDER and nothing under /etc, and prints what to
# export. slurm_up.sh --down FOLDER ends it. Needs root, slurm-wlm and munge.
#     eval "$(slurm_up.sh "$folder" 3 1)"; sbatch ...; slurm_up.sh --down "$folder"
set -euo pipefail

if [[ ${1:-} == --down ]]; then
    for file in "$2"/slurmd.*.pid "$2"/slurmctld.pid "$2"/munged.pid; do
        if [[ -f $file ]]; then
            process=$(cat "$file")
            kill "$process" 2>/dev/null || continue
            for ((i = 0; i < 50; ++i)); do
                kill -0 "$process" 2>/dev/null || break
                sleep 0.1
            done
        fi
    done
    exit 0
fi

folder=$1 nodes=${2:-2} cpus=${3:-1}
host=$(hostname -s)
mkdir -p "$folder"/{state,log,munge}
chmod 755 "$folder"
chmod 700 "$folder/munge"
dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 status=none
chmod 400 "$folder/munge/key"
/usr/sbin/munged --force --key-file="$folder/munge/key" --socket="$folder/munge.sock" \
    --pid-file="$folder/munged.pid" --seed-file="$folder/munge/seed" \
    --log-file="$folder/log/munged.log" >&2

port=$((20000 + $$ % 20000))
cat >"$folder/slurm.conf" <<CONF
ClusterName=test$$
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$folder/munge.sock
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool.%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.%n.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$folder/log/jobcomp.txt
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0
ReturnToService=2
MpiDefault=none
MaxArraySize=10001
MinJobAge=3600
SlurmdTimeout=30
NodeName=n[1-$nodes] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + nodes))] CPUs=$cpus RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf
/usr/sbin/slurmctld -c >&2
for ((node = 1; node <= nodes; ++node)); do
    mkdir -p "$folder/spool.n$node"
    /usr/sbin/slurmd -N "n$node" >&2
done
for ((i = 0; i < 150; ++i)); do
    [[ $(sinfo -h -t idle -o %D 2>/dev/null) == "$nodes" ]] && break
    sleep 0.2
done
sinfo -N >&2
echo "export SLURM_CONF=$folder/slurm.conf"
