#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/storage_error.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

namespace opschaling::analysis {

/// Does something with a file; what HDF5 finds wrong leaves as a StorageError that names the file
/// and what was being done.
template <typename Work>
decltype(auto) at_the_door(std::filesystem::path const& path, std::string_view operation,
                           Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (h5::Failure const& failure) {
        throw StorageError{path, operation, failure.what()};
    }
}

} // namespace opschaling::analysis
