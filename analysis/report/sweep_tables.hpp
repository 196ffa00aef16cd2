#pragma once

#include "analysis/report/report.hpp"
#include "analysis/report/sweep_phrases.hpp"
#include "analysis/sweep/analyse_sweep.hpp"

#include <optional>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// What stands in a table for a person, and the number behind it for a spreadsheet.
struct FindingCell {
    std::string text;
    std::optional<double> value{};
};

/// One finding as a table, for the terminal, the page and a spreadsheet alike.
struct FindingTable {
    std::string name; ///< of its file, without ending
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<FindingCell>> rows;
    std::vector<std::string> notes; ///< what a reader must know, a sentence or two each
    std::string chart;              ///< SVG; empty for none
};

/// The findings in the order in which they are told.
[[nodiscard]] std::vector<FindingTable>
tables_of(SweepTable const& table, SweepFindings const& findings, SweepWording const& words);

/// How many runs there are and how many failed, in sentences.
[[nodiscard]] std::vector<std::string> lines_about_runs(SweepTable const& table,
                                                        SweepWording const& words);

/// A table as a file for a spreadsheet: full figures, a decimal point.
[[nodiscard]] ReportTable finding_csv(FindingTable const& table);

/// One page of HTML with all tables and charts, that needs nothing from elsewhere.
[[nodiscard]] std::string findings_page(std::string const& title, SweepTable const& table,
                                        std::vector<FindingTable> const& tables,
                                        SweepWording const& words);

/// Tables by kind, for `tables_of`.
[[nodiscard]] FindingTable sobol_table(SweepTable const& table, SobolFinding const& finding,
                                       SweepWording const& words);
[[nodiscard]] FindingTable effects_table(SweepTable const& table, EffectsFinding const& finding,
                                         SweepWording const& words);
[[nodiscard]] FindingTable given_data_table(SweepTable const& table,
                                            GivenDataFinding const& finding,
                                            SweepWording const& words);
[[nodiscard]] std::vector<FindingTable>
box_tables(SweepTable const& table, BoxesFinding const& finding, SweepWording const& words);
[[nodiscard]] FindingTable tree_table(SweepTable const& table, TreeFinding const& finding,
                                      SweepWording const& words);
[[nodiscard]] FindingTable robustness_table(SweepTable const& table,
                                            RobustnessFinding const& finding,
                                            SweepWording const& words);
[[nodiscard]] FindingTable paired_table(SweepTable const& table, PairedFinding const& finding,
                                        SweepWording const& words);

/// Names as the reader's language has them.
[[nodiscard]] std::string name_of(TableOutcome const& outcome, SweepWording const& words);
[[nodiscard]] std::string name_of(TablePolicy const& policy, SweepWording const& words);

/// A share of one in percent, without a sign for what rounds to nothing.
[[nodiscard]] FindingCell percent_cell(double share, SweepWording const& words);

} // namespace opschaling::analysis
