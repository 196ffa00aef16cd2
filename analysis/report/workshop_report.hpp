#pragma once

#include "analysis/report/report.hpp"
#include "analysis/report/workshop_figures.hpp"

#include <string>

namespace opschaling::analysis {

/// The figures of a workshop as a page to look them up in: what the choices bring in a few
/// sentences, a chart of those with a name, and for each outcome a table of every choice that was
/// run, with all years as CSV. Choices are called by the digits of the page's code.
[[nodiscard]] Report workshop_report(WorkshopFigures const& figures, Wording const& wording,
                                     std::string const& tables_folder);

} // namespace opschaling::analysis
