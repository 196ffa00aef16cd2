#pragma once

#include "app/effects/hypotheses.hpp"

#include <filesystem>
#include <string>

namespace opschaling::app {

[[nodiscard]] std::string hypotheses_json(HypothesesResult const& result);

/// Throws an InputError where the file is not what `hypotheses_json` wrote.
[[nodiscard]] HypothesesResult read_hypotheses_json(std::filesystem::path const& path);

} // namespace opschaling::app
