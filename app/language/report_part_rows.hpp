#pragma once

#include "app/language/report_phrases.hpp"

#include <array>

namespace opschaling::app {

/// The phrases of the sections on the whole, scale, people, pilots, meaning and sensitivity, and of
/// the glossary: from `Phrase::whole_heading` on, in the order of `Phrase`.
inline constexpr std::array<PhraseRow, 76> report_part_rows{{
    {analysis::Phrase::whole_heading, "Geheel en som der delen",
     "The whole and the sum of its parts"},
    {analysis::Phrase::whole_text,
     "Wijken delen vakmensen, stroomnet, geld en ervaring. Doen er veel tegelijk mee, dan is de "
     "uitkomst niet de som van wat elke wijk alleen zou doen. Een oorzaak telt hier als gemiddelde "
     "over alle volgordes waarin de oorzaken erbij kunnen komen; wat oorzaken alleen samen doen, "
     "is daarin verdeeld of staat apart als samenspel.",
     "Wijken share craftsmen, power grid, money and experience. When many take part at once, the "
     "outcome is not the sum of what each would do alone. A cause counts here as its mean over all "
     "orders in which the causes can be added; what causes do only together is shared out among "
     "them or stands apart as interplay."},
    {analysis::Phrase::scale_heading, "Schaal", "Scale"},
    {analysis::Phrase::scale_text,
     "Per maatregel: vanaf welke schaal zij loont, en waar zij te groot wordt. De schaalvensters "
     "gelden bij de aannamen over afstand en passendheid.",
     "For each measure: the scale from which it pays, and where it becomes too large. The windows "
     "of scale hold under the assumptions on distance and fit."},
    {analysis::Phrase::people_heading, "Wie moet wat kunnen", "Who must be able to do what"},
    {analysis::Phrase::people_text,
     "Wat schaars is, verandert met de jaren. Elke grafiek toont één tekort bij elke variant: waar "
     "een lijn hoger ligt, houdt dat tekort meer op.",
     "What is scarce changes over the years. Each chart shows one shortage under every variant: "
     "where a line is higher, that shortage holds up more."},
    {analysis::Phrase::people_table,
     "Wat projecten ophield van {first} tot en met {year}, gemiddeld per doorrekening",
     "What held projects up from {first} to {year}, mean over the runs"},
    {analysis::Phrase::people_none, "Dit resultaat houdt geen tekorten bij.",
     "This result records no shortages."},
    {analysis::Phrase::pilot_heading, "Wat de koplopers deden geloven",
     "What the front-runners made believe"},
    {analysis::Phrase::pilot_text,
     "De eerste wijken werden gekozen, kregen extra geld en aandacht en hadden de beste mensen. "
     "Het model kent beide: wat zij lieten zien, en wat dezelfde aanpak overal doet.",
     "The first wijken were selected, got extra money and attention and had the best people. The "
     "model knows both: what they showed, and what the same approach does everywhere."},
    {analysis::Phrase::not_measured,
     "Dit rapport bevat hier geen meting van. De opdracht «opschaling effects {kind} STUDIE» maakt "
     "haar; noem dat resultaat daarna ook bij «opschaling report».",
     "This report holds no measurement of it. The command «opschaling effects {kind} STUDY» makes "
     "one; name its result to «opschaling report» too."},
    {analysis::Phrase::measured_on,
     "Gemeten op {world}: {runs} runs, {replications} herhalingen, begingetal {seed}; kenmerk van "
     "het plan {plan}.",
     "Measured on {world}: {runs} runs, {replications} replications, seed {seed}; identity of the "
     "plan {plan}."},
    {analysis::Phrase::worked_out_on,
     "Berekend uit {world}, zonder runs: uit plaatsen, afstanden en prijzen. Een interval "
     "gaat over de eenheden van die grootte; kenmerk van het plan {plan}.",
     "Worked out from {world}, without runs: from places, distances and prices. An interval "
     "is over the units of that size; identity of the plan {plan}."},
    {analysis::Phrase::download_figures, "Al deze cijfers als CSV", "All of these figures as CSV"},
    {analysis::Phrase::meaning_heading, "Wat betekent dit voor lokaal, KLP en Rijk",
     "What this means for the local level, the KLP and the Rijk"},
    {analysis::Phrase::meaning_text,
     "Vijf punten uit ‘Opschalingsbewust denken en doen’, elk met wat het model ervan kan tellen. "
     "De cijfers zijn die van het laatste jaar.",
     "Five points of ‘Opschalingsbewust denken en doen’, each with what the model can count of it. "
     "The figures are those of the last year."},
    {analysis::Phrase::meaning_point, "Punt", "Point"},
    {analysis::Phrase::meaning_whom, "Vooral voor", "Mainly for"},
    {analysis::Phrase::meaning_indicator, "Wat het model telt", "What the model counts"},
    {analysis::Phrase::meaning_figures, "Cijfer", "Figure"},
    {analysis::Phrase::meaning_range, "{most} bij {highest}; {least} bij {lowest}",
     "{most} under {highest}; {least} under {lowest}"},
    {analysis::Phrase::meaning_same, "{most} bij alle varianten", "{most} under all variants"},
    {analysis::Phrase::meaning_absent, "niet in dit resultaat", "not in this result"},
    {analysis::Phrase::point_verification,
     "Systematische succes-verificatie: toets bewust of een aanpak ook elders werkt",
     "Systematic verification of success: test on purpose whether an approach also works "
     "elsewhere"},
    {analysis::Phrase::point_learning,
     "Leerprestatie monitoren: volg hoe goed er geleerd wordt, niet alleen hoeveel woningen "
     "overgaan",
     "Monitor learning: follow how well is learned, not only how many homes move"},
    {analysis::Phrase::point_scale, "Schaaldiscussie: spreek af wie wat op welke schaal doet",
     "Discussion of scale: agree who does what at which scale"},
    {analysis::Phrase::point_scalers, "Opscalers: betrek vroeg wie de volgende fase uitvoert",
     "Scalers: involve early who carries out the next phase"},
    {analysis::Phrase::point_staff, "Chiefs of staff: beleg de regie over opschaling stevig",
     "Chiefs of staff: put someone firmly in charge of scaling"},
    {analysis::Phrase::for_rijk, "Rijk", "Rijk"},
    {analysis::Phrase::for_klp, "KLP en lokaal", "KLP and local level"},
    {analysis::Phrase::for_all, "lokaal, KLP en Rijk", "local level, KLP and Rijk"},
    {analysis::Phrase::for_local, "lokaal en Rijk", "local level and Rijk"},
    {analysis::Phrase::sensitivity_heading, "Gevoeligheid", "Sensitivity"},
    {analysis::Phrase::sensitivity_text,
     "Houdt het teken van een verschil stand? Bij elke variant staat in hoeveel van de "
     "doorrekeningen het verschil met de referentie dezelfde kant op wijst.",
     "Does the sign of a difference hold? For each variant: in how many of the runs its difference "
     "from the reference points the same way."},
    {analysis::Phrase::sensitivity_none,
     "Andere aannamen zijn hier niet doorgerekend. Een sweep over de aannamen («opschaling sweep "
     "EXPERIMENT») laat zien welke bevinding omslaat; noem dat resultaat ook bij «opschaling "
     "report».",
     "Other assumptions were not run here. A sweep over the assumptions («opschaling sweep "
     "EXPERIMENT») shows which finding flips; name its result to «opschaling report» too."},
    {analysis::Phrase::sign_caption, "{label} in {year}: houdt het teken stand over het toeval?",
     "{label} in {year}: does the sign hold over chance?"},
    {analysis::Phrase::sign_share, "doorrekeningen met hetzelfde teken", "runs with the same sign"},
    {analysis::Phrase::sign_label, "Oordeel", "Verdict"},
    {analysis::Phrase::sign_of, "{part} van de {all}", "{part} of {all}"},
    {analysis::Phrase::sign_holds, "teken staat vast over het toeval", "sign holds over chance"},
    {analysis::Phrase::depends_on_chance, "hangt af van toeval", "depends on chance"},
    {analysis::Phrase::depends_on_assumptions, "hangt af van de aannamen",
     "depends on the assumptions"},
    {analysis::Phrase::sign_robust, "robuust teken", "robust sign"},
    {analysis::Phrase::sign_unknown, "niet te zeggen met één herhaling",
     "cannot be said from one replication"},
    {analysis::Phrase::sign_sampled_caption, "Houdt het teken stand over de aannamen?",
     "Does the sign hold over the assumptions?"},
    {analysis::Phrase::sign_sampled_share,
     "procent van de doorgerekende aannamen met hetzelfde teken",
     "per cent of the sampled assumptions with the same sign"},
    {analysis::Phrase::finding, "Bevinding", "Finding"},
    {analysis::Phrase::levers_heading, "De knoppen", "The levers"},
    {analysis::Phrase::levers_text, "Elke parameter die een variant verandert, met zijn betekenis.",
     "Every parameter that a variant changes, with its meaning."},
    {analysis::Phrase::glossary_heading, "Drie lijsten van routes naast elkaar",
     "Three lists of routes side by side"},
    {analysis::Phrase::glossary_text,
     "De bronnen noemen de routes verschillend. Dit rapport volgt de eerste kolom. «Diep» en "
     "«voorbij» hebben daar geen route; ze zijn er niet in gedwongen.",
     "The sources name the routes differently. This report follows the first column. «Deep» and "
     "«beyond» have no route there; they are not forced into one."},
    {analysis::Phrase::route_here, "Opschalingsbewust denken en doen",
     "Opschalingsbewust denken en doen"},
    {analysis::Phrase::route_handleiding, "Handleiding bewust opschalen",
     "Handleiding bewust opschalen"},
    {analysis::Phrase::route_maatschappelijk, "Maatschappelijke opschaling",
     "Maatschappelijke opschaling"},
    {analysis::Phrase::route_what, "Wat het is", "What it is"},
    {analysis::Phrase::route_groei, "groei", "growth (groei)"},
    {analysis::Phrase::route_replicatie, "replicatie", "replication (replicatie)"},
    {analysis::Phrase::route_circulatie, "circulatie", "circulation (circulatie)"},
    {analysis::Phrase::route_institutionalisering, "institutionalisering",
     "institutionalisation (institutionalisering)"},
    {analysis::Phrase::route_rightscaling, "rightscaling", "rightscaling"},
    {analysis::Phrase::route_uit, "uit", "out (uit)"},
    {analysis::Phrase::route_op_in, "op, in", "up, in (op, in)"},
    {analysis::Phrase::route_diep, "diep, voorbij", "deep, beyond (diep, voorbij)"},
    {analysis::Phrase::route_translatie, "translatie", "translation (translatie)"},
    {analysis::Phrase::route_verspreiden, "verspreiden", "spreading (verspreiden)"},
    {analysis::Phrase::route_schaalgebonden, "schaalgebonden", "bound to a scale (schaalgebonden)"},
    {analysis::Phrase::route_no, "geen", "none"},
    {analysis::Phrase::what_groei, "dezelfde ploeg gaat verder in de straten ernaast",
     "the same team goes on into the next streets"},
    {analysis::Phrase::what_replicatie, "wat in één wijk werkte, elders nadoen",
     "doing elsewhere what worked in one wijk"},
    {analysis::Phrase::what_circulatie, "per wijk de onderdelen kiezen die passen",
     "choosing for each wijk the parts that fit"},
    {analysis::Phrase::what_institutionalisering, "wat geleerd is wordt regel of vaste organisatie",
     "what was learned becomes rule or standing organisation"},
    {analysis::Phrase::what_rightscaling, "wat regel je klein, wat groot?",
     "what is arranged small, what large?"},
    {analysis::Phrase::what_diep, "andere waarden en gewoonten; winst buiten de warmte",
     "other values and habits; gains beyond heat"},
    {analysis::Phrase::numbers_heading, "Alle cijfers", "All figures"},
    {analysis::Phrase::numbers_text,
     "Uitkomsten met een grafiek staan daarbij, als tabel en als CSV. Hieronder staat elke reeks "
     "van "
     "het land in het laatste jaar; andere jaren staan in het resultaatbestand.",
     "Outcomes with a chart stand with it, as table and as CSV. Below is every series of the "
     "country "
     "in the last year; other years are in the result file."},
    {analysis::Phrase::numbers_caption,
     "Alle reeksen in {year}: gemiddelde per doorrekening, een stand aan het einde van het jaar of "
     "een stroom over het jaar",
     "All series in {year}: mean of the runs, a level at the end of the year or a flow over the "
     "year"},
}};

} // namespace opschaling::app
