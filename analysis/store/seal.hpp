#pragma once

#include <filesystem>
#include <string_view>

namespace opschaling::analysis {

/// Appends to a closed file a line with the SHA-256 of all before it. Readers of HDF5 do not look
/// beyond the end that the file itself states, so they do not see the line. Throws a StorageError
/// when the line cannot be written, and when HDF5 failed to finish the file and did not say so.
void seal(std::filesystem::path const& path);

/// The same, where the digest of the file as it is now is known.
void seal(std::filesystem::path const& path, std::string_view sha256);

/// Throws a DamagedFile when the file is not what was sealed: some damage makes the HDF5 library
/// crash, so this comes before opening. A file without a seal, as another tool may have made of
/// it, passes. Reads the whole file.
void check_seal(std::filesystem::path const& path);

} // namespace opschaling::analysis
