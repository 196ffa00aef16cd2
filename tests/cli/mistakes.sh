# 64 for the command line, 65 for input; each says what would have been right.
source "$(dirname "$0")/support.sh" "$@"

ends 64
ends 64 comprae study.yaml
tells "did you mean 'compare'?"
ends 64 run study.yaml --thread 2
tells "did you mean '--threads'?"
ends 64 run
tells "STUDY"
ends 64 run study.yaml --replications none
ends 64 describe paramters
ends 64 describe asset station:0
tells "--study"
ends 64 describe asset station:99999 --study study.yaml
tells "station:N"
ends 64 describe asset station:0 --study study.yaml --quarter 1999-Q1
tells "2018-Q1"

ends 65 run studdy.yaml
tells "did you mean 'study.yaml'?"
ends 65 run scenarios
tells "folder"
ends 65 run study.yaml --set world.straat_tie=4
tells "straat_ties"
sed 's/share_groei/share_groie/' study.yaml >broken.yaml
ends 65 check broken.yaml
tells "broken.yaml:15:"
tells "share_groei"
ends 65 check study.yaml broken.yaml
says "study.yaml"
head -c 4096 /dev/urandom >noise.yaml
ends 65 run noise.yaml
[[ ! -e results ]] || fail "a mistake left something behind"

head -c 4096 /dev/urandom >noise.nc
ends 74 report noise.nc
tells "noise.nc"
head -c 65000000 /dev/zero >huge.json
ends 65 effects hypotheses scenarios/studies/hypotheses.yaml --check huge.json
tells "larger than 64 MB"
ends 65 effects chance study.yaml --replications 1 -o chance.nc
tells "experiment.pilots asks for 12"
