#include "analysis/store/rows_in_file.hpp"

#include <string>

namespace opschaling::analysis {

std::uint64_t RowsInFile::place_of(std::size_t row) const {
    if (row >= rows) {
        throw h5::Failure{"a dataset has no place for run " + std::to_string(row)};
    }
    return first + row * row_bytes;
}

RowsInFile rows_in_file(hid_t dataset, std::size_t row_bytes) {
    auto const extent = h5::extent_of(dataset);
    auto const first = H5Dget_offset(dataset);
    auto const rows = extent.empty() ? 0 : extent.front();
    if (first == HADDR_UNDEF || H5Dget_storage_size(dataset) != rows * row_bytes) {
        throw h5::Failure{"a dataset does not fit its dimensions"};
    }
    return {.first = first, .rows = rows, .row_bytes = row_bytes};
}

} // namespace opschaling::analysis
