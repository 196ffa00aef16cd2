#pragma once

#include "analysis/store/hdf5.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <vector>

namespace opschaling::analysis {

/// How far a result is. While it is unfinished, all its space is taken beforehand and every figure
/// has its fixed place: writing one touches nothing else, so no moment is a bad one to be killed.
/// A finished one is compressed and checked by sums.
enum class Stage { unfinished, finished };

/// Makes the dimensions of time and place and a dataset for every series; these are still open.
std::vector<h5::Owned> write_shape(hid_t file, sim::ResultShape const& shape, std::size_t runs,
                                   Stage stage, h5::Owned const& run);

[[nodiscard]] sim::ResultShape read_shape(hid_t file);

} // namespace opschaling::analysis
