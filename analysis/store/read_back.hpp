#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/run_status.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Runs that are done but whose figures in a finished result do not agree with their digest in the
/// unfinished one. Reads every block from the file, unpacks it, several at the same time, and
/// throws an h5::Failure when one is missing or damaged.
[[nodiscard]] std::vector<std::size_t> find_misread_runs(hid_t finished, hid_t unfinished,
                                                         sim::ResultShape const& shape,
                                                         std::span<RunStatus const> statuses);

} // namespace opschaling::analysis
