#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"
#include "sim/results/series.hpp"

namespace opschaling::analysis {

/// Throws a Failure when a finished dataset says to hold more than its bytes in the file can unfold
/// to: such a file of kilobytes would ask for all memory. 64 MiB pass in any case.
void check_unfolds(hid_t dataset);

/// Throws a Failure when a series of a result has other runs than its plan, or when it is complete
/// and does not unfold to what it says.
void check_sizes(hid_t file, ResultPlan const& plan, sim::ResultShape const& shape,
                 bool is_complete);

} // namespace opschaling::analysis
