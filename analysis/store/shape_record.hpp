#pragma once

#include "analysis/store/hdf5.hpp"
#include "sim/results/series.hpp"

#include <cstddef>

namespace opschaling::analysis {

/// Makes the dimensions of time and place and an empty dataset for every series.
void write_shape(hid_t file, sim::ResultShape const& shape, std::size_t runs, h5::Owned const& run);

[[nodiscard]] sim::ResultShape read_shape(hid_t file);

} // namespace opschaling::analysis
