#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::analysis {

/// What an experiment found, as one page that opens in any browser: each table with its chart and
/// the sentence that says what it shows and what not.
[[nodiscard]] std::string effect_page(EffectResult const& result, Language language);

} // namespace opschaling::analysis
