#pragma once

#include "app/workshop/workshop_runs.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// The figures of the page as CSV: a row for each choice, outcome and year, as the page shows them.
[[nodiscard]] std::string workshop_table(PreparedWorkshop const& prepared,
                                         std::vector<PointFigures> const& points);

} // namespace opschaling::app
