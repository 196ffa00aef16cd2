#pragma once

#include "analysis/sweep/analyse_sweep.hpp"
#include "analysis/sweep/sweep_table.hpp"

#include <string>

namespace opschaling::app {

/// All that was found in a sweep, in full figures.
[[nodiscard]] std::string findings_json(analysis::SweepTable const& table,
                                        analysis::SweepFindings const& findings);

} // namespace opschaling::app
