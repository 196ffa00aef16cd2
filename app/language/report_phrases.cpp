#include "app/language/report_phrases.hpp"

#include "app/language/report_part_rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace opschaling::app {

namespace {

using enum analysis::Phrase;

/// In the order of `Phrase`. Plain words, short sentences, natural frequencies; no digit, since
/// every number comes from the results.
constexpr std::array<PhraseRow, static_cast<std::size_t>(whole_heading)> first_rows{{
    {language_code, "nl", "en"},
    {synthetic_banner,
     "Verzonnen wereld. De wijken in dit rapport bestaan niet: ze zijn gemaakt naar landelijke "
     "cijfers. Enkele parameters zijn geijkt op gepubliceerde cijfers, veel andere zijn een "
     "aanname. De uitkomsten laten zien hoe de routes werken, niet wat er in een echte wijk "
     "gebeurt.",
     "Made-up world. The wijken in this report do not exist: they are made after national figures. "
     "Some parameters are calibrated on published figures, many others are an assumption. The "
     "outcomes show how the routes work, not what happens in a real wijk."},
    {real_banner,
     "Echte wijken, model deels geijkt. De wijken komen uit {source}. Enkele parameters zijn "
     "geijkt op gepubliceerde cijfers, veel andere zijn een aanname. Geen uitkomst gaat over één "
     "straat of één huishouden.",
     "Real wijken, model calibrated in part. The wijken come from {source}. Some parameters are "
     "calibrated on published figures, many others are an assumption. No outcome is about one "
     "street or one household."},
    {contents_heading, "Inhoud", "Contents"},

    {summary_heading, "Op één bladzijde", "On one page"},
    {summary_lead, "De belangrijkste bevindingen, met hoe zeker ze zijn.",
     "The main findings, with how certain they are."},
    {finding_level,
     "{label} in {year}: het meest bij {highest} ({most}), het minst bij {lowest} ({least}).",
     "{label} in {year}: most under {highest} ({most}), least under {lowest} ({least})."},
    {finding_share,
     "Van de {hundred} woningen zijn er in {year} bij {highest} {most} van het aardgas af, en bij "
     "{lowest} {least}.",
     "Of {hundred} homes, {most} are gas-free in {year} under {highest}, and {least} under "
     "{lowest}."},
    {finding_spread_clear,
     "Het verschil tussen {highest} en {lowest} is groter dan het toeval verklaart: {difference}, "
     "met {confidence}% zekerheid tussen {low} en {high}.",
     "The difference between {highest} and {lowest} is more than chance explains: {difference}, "
     "with {confidence}% confidence between {low} and {high}."},
    {finding_spread_unclear,
     "Het verschil tussen {highest} en {lowest} kan toeval zijn: {difference}, maar het kan ook "
     "{low} of {high} zijn.",
     "The difference between {highest} and {lowest} may be chance: {difference}, but it could also "
     "be {low} or {high}."},
    {finding_spread_unknown,
     "Het verschil tussen {highest} en {lowest} is {difference}. Hoeveel daarvan toeval is, is met "
     "één herhaling niet te zeggen.",
     "The difference between {highest} and {lowest} is {difference}. How much of it is chance "
     "cannot be said from one replication."},
    {finding_cost,
     "{label} van {first} tot en met {year}: bij {highest} het meest ({most}), bij {lowest} het "
     "minst ({least}).",
     "{label} from {first} to {year}: most under {highest} ({most}), least under {lowest} "
     "({least})."},
    {certainty_firm,
     "Hoe zeker? De studie is {replications} keer doorgerekend, telkens met hetzelfde toeval voor "
     "elke variant.",
     "How certain? The study was run {replications} times, each time with the same chance for "
     "every "
     "variant."},
    {certainty_indicative,
     "Hoe zeker? Indicatief: de studie is {replications} keer doorgerekend. Voor een stevige "
     "uitspraak zijn er minstens {enough} doorrekeningen nodig.",
     "How certain? Indicative: the study was run {replications} times. A firm statement asks for "
     "at "
     "least {enough} runs."},
    {certainty_single,
     "Hoe zeker? Dat is niet te zeggen: de studie is één keer doorgerekend. Voor een stevige "
     "uitspraak zijn er minstens {enough} doorrekeningen nodig.",
     "How certain? That cannot be said: the study was run once. A firm statement asks for at least "
     "{enough} runs."},
    {not_said,
     "Wat zegt dit niet? Niet wat er gaat gebeuren, maar wat er volgt uit de aannamen in de "
     "bijlage. "
     "Andere aannamen kunnen een andere volgorde geven.",
     "What does this not say? Not what will happen, but what follows from the assumptions in the "
     "appendix. Other assumptions may give another order."},
    {not_ranked, "De volgorde van de varianten geldt voor dit budget, deze periode en deze wereld.",
     "The order of the variants holds for this budget, this period and this world."},

    {facts_heading, "Waar dit voor geldt", "What this holds for"},
    {fact_world, "Wereld", "World"},
    {fact_world_value, "{world}; woningen: {homes}, wijken: {wijken}, gemeenten: {gemeenten}",
     "{world}; homes: {homes}, wijken: {wijken}, gemeenten: {gemeenten}"},
    {fact_shares, "Gedeelde capaciteit (aanname)", "Shared capacity (assumption)"},
    {fact_shares_value,
     "deze wereld is een deel van een groter gebied en krijgt van personeel, installateurs, geld "
     "en "
     "warmtebronnen hetzelfde deel als van de woningen: {places}. Meer of minder dan dat deel "
     "geeft "
     "een andere uitkomst.",
     "this world is part of a larger area and gets the same part of staff, installers, money and "
     "heat sources as of the homes: {places}. More or less than that part gives another outcome."},
    {fact_horizon, "Periode", "Period"},
    {fact_horizon_value, "{first} tot en met {last}", "{first} to {last}"},
    {fact_branch, "Gedeelde geschiedenis", "Common history"},
    {fact_branch_value, "tot {branch}; daarna gaat elke variant zijn eigen weg",
     "until {branch}; from then on every variant goes its own way"},
    {fact_budget, "Budget", "Budget"},
    {fact_equal_budget, "gelijk voor alle varianten: {budget}", "equal for all variants: {budget}"},
    {fact_unequal_budget, "verschilt per variant; zonder wijziging: {budget}",
     "differs by variant; unless changed: {budget}"},
    {fact_no_budget, "geen budget in de parameters", "no budget among the parameters"},
    {budget_money,
     "geld van het programma voor heel Nederland, waarvan deze wereld haar deel krijgt, {value} "
     "{unit}",
     "money of the programme for the whole country, of which this world gets its part, {value} "
     "{unit}"},
    {budget_staff, "menskracht per gemeente, naar grootte, {value} {unit}",
     "staff per gemeente, by size, {value} {unit}"},
    {synthetic_world, "synthetisch Nederland, {percent}% van het land",
     "synthetic Netherlands, {percent}% of the country"},
    {fact_replications, "Herhalingen", "Replications"},
    {fact_replications_value, "{replications} per variant, met hetzelfde toeval voor elke variant",
     "{replications} for each variant, with the same chance for every variant"},
    {fact_failed_value, "{failed} van de {runs} runs zijn mislukt en tellen niet mee",
     "{failed} of the {runs} runs failed and are left out"},
    {fact_seed, "Begingetal van het toeval", "Seed of chance"},
    {fact_version, "Programma", "Program"},

    {question_heading, "Vraag en afbakening", "Question and scope"},
    {question_text,
     "Hoe wordt wat in enkele wijken werkte een transitie? Dit rapport vergelijkt varianten op "
     "dezelfde wereld: dezelfde woningen, hetzelfde verleden, hetzelfde toeval. Alleen wat "
     "hieronder "
     "staat verschilt.",
     "How does what worked in a few wijken become a transition? This report compares variants on "
     "the same world: the same homes, the same past, the same chance. Only what is listed below "
     "differs."},
    {variants_heading, "De varianten", "The variants"},
    {variants_text, "Elke variant verandert vanaf {branch} alleen deze parameters.",
     "Each variant changes only these parameters, from {branch} on."},
    {variant, "Variant", "Variant"},
    {reference_mark, "referentie", "reference"},
    {what_changes, "Wat er verandert", "What changes"},
    {changes_nothing, "niets", "nothing"},

    {levels_heading, "Wat opschaalt en wat niet", "What scales and what does not"},
    {levels_text,
     "Elke lijn is het gemiddelde van de doorrekeningen van één variant. De gestreepte grijze lijn "
     "is "
     "de referentie.",
     "Each line is the mean over the runs of one variant. The dashed grey line is the reference."},
    {claim_levels, "{label}: in {year} het meest bij {highest}, het minst bij {lowest}",
     "{label}: in {year} most under {highest}, least under {lowest}"},
    {claim_equal, "{label}: in {year} bij alle varianten gelijk",
     "{label}: in {year} equal under all variants"},
    {describes_levels,
     "Lijngrafiek van {first} tot en met {year}. In {year}: {figures}. Dezelfde cijfers staan in "
     "de "
     "tabel eronder.",
     "Line chart from {first} to {year}. In {year}: {figures}. The same figures are in the table "
     "below."},
    {branch_mark, "vanaf hier verschillen de varianten", "from here on the variants differ"},
    {bands_heading, "Hoe ver het uiteen kan lopen", "How far apart it can fall"},
    {bands_text,
     "Het gekleurde vlak laat zien hoe ver {runs} doorrekeningen uiteenlopen, zonder de laagste en "
     "de hoogste tiende daarvan; bij weinig doorrekeningen is dat ongeveer van de laagste tot de "
     "hoogste. De gestreepte grijze lijn is de referentie.",
     "The coloured area shows how far {runs} runs differ, without their lowest and highest tenth; "
     "with few runs that is about from the lowest to the highest. The dashed grey line is the "
     "reference."},
    {claim_band, "{variant}: {mean} in {year}; het kan ook {low} of {high} zijn",
     "{variant}: {mean} in {year}; it could also be {low} or {high}"},
    {describes_band,
     "Lijngrafiek van {label} bij {variant}, met de spreiding over de doorrekeningen en de "
     "referentie.",
     "Line chart of {label} under {variant}, with the spread over the runs and the reference."},
    {per_unit, "{label} ({unit})", "{label} ({unit})"},
    {unit_euro_per_year, "euro per jaar", "euros a year"},
    {unit_home, "woningen", "homes"},
    {unit_euro, "euro", "euros"},
    {unit_cubic_metre, "m³", "m³"},
    {unit_cubic_metre_per_year, "m³ per jaar", "m³ a year"},
    {unit_kilowatt_hour_per_year, "kWh per jaar", "kWh a year"},
    {unit_year, "jaar", "years"},
    {millions, "mln {unit}", "million {unit}"},
    {milliards, "mld {unit}", "billion {unit}"},

    {differences_heading, "Het verschil met de referentie", "The difference from the reference"},
    {differences_text,
     "Het verschil wordt per doorrekening genomen, met hetzelfde toeval, en daarna gemiddeld. Het "
     "streepje is het {confidence}%-interval van dat gemiddelde.",
     "The difference is taken run by run, under the same chance, and then averaged. The bar is the "
     "{confidence}% interval of that mean."},
    {claim_differences,
     "{label}: in {year} verschilt {distinct} van de {all} varianten van {reference}",
     "{label}: in {year} {distinct} of {all} variants differ from {reference}"},
    {claim_no_differences,
     "{label}: in {year} is geen verschil met {reference} groter dan het toeval",
     "{label}: in {year} no difference from {reference} is more than chance"},
    {describes_differences,
     "Per variant een punt met een interval, rond de nullijn van de referentie. In {year}: "
     "{figures}.",
     "For each variant a dot with an interval, around the zero line of the reference. In {year}: "
     "{figures}."},
    {less_than_reference, "minder dan de referentie", "less than the reference"},
    {more_than_reference, "meer dan de referentie", "more than the reference"},
    {difference_axis, "{label}: verschil in {year}", "{label}: difference in {year}"},
    {interval_text, "{mean} [{low}; {high}]", "{mean} [{low}; {high}]"},
    {indicative_text,
     "Indicatief (open punten): bij minder dan {enough} herhalingen zegt het interval weinig.",
     "Indicative (open dots): with fewer than {enough} replications the interval says little."},

    {outcomes_heading, "Andere uitkomsten", "Other outcomes"},
    {outcomes_text,
     "Dezelfde varianten, andere maten. Meer woningen van het aardgas af kan meer kosten of meer "
     "van "
     "het stroomnet vragen.",
     "The same variants, other measures. More homes off gas may cost more or ask more of the power "
     "grid."},
    {table_caption_levels, "{label}: gemiddelde, en tussen haakjes de spreiding",
     "{label}: mean, with the spread in brackets"},
    {table_caption_differences, "{label}: verschil met {reference} [{confidence}%-interval]",
     "{label}: difference from {reference} [{confidence}% interval]"},
    {table_note_band, "Tussen haakjes: het {low}e en het {high}e percentiel over de herhalingen.",
     "In brackets: percentiles {low} and {high} over the replications."},
    {as_table, "De cijfers als tabel", "The figures as a table"},
    {download, "Alle jaren als CSV", "All years as CSV"},

    {staircase_heading, "Zwaarder, maar niet in één rechte opgaande lijn",
     "Heavier, but not in one straight rising line"},
    {staircase_text,
     "Onder elk onderstation krijgt een deel van de wijken tegelijk een warmtepomp, of als "
     "controle "
     "een warmtenet. Wie meedoet bij een kleiner deel, doet ook mee bij een groter deel. Langs de "
     "as staat dat deel in procenten. Kosten komen in hele stappen: een station, een streng of een "
     "onderstation wordt verzwaard of niet.",
     "Under each substation a part of the wijken gets heat pumps at one moment, or as a control a "
     "warmtenet. Who takes part in a smaller part does so in a larger one. The axis shows that "
     "part in per cent. Cost comes in whole steps: a station, a string or a substation is "
     "reinforced or not."},
    {staircase_heat_pump, "{level}, warmtepomp", "{level}, heat pump"},
    {staircase_warmtenet, "{level}, warmtenet", "{level}, warmtenet"},
    {staircase_cost_claim, "Kosten van netverzwaring boven die zonder ingreep",
     "Cost of reinforcement above that without the intervention"},
    {staircase_peak_claim, "Som van de pieken boven die zonder ingreep",
     "Sum of peaks above that without the intervention"},
    {staircase_cost_axis, "kosten (mln euro)", "cost (EUR million)"},
    {staircase_peak_axis, "piek (MW)", "peak (MW)"},
    {staircase_line, "niveau en systeem", "level and system"},
    {staircase_share, "deel van de wijken (procent)", "part of the wijken (per cent)"},
    {staircase_steepens,
     "{line}: het tweede kwart van de woningen verhoogt de piek met {second} MW, het eerste met "
     "{first} MW. De piek loopt dus steiler op. De kosten wijken tot {bend} procent af van een "
     "rechte lijn.",
     "{line}: the second quarter of the homes raises the peak by {second} MW, the first by "
     "{first} MW. So the peak steepens. Cost departs from a straight line by up to {bend} per "
     "cent."},
    {staircase_does_not_steepen,
     "{line}: het tweede kwart van de woningen verhoogt de piek met {second} MW, het eerste met "
     "{first} MW. De piek loopt niet duidelijk steiler op. De kosten wijken tot {bend} procent af "
     "van een rechte lijn.",
     "{line}: the second quarter of the homes raises the peak by {second} MW, the first by "
     "{first} MW. The peak does not clearly steepen. Cost departs from a straight line by up to "
     "{bend} per cent."},

    {account_heading, "Verantwoording", "Account"},
    {account_text,
     "Alles hieronder staat ook in het resultaatbestand. Wie dezelfde opdracht geeft, krijgt "
     "dezelfde "
     "cijfers, met hoeveel rekenkernen ook.",
     "All of this is also in the result file. The same command gives the same figures, on any "
     "number "
     "of threads."},
    {account_made, "Gemaakt", "Made"},
    {account_program, "Programma", "Program"},
    {account_command, "Opdracht", "Command"},
    {account_compiler, "Vertaald met", "Compiled with"},
    {account_plan, "Kenmerk van het plan (SHA)", "Identity of the plan (SHA)"},
    {account_inputs, "Invoerbestanden", "Input files"},
    {account_no_inputs, "geen; de wereld is gemaakt uit landelijke cijfers",
     "none; the world is made from national figures"},
    {account_source, "Bron van de wereld", "Source of the world"},
    {account_runs, "Runs", "Runs"},
    {account_gaps,
     "Bekende beperkingen: het model is in enkele parameters geijkt; welke gepubliceerde cijfers "
     "het haalt en welke niet, staat in de documentatie van het programma (validation). "
     "Parameters met het merk «aanname» zijn een oordeel en geen meting. Een bevinding die met "
     "zo'n aanname omslaat, hangt daarvan af.",
     "Known limits: the model is calibrated in some parameters; which published figures it meets "
     "and which not stands in the documentation of the program (validation). Parameters marked "
     "«assumption» are a judgement, not a measurement. A finding that flips with such an "
     "assumption depends on it."},

    {appendix_heading, "Bijlage", "Appendix"},
    {parameters_heading, "Parameters met bron", "Parameters with source"},
    {parameters_text,
     "{parameters} parameters, waarvan {assumptions} een aanname. Betekenis en bron staan in het "
     "Engels, de taal van de code.",
     "{parameters} parameters, {assumptions} of them an assumption. Meaning and source are in "
     "English, the language of the code."},
    {parameter, "Parameter", "Parameter"},
    {value, "Waarde", "Value"},
    {unit, "Eenheid", "Unit"},
    {meaning, "Betekenis", "Meaning"},
    {source, "Bron", "Source"},
    {assumption, "aanname", "assumption"},
    {schedule_heading, "Wat er in een kwartaal gebeurt", "What happens in a quarter"},
    {schedule_text, "In deze volgorde. De zinnen staan in het Engels, de taal van de code.",
     "In this order."},
    {reads, "Leest", "Reads"},
    {writes, "Schrijft", "Writes"},
    {outcomes_list_heading, "De uitkomsten", "The outcomes"},
    {outcome, "Uitkomst", "Outcome"},
    {definition, "Omschrijving", "Definition"},
    {study_heading, "De studie voluit", "The study in full"},
    {study_text, "Met bij elke waarde waar die vandaan komt.", "With the origin of each value."},
}};

/// Both halves of the table, one after the other.
constexpr auto joined_rows() {
    std::array<PhraseRow, static_cast<std::size_t>(count)> joined{};
    static_assert(first_rows.size() + report_part_rows.size() == joined.size());
    std::ranges::copy(report_part_rows, std::ranges::copy(first_rows, joined.begin()).out);
    return joined;
}

constexpr auto rows = joined_rows();

constexpr bool is_complete() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].id != static_cast<analysis::Phrase>(i) || rows[i].dutch.empty() ||
            rows[i].english.empty()) {
            return false;
        }
    }
    return true;
}

static_assert(is_complete());

/// Outside placeholders a phrase holds no digit.
constexpr bool holds_no_digit(std::string_view words) {
    for (char const letter : words) {
        if (letter >= '0' && letter <= '9') {
            return false;
        }
    }
    return true;
}

constexpr bool hold_no_digits() {
    for (auto const& row : rows) {
        if (!holds_no_digit(row.dutch) || !holds_no_digit(row.english)) {
            return false;
        }
    }
    return true;
}

static_assert(hold_no_digits());

} // namespace

std::span<PhraseRow const> all_phrases() {
    return rows;
}

analysis::Phrases phrases_in(analysis::Language language) {
    return [language](analysis::Phrase phrase) {
        auto const& row = rows.at(static_cast<std::size_t>(phrase));
        return language == analysis::Language::dutch ? row.dutch : row.english;
    };
}

} // namespace opschaling::app
