#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/sweep_plan.hpp"

namespace opschaling::analysis {

/// Writes what surrounds the runs of a sweep: the study, inputs, outcomes, points and the stopping
/// rule. `run` is the scale of the dimension of that name.
void write_sweep_plan(hid_t file, SweepPlan const& plan, h5::Owned const& run);

/// Reads it back; a Failure when it does not agree with its own hash.
[[nodiscard]] SweepPlan read_sweep_record(hid_t file);

} // namespace opschaling::analysis
