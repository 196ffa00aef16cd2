#pragma once

#include "sim/contract/expects.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace opschaling::analysis {

/// The disk, the permissions or the file is at fault, not the program: says which file and what was
/// being done to it (exit code 74).
class StorageError : public sim::Error {
public:
    StorageError(std::filesystem::path const& path, std::string_view operation,
                 std::string_view reason)
        : sim::Error{path.string() + ": " + std::string{operation} + ": " + std::string{reason}},
          path_{path} {}

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// There is already something at this place: nothing is overwritten unasked.
class AlreadyThere : public StorageError {
public:
    using StorageError::StorageError;
};

/// Another process is writing this result now.
class BeingWritten : public StorageError {
public:
    using StorageError::StorageError;
};

/// The file is not what was written.
class DamagedFile : public StorageError {
public:
    using StorageError::StorageError;
};

/// The file holds results of another plan, so the two cannot be mixed.
class OtherPlan : public StorageError {
public:
    using StorageError::StorageError;
};

} // namespace opschaling::analysis
