#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>

namespace opschaling::app {

/// The JSON of a kept result, of at most 64 MB. Throws an InputError when the file cannot be read
/// or is larger, and nlohmann's own errors for what is no JSON.
[[nodiscard]] nlohmann::ordered_json read_kept(std::filesystem::path const& path);

} // namespace opschaling::app
