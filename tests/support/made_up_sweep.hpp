#pragma once

#include "analysis/store/sweep_plan.hpp"
#include "analysis/store/sweep_writer.hpp"

#include <cstddef>
#include <filesystem>

namespace opschaling::tests {

/// A sweep of the sample study: listed points of a number and a category, two policies, two
/// outcomes and one series kept in full.
[[nodiscard]] analysis::SweepPlan made_up_sweep(std::size_t points, std::size_t replications);

/// Figures that follow from the run's number; every seventeenth run has failed.
[[nodiscard]] analysis::SweptRun made_up_run(analysis::SweepPlan const& plan, std::size_t run);

/// Writes what is pending of a shard, `at_once` runs at a time, and finishes it.
void write_made_up(analysis::SweepWriter& writer, analysis::SweepPlan const& plan,
                   std::size_t at_once = 7);

} // namespace opschaling::tests
