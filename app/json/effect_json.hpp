#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::app {

/// What an experiment found, for another program. Not-a-number becomes null.
[[nodiscard]] std::string effect_json(analysis::EffectResult const& result);

} // namespace opschaling::app
