#pragma once

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
};

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

/// Cost and peak of the grid by the part of the wijken on one heating system; empty when the study
/// imposes none.
[[nodiscard]] std::string staircase_section(ReportSubject const& subject);

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
