#pragma once

#include "app/console.hpp"

#include <filesystem>

namespace opschaling::app {

/// Prints what a sweep came to, as a table or as JSON, and writes the files beside its result:
/// summary.csv and ro-crate-metadata.json. A shard has no files beside it.
void show_sweep(std::filesystem::path const& result, bool as_json, Console const& console);

} // namespace opschaling::app
