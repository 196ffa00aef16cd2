# Workshop files and levers are checked as studies are: every mistake at once, with its place and the nearest name.
source "$(dirname "$0")/support.sh" "$@"

workshops=$ROOT/scenarios/workshops
ends 0 check "$workshops/voorbeeld.yaml" "$workshops/levers.yaml"

cp "$workshops"/*.yaml .
ln -s "$ROOT/scenarios/parameters" parameters

# mistake FILE SED WORDS...: the file with one line changed is refused at that line, in these words.
mistake() {
    local file=$1 change=$2 line
    shift 2
    sed "$change" "$workshops/$file" >"$file"
    line=$(awk 'NR == FNR { was[FNR] = $0; next } $0 != was[FNR] { print FNR; exit }' "$workshops/$file" "$file")
    [[ -n $line ]] || fail "$change changes nothing"
    ends 65 check voorbeeld.yaml
    tells "$file:$line:"
    for words in "$@"; do tells "$words"; done
    [[ ! -e results ]] || fail "$change ran something"
    cp "$workshops/$file" "$file"
}

mistake voorbeeld.yaml 's|^schema: opschaling-workshop/1|schema: opschaling-workshop/2|' 'opschaling-workshop/1'
mistake voorbeeld.yaml 's/^audience: bewoners/audience: bewoner/' "did you mean 'bewoners'?"
mistake voorbeeld.yaml 's/^draws: 16/draws: 0/' 'not between 1'
mistake voorbeeld.yaml 's/^minutes: 90/minutes: 60/' 'more than 60'
mistake voorbeeld.yaml 's/^presets:/preset:/' "did you mean 'presets'?"
mistake voorbeeld.yaml 's/^baseline: {tempo: rustig/baseline: {tempos: rustig/' "did you mean 'tempo'?"
mistake voorbeeld.yaml 's/^baseline: {tempo: rustig/baseline: {tempo: rustiger/' "did you mean 'rustig'?"
mistake voorbeeld.yaml 's/stops: {route: groei}/stops: {route: groie}/' "did you mean 'groei'?"
mistake voorbeeld.yaml 's/    outcome: eerste/    outcome: eersten/' "did you mean 'eerste'?"
mistake voorbeeld.yaml 's/    chart: routes/    chart: route/' "did you mean 'routes'?"
mistake voorbeeld.yaml 's/    levers: \[tempo, geld\]/    levers: [tempo, gelt]/' "did you mean 'geld'?"
mistake levers.yaml 's/rijk.budget: {value: {2026: 200/rijk.budgt: {value: {2026: 200/' "did you mean 'rijk.budget'?"
mistake levers.yaml 's/200 MEUR\/year/200 kWh\/year/' 'rijk.budget'
mistake levers.yaml 's/^  - bewoner.cost_weight/  - bewoner.cost_weigth/' "did you mean 'bewoner.cost_weight'?"
mistake voorbeeldstad.yaml 's/^horizon:/horizons:/' "did you mean 'horizon'?"

# The canvas and its pilots are files of their own kind.
ends 0 check "$ROOT/scenarios/canvas/levers.yaml" "$ROOT/scenarios/canvas/voorbeeld.yaml"
ln -s "$ROOT/scenarios/canvas" canvas
sed 's/samenwerking: 0.5/samenwerkin: 0.5/' "$ROOT/scenarios/canvas/voorbeeld.yaml" >pilot.yaml
ends 65 check pilot.yaml
tells "did you mean 'samenwerking'?"

# Each kind has a schema; two at once are refused.
for kind in workshops:opschaling-workshop/1 levers:opschaling-levers/1 pilots:opschaling-pilot/1; do
    ends 0 schema "--${kind%%:*}"
    says "\"title\": \"${kind#*:}\""
done
ends 64 schema --workshops --levers

# Several mistakes are told together, and again as JSON.
sed 's/    outcome: eerste/    outcome: eersten/; s/    chart: routes/    chart: route/' "$workshops/voorbeeld.yaml" >voorbeeld.yaml
ends 65 check voorbeeld.yaml
tells "'eerste'"
tells "'routes'"
ends 65 check voorbeeld.yaml --json
says '"line"'
