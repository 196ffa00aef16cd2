#include "app/language/sweep_phrases.hpp"

#include <array>
#include <cstddef>

namespace opschaling::app {

namespace {

using enum analysis::SweepPhrase;

/// In the order of `SweepPhrase`.
constexpr std::array<SweepPhraseRow, static_cast<std::size_t>(count)> rows{{
    {heading, "Wat de doorrekening laat zien", "What the sweep shows"},
    {runs_line, "{runs} runs: {points} punten ({design}) onder {policies} keuze(s).",
     "{runs} runs: {points} points ({design}) under {policies} policy(ies)."},
    {failed_line,
     "{failed} runs ({share}) zijn mislukt. Wat zij raken is hieronder weggelaten en genoemd.",
     "{failed} runs ({share}) failed. What they touch is left out below, and named."},
    {chance, "toeval", "chance"},
    {input, "invoer", "input"},
    {policy, "keuze", "policy"},

    {sobol_caption,
     "Waar verschillen in {outcome} vandaan komen ({policy}): hoe groter het totaal, hoe "
     "onzekerder de uitkomst blijft zolang die ene invoer onbekend is",
     "Where differences in {outcome} come from ({policy}): the larger the total, the less sure the "
     "outcome stays while that one input is unknown"},
    {sobol_alone, "alleen (S)", "alone (S)"},
    {sobol_total, "in totaal (ST)", "in total (ST)"},
    {interval, "95%-interval", "95% interval"},
    {sobol_reading,
     "Alleen: het deel van de variantie dat zou verdwijnen als deze invoer bekend was. In totaal: "
     "het deel dat zou blijven als al het andere bekend was. Is het totaal veel groter dan alleen, "
     "dan werkt de invoer vooral samen met andere.",
     "Alone: the part of the variance that would go if this input were known. In total: the part "
     "that would stay if all else were known. Where the total is much larger than alone, the input "
     "works mainly together with others."},
    {sobol_noise, "Toeval alleen is goed voor {share} van de variantie.",
     "Chance alone makes {share} of the variance."},
    {sobol_constant, "Deze uitkomst is in alle runs gelijk: er valt niets te verdelen.",
     "This outcome is the same in all runs: there is nothing to divide."},
    {rows_used, "Alle {rows} rijen tellen mee.", "All {rows} rows count."},
    {rows_dropped,
     "{dropped} van de {rows} rijen zijn geheel weggelaten, omdat er een run van mislukt is: "
     "{which}.",
     "{dropped} of the {rows} rows are left out whole, since a run of each failed: {which}."},
    {dropped_row, "rij {row} van kopie {scramble} (punt {point})",
     "row {row} of scramble {scramble} (point {point})"},
    {by_scrambles, "De intervallen komen uit onafhankelijke kopieën van het ontwerp.",
     "Intervals come from independent copies of the design."},
    {by_bootstrap,
     "Het ontwerp heeft één kopie; de intervallen komen uit hertrekken en zijn aan de ruime kant.",
     "The design has one copy; intervals come from resampling and are on the wide side."},
    {settled, "Het breedste interval is {widest}: smal genoeg om de cijfers te noemen.",
     "The widest interval is {widest}: narrow enough to quote the figures."},
    {ranks_only, "Het breedste interval is {widest}: noem de volgorde, niet de cijfers.",
     "The widest interval is {widest}: quote the order, not the figures."},
    {not_settled,
     "Het breedste interval is {widest} en de volgorde ligt nog niet vast: verdubbel het aantal "
     "rijen.",
     "The widest interval is {widest} and the order is not settled yet: double the rows."},
    {ranks_unsettled, "De volgorde is op de helft van de rijen anders.",
     "The order is another one on half of the rows."},
    {without_influence, "Vrijwel zonder invloed, en dus vast te zetten: {inputs}.",
     "Next to no influence, and so can be fixed: {inputs}."},
    {undecided, "Nog niet te zeggen of deze ertoe doen: {inputs}.",
     "Not yet to be said whether these matter: {inputs}."},
    {warn_first_sum,
     "Let op: de delen van invoer alleen zijn samen meer dan het geheel. Er zijn te weinig rijen.",
     "Beware: the parts of inputs alone are more than the whole. There are too few rows."},
    {warn_first_total,
     "Let op: alleen is bij een invoer meer dan in totaal. Er zijn te weinig rijen.",
     "Beware: of an input, alone is more than in total. There are too few rows."},
    {warn_estimators, "Let op: drie schatters zijn het niet eens. Er zijn te weinig rijen.",
     "Beware: three estimators disagree. There are too few rows."},

    {effects_caption, "Hoeveel elke invoer {outcome} verandert ({policy})",
     "How much each input changes {outcome} ({policy})"},
    {effects_size, "grootte (μ*)", "size (μ*)"},
    {effects_mean, "gemiddeld (μ)", "mean (μ)"},
    {effects_spread, "spreiding (σ)", "spread (σ)"},
    {effects_reading,
     "Grootte: wat een stap over het hele bereik van de invoer gemiddeld verandert. Een spreiding "
     "zo groot als de grootte betekent dat het van de andere invoer afhangt, of niet recht "
     "verloopt.",
     "Size: what a step over the whole range of the input changes on average. A spread as large as "
     "the size means that it depends on other inputs, or does not go straight."},
    {effects_noise, "Toeval alleen geeft een grootte van ongeveer {floor}.",
     "Chance alone gives a size of about {floor}."},

    {given_caption, "Hoeveel elke invoer alleen verklaart van {outcome} ({policy})",
     "How much of {outcome} each input explains alone ({policy})"},
    {given_share, "alleen (S)", "alone (S)"},
    {given_chance_level, "zo hoog komt toeval", "as high as chance gets"},
    {given_reading,
     "Uit {points} punten. Een deel onder de laatste kolom is van toeval niet te onderscheiden; "
     "wat invoer samen doet, staat hier niet in.",
     "From {points} points. A part below the last column cannot be told from chance; what inputs "
     "do together is not in it."},

    {boxes_caption, "Wanneer geldt: {case} ({policy})", "When does it hold: {case} ({policy})"},
    {boxes_none, "Geen gebied gevonden. Het geldt in {part} van de {all} punten.",
     "No region found. It holds in {part} of the {all} points."},
    {boxes_few, "Er zijn weinig punten of weinig treffers: dit gebied zegt weinig.",
     "There are few points or few hits: this region says little."},
    {box_limit, "grens", "limit"},
    {box_quasi_p, "quasi-p", "quasi-p"},
    {box_returned, "kwam terug in", "came back in"},
    {box_weight,
     "Binnen deze grenzen geldt het in {density} van de punten; {coverage} van alle treffers ligt "
     "erin. Het gebied bevat {mass} van de punten.",
     "Within these limits it holds in {density} of the points; {coverage} of all hits lie in it. "
     "The region holds {mass} of the points."},
    {box_held_out,
     "Een gebied uit twee derde van de punten had op de rest, die het niet kende, {density} en "
     "{coverage}.",
     "A region from two thirds of the points had {density} and {coverage} on the rest, which it "
     "had not seen."},
    {box_above, "boven {low}", "above {low}"},
    {box_below, "onder {high}", "below {high}"},
    {box_between, "van {low} tot {high}", "from {low} to {high}"},
    {box_among, "een van {names}", "one of {names}"},

    {tree_failures_caption, "Waar runs mislukten", "Where runs failed"},
    {tree_caption, "Waar geldt: {case} ({policy})", "Where it holds: {case} ({policy})"},
    {tree_where, "waar", "where"},
    {tree_everywhere, "overal", "everywhere"},
    {tree_cases, "punten", "points"},
    {tree_share, "deel", "share"},
    {tree_nothing, "Er is geen splitsing gevonden die helpt: het ligt verspreid.",
     "No split was found that helps: it lies scattered."},
    {tree_at_most, "{input} hoogstens {value}", "{input} at most {value}"},
    {tree_above, "{input} boven {value}", "{input} above {value}"},
    {tree_is, "{input} is {value}", "{input} is {value}"},
    {tree_is_not, "{input} is niet {value}", "{input} is not {value}"},
    {tree_and, "en", "and"},

    {robust_caption, "Hoe de keuzes standhouden: {outcome}", "How the policies stand: {outcome}"},
    {robust_worst, "slechtste", "worst"},
    {robust_best, "beste", "best"},
    {robust_mean, "gemiddeld", "mean"},
    {robust_mean_regret, "spijt, gemiddeld", "regret, mean"},
    {robust_p90_regret, "spijt, 90e percentiel", "regret, 90th percentile"},
    {robust_max_regret, "spijt, grootste", "regret, largest"},
    {robust_best_share, "is de beste in", "is the best in"},
    {robust_satisficing, "{case} in", "{case} in"},
    {robust_reading,
     "Over {points} punten. Spijt: hoeveel minder dan de beste keuze bij hetzelfde punt; een punt "
     "is het gemiddelde van zijn herhalingen.",
     "Over {points} points. Regret: how much less than the best policy at the same point; a point "
     "is the mean of its replications."},

    {paired_caption, "Verschil met {reference}: {outcome}",
     "Difference with {reference}: {outcome}"},
    {paired_difference, "verschil", "difference"},
    {paired_more, "meer in", "more in"},
    {paired_less, "minder in", "less in"},
    {paired_reading,
     "Gemiddeld over {points} punten, met een interval dat voor alle keuzes samen geldt. De "
     "laatste "
     "kolommen zeggen in welk deel van de punten het teken zo is.",
     "The mean over {points} points, with an interval that holds for all policies together. The "
     "last columns say in which part of the points the sign is so."},

    {chart_sobol_axis, "deel van de variantie, in totaal (ST)",
     "part of the variance, in total (ST)"},
    {chart_effects_axis, "grootte van het effect (μ*)", "size of the effect (μ*)"},
    {chart_text, "Per invoer een stip met een interval; de cijfers staan in de tabel eronder.",
     "A dot with an interval for each input; the figures are in the table below."},
}};

} // namespace

std::span<SweepPhraseRow const> all_sweep_phrases() {
    return rows;
}

analysis::SweepPhrases sweep_phrases_in(analysis::Language language) {
    return [language](analysis::SweepPhrase phrase) {
        auto const& row = rows.at(static_cast<std::size_t>(phrase));
        return language == analysis::Language::dutch ? row.dutch : row.english;
    };
}

} // namespace opschaling::app
