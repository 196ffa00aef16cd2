#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::analysis {

/// A line for each band of the table over its columns, which are years, with its interval.
[[nodiscard]] std::string draw_effect_lines(EffectTable const& table, Language language);

} // namespace opschaling::analysis
