# The figures depend on the study alone: not on threads, nor on how runs are shared out.
source "$(dirname "$0")/support.sh" "$@"

one=$(content_of study.yaml --threads 1 -o one.nc)
two=$(content_of study.yaml --threads 2 -o two.nc)
many=$(content_of study.yaml --threads 5 -o many.nc)
[[ -n $one && $one == "$two" && $one == "$many" ]] || fail "content: '$one' '$two' '$many'"
other=$(content_of study.yaml --threads 1 --seed 2 -o other.nc)
[[ $one != "$other" ]] || fail "another seed gave the same content"
