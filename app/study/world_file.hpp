#pragma once

#include "models/world/buurt_table.hpp"

#include <filesystem>
#include <string>

namespace opschaling::app {

/// Keeps a table of buurten as a file, in one step.
void write_world(std::filesystem::path const& path, models::BuurtTable const& table);

/// A table of buurten with the hash of all that it says.
struct WorldFile {
    models::BuurtTable table;
    std::string sha256;
};

/// Reads it back, every row checked.
[[nodiscard]] WorldFile read_world(std::filesystem::path const& path);

} // namespace opschaling::app
