#include "app/language/hypothesis_phrases.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <array>

namespace opschaling::app {

namespace {

using enum HypothesisPhrase;

struct Entry {
    HypothesisPhrase phrase;
    std::string_view dutch;
    std::string_view english;
};

constexpr std::array<Entry, 26> entries{{
    {hypotheses_head,
     "Lijst '{name}': {count} hypothesen en controles, {runs} runs zonder die voor de "
     "robuustheid. R is het aantal replicaties. Robuust teken: het deel van {points} "
     "punten van een Latijnse hyperkubus over de aannemelijke waarden van {uncertain} "
     "waarop de maat aan de gevraagde kant ligt.",
     "List '{name}': {count} hypotheses and controls, {runs} runs beside those for "
     "robustness. R is the number of replications. Robust sign: the part of {points} "
     "points of a Latin hypercube over the plausible values of {uncertain} on which "
     "the measure lies on the side asked for."},
    {hypotheses_parts, "Elke ongelijkheid:", "Each inequality:"},
    {hypotheses_failed, "Wat niet uitkwam, en wat niet gemeten is:",
     "What did not come out, and what was not measured:"},
    {hypotheses_sensitivity,
     "Wat het overbruggen van de hele aannemelijke spanne van een parameter met de maat doet "
     "(Morris): grootte (met teken; spreiding):",
     "What crossing the whole plausible range of a parameter does to the measure (Morris): size "
     "(with its sign; spread):"},
    {hypotheses_tests, "Gehouden door toetsen die bij elke wijziging draaien:",
     "Held by tests that run at each change:"},
    {hypothesis_parameter, "parameter", "parameter"},
    {hypothesis_claim, "bewering", "claim"},
    {hypothesis_source, "bron", "source"},
    {hypothesis_verdict, "oordeel", "verdict"},
    {hypothesis_robust, "robuust teken", "robust sign"},
    {hypothesis_part, "deel", "part"},
    {hypothesis_says, "ongelijkheid", "inequality"},
    {hypothesis_value, "waarde", "value"},
    {hypothesis_finding, "uitkomst", "outcome"},
    {verdict_met, "**uitgekomen**", "**met**"},
    {verdict_met_in_part, "bewering uitgekomen, controle niet", "claim met, a control not"},
    {verdict_missed, "**niet uitgekomen**", "**missed**"},
    {verdict_inconclusive, "onbeslist", "inconclusive"},
    {verdict_tested, "door toetsen gehouden", "held by tests"},
    {verdict_not_measured, "niet gemeten", "not measured"},
    {finding_holds, "klopt", "holds"},
    {finding_fails, "klopt niet", "fails"},
    {finding_uncertain, "onbeslist", "uncertain"},
    {role_claim, "bewering", "claim"},
    {role_null, "nul", "null"},
    {role_reversal, "omkering", "reversal"},
}};

} // namespace

std::string_view phrase(HypothesisPhrase phrase, analysis::Language language) {
    auto const* const found = std::ranges::find(entries, phrase, &Entry::phrase);
    sim::expects(found != entries.end(), "every phrase has its words");
    return language == analysis::Language::dutch ? found->dutch : found->english;
}

} // namespace opschaling::app
