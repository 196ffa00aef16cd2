#pragma once

#include "analysis/store/hdf5.hpp"

#include <cstddef>
#include <cstdint>

namespace opschaling::analysis {

/// Where the rows of a dataset lie in its file, one behind another as they are in memory, so that
/// they can be read and written without the HDF5 library.
struct RowsInFile {
    std::uint64_t first{0}; ///< from the beginning of the file, in bytes
    std::size_t rows{0};
    std::size_t row_bytes{0};

    /// Throws an h5::Failure when there is no such row.
    [[nodiscard]] std::uint64_t place_of(std::size_t row) const;
};

/// Throws an h5::Failure when the dataset does not lie in one piece, as packed ones do not, or when
/// a row has another length than that.
[[nodiscard]] RowsInFile rows_in_file(hid_t dataset, std::size_t row_bytes);

} // namespace opschaling::analysis
