#pragma once

#include "analysis/store/sweep_plan.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/study/make_world.hpp"
#include "scenarios/experiment.hpp"
#include "sim/results/series.hpp"

#include <string>

namespace opschaling::app {

/// A sweep that can begin: what was asked, the world it runs on, and all its runs.
struct PreparedSweep {
    scenarios::Experiment experiment;
    MadeWorld world;
    sim::ResultShape shape; ///< of all that a run records, of which a sweep keeps some figures
    analysis::SweepPlan plan;
};

/// Reads the experiment, makes the world and draws the design. Whatever the experiment asks for and
/// a run cannot give is an InputError that names all of it.
[[nodiscard]] PreparedSweep prepare_sweep(SweepArguments const& arguments,
                                          std::string const& command_line, Console const& console);

} // namespace opschaling::app
