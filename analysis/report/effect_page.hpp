#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::analysis {

/// What an experiment found, as one page that opens in any browser: each table with its chart and
/// the sentence that says what it shows and what not.
[[nodiscard]] std::string effect_page(EffectResult const& result, Language language);

/// What a kind of experiment measures, as a heading.
[[nodiscard]] BothLanguages title_of_effect(std::string const& kind);

/// One table of it, under a heading of this level.
[[nodiscard]] std::string effect_section(EffectTable const& table, Language language, int level);

} // namespace opschaling::analysis
