#pragma once

#include "analysis/store/hdf5.hpp"
#include "sim/parameters/declaration.hpp"

#include <vector>

namespace opschaling::analysis {

/// Writes parameters as parallel columns of one length, along the dimension that `scale` stands
/// for.
void write_parameters(hid_t group, std::vector<sim::ParameterRecord> const& records,
                      h5::Owned const& scale);

[[nodiscard]] std::vector<sim::ParameterRecord> read_parameters(hid_t group);

} // namespace opschaling::analysis
