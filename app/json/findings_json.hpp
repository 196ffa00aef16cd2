#pragma once

#include "analysis/store/sweep_file.hpp"
#include "analysis/sweep/analyse_sweep.hpp"
#include "analysis/sweep/sweep_table.hpp"

#include <string>

namespace opschaling::app {

/// All that was found in a sweep, in full figures, with the identity of its runs and of the program
/// that did them.
[[nodiscard]] std::string findings_json(analysis::SweepFile const& file,
                                        analysis::SweepTable const& table,
                                        analysis::SweepFindings const& findings);

} // namespace opschaling::app
