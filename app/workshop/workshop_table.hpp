#pragma once

#include "analysis/store/table_file.hpp"
#include "app/workshop/workshop_runs.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// The figures of the page as CSV: a row for each choice, outcome and year, as the page shows them.
[[nodiscard]] std::string workshop_table(PreparedWorkshop const& prepared,
                                         std::vector<PointFigures> const& points);

/// The same unrounded, with what the runs depend on: a table `figures` that netCDF readers open.
/// One row a combination, outcome and year, in the order of the table for a spreadsheet.
[[nodiscard]] analysis::TableFile workshop_file(PreparedWorkshop const& prepared,
                                                std::vector<PointFigures> const& points);

} // namespace opschaling::app
