# Dutch unless asked; --lang counts wherever it stands.
source "$(dirname "$0")/support.sh" "$@"

ends 0 compare study.yaml
says "Aardgasvrije woningen"
says "Indicatief"
grep -q '<html lang="nl">' results/one_wijk/rapport.html || fail "the report is not Dutch"
ends 0 compare study.yaml --lang en
says "Homes without a gas connection"
says "Indicative"
keeps_silent_about "woningen"
grep -q '<html lang="en">' results/one_wijk/rapport.html || fail "the report is not English"
ends 0 --lang en compare --help
says "Example:"
ends 64 compare study.yaml --lang de
