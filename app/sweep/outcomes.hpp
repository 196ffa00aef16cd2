#pragma once

#include "analysis/store/sweep_plan.hpp"
#include "scenarios/experiment.hpp"
#include "sim/results/series.hpp"

#include <span>
#include <string>
#include <vector>

namespace opschaling::app {

/// What an outcome asks for and a run does not record, as sentences; empty when all is well.
[[nodiscard]] std::vector<std::string> problems_with(scenarios::ExperimentOutcome const& outcome,
                                                     sim::ResultShape const& shape,
                                                     sim::Quarter branch);

/// The outcome as the result file tells it. Expects that `problems_with` finds none.
[[nodiscard]] analysis::SweptOutcome tell_outcome(scenarios::ExperimentOutcome const& outcome,
                                                  sim::ResultShape const& shape);

/// Each outcome of a run that is finished. The branch is the quarter that `since_branch`, `highest`
/// and `lowest` begin at.
[[nodiscard]] std::vector<double>
measure_outcomes(std::span<scenarios::ExperimentOutcome const> outcomes,
                 sim::ResultShape const& shape, sim::RunResult const& figures, sim::Quarter branch);

} // namespace opschaling::app
