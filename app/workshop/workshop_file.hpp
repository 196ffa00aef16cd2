#pragma once

#include "analysis/store/table_file.hpp"
#include "app/workshop/workshop_runs.hpp"

#include <vector>

namespace opschaling::app {

/// The figures of the page unrounded, with what they mean and what the runs depend on, for netCDF
/// readers and for a report. The table `figures` has a row for each choice, outcome and year, in
/// the order of the table for a spreadsheet; `levers`, `stops`, `outcomes` and `choices` say in
/// both languages what digits and outcomes are called.
[[nodiscard]] analysis::TableFile workshop_file(PreparedWorkshop const& prepared,
                                                std::vector<PointFigures> const& points);

} // namespace opschaling::app
