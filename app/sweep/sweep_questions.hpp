#pragma once

#include "analysis/store/sweep_file.hpp"
#include "analysis/sweep/analyse_sweep.hpp"
#include "analysis/sweep/sweep_table.hpp"
#include "scenarios/reader/analysis_plan.hpp"

#include <vector>

namespace opschaling::app {

/// All points and outcomes of a sweep in memory, 16 bytes a run and outcome. `plan` tells which
/// outcomes are to be maximised or minimised.
[[nodiscard]] analysis::SweepTable table_of(analysis::SweepFile const& file,
                                            scenarios::AnalysisPlan const& plan);

/// What the plan asks, else what the design is for. An InputError when the sweep cannot answer it.
[[nodiscard]] std::vector<analysis::Question> questions_of(analysis::SweepTable const& table,
                                                           scenarios::AnalysisPlan const& plan);

} // namespace opschaling::app
