#pragma once

#include "analysis/report/evidence.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/report/report.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// What all sections of a report draw on.
struct ReportSubject {
    ResultFile const& file;
    ResultPlan const& plan;
    Wording const& wording;
    std::string tables_folder;
    std::vector<Outcome> outcomes; ///< the headlines, in order
    Evidence const& evidence;
    std::vector<Outcome> shortages; ///< what held projects and homes up, as far as it is recorded
};

/// "4. The whole": the heading of one of the numbered sections, with its anchor.
[[nodiscard]] std::string numbered_heading(ReportSubject const& subject, int number, Phrase phrase,
                                           std::string_view id);

/// Three findings with how certain they are and what they do not say.
[[nodiscard]] std::string summary_section(ReportSubject const& subject);

/// World, period, budget, replications: what the findings hold for.
[[nodiscard]] std::string facts_section(ReportSubject const& subject);

/// What the variants change.
[[nodiscard]] std::string question_section(ReportSubject const& subject);

/// The leading outcome: lines, bands and differences.
[[nodiscard]] std::string levels_section(ReportSubject const& subject);
[[nodiscard]] std::string differences_section(ReportSubject const& subject);

/// The other outcomes, a chart and a table each.
[[nodiscard]] std::string outcomes_section(ReportSubject const& subject);

/// The routes at equal money and what learning is worth, as far as they were measured.
[[nodiscard]] std::string routes_section(ReportSubject const& subject);

/// Cost and peak of the grid by the part of the wijken on one heating system; empty when the study
/// imposes none.
[[nodiscard]] std::string staircase_section(ReportSubject const& subject);

/// What experiments say of the whole against its parts, of scale and of pilots; where there are
/// none, which command makes them.
[[nodiscard]] std::string whole_section(ReportSubject const& subject);
[[nodiscard]] std::string scale_section(ReportSubject const& subject);
[[nodiscard]] std::string pilot_section(ReportSubject const& subject);

/// Shortages over the years, and the causes that held projects up.
[[nodiscard]] std::string people_section(ReportSubject const& subject);
[[nodiscard]] std::vector<std::string> shortage_series(sim::ResultShape const& shape);

/// The five points of the source for the Rijk, each with what the model can count of it.
[[nodiscard]] std::string meaning_section(ReportSubject const& subject);

/// Whether signs hold over chance and over assumptions.
[[nodiscard]] std::string sensitivity_section(ReportSubject const& subject);

/// "depends on chance" where the lead finding does; empty where its sign holds or cannot be told.
[[nodiscard]] std::string label_of_lead(ReportSubject const& subject);

/// Every series of the country in the last year, a row each with the anchor `series-NAME`.
[[nodiscard]] std::string all_figures(ReportSubject const& subject);

/// The changed parameters with their meaning, and three lists of routes side by side.
[[nodiscard]] std::string levers_and_glossary(ReportSubject const& subject);

/// A link to a table beside the page.
[[nodiscard]] std::string download_link(ReportSubject const& subject, std::string const& file_name,
                                        Phrase phrase = Phrase::download);

/// Provenance, and all parameters, phases and definitions.
[[nodiscard]] std::string account_section(ReportSubject const& subject);
[[nodiscard]] std::string appendix_section(ReportSubject const& subject);

/// The figures of one outcome in the key years.
[[nodiscard]] std::string levels_table(ReportSubject const& subject, Outcome const& outcome);
[[nodiscard]] std::string differences_table(ReportSubject const& subject, Outcome const& outcome);

/// All years and variants of one outcome, for a spreadsheet.
[[nodiscard]] ReportTable outcome_csv(Outcome const& outcome, ResultPlan const& plan);
[[nodiscard]] ReportTable differences_csv(Outcome const& outcome, ResultPlan const& plan);

} // namespace opschaling::analysis
