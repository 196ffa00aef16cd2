#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "sim/results/series.hpp"

#include <functional>

namespace opschaling::analysis {

/// Lays out a finished result and fills it from the unfinished one, whose figures `runs` reads:
/// block by block, several packed at the same time and written in their order. Memory holds some
/// hundred packed blocks. Tells `progress`, where there is one, the share of blocks packed.
void pack(hid_t unfinished, RunColumns const& runs, hid_t finished, ResultPlan const& plan,
          sim::ResultShape const& shape, std::function<void(double share)> const& progress);

} // namespace opschaling::analysis
