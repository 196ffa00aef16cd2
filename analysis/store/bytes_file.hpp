#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// Keeps bytes whose meaning is not the store's (a snapshot of a world) under a label that says
/// what they belong to, with their length and SHA-256. Written in one step: there is never half a
/// file of that name.
void write_bytes(std::filesystem::path const& path, std::string_view label,
                 std::span<std::byte const> bytes);

/// Throws a StorageError when the file is damaged, of another version or of another label.
[[nodiscard]] std::vector<std::byte> read_bytes(std::filesystem::path const& path,
                                                std::string_view label);

} // namespace opschaling::analysis
