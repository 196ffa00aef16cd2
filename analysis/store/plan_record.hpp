#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"

namespace opschaling::analysis {

/// Writes what surrounds the figures: root attributes, variants, parameters with their sources,
/// the schedule's text and the provenance. `run` is the scale of the dimension of that name.
void write_plan(hid_t file, ResultPlan const& plan, h5::Owned const& run);

/// Reads it back; a Failure when the plan does not agree with its own hash.
[[nodiscard]] ResultPlan read_plan(hid_t file);

} // namespace opschaling::analysis
