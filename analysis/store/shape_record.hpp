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

/// Makes the dimensions of time and place and a dataset for every series.
void write_shape(hid_t file, sim::ResultShape const& shape, std::size_t runs, Stage stage,
                 h5::Owned const& run);

/// The block of a series that is compressed as one in a finished result: whole runs where several
/// fit, else all steps of some members of one run.
[[nodiscard]] std::vector<hsize_t> chunk_of(sim::ResultShape const& shape,
                                            sim::SeriesDeclaration const& series, std::size_t runs);

[[nodiscard]] sim::ResultShape read_shape(hid_t file);

} // namespace opschaling::analysis
