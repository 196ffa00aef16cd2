#pragma once

#include "analysis/report/language.hpp"
#include "analysis/report/sweep_phrases.hpp"

#include <span>
#include <string_view>

namespace opschaling::app {

/// One sentence about a sweep in both languages.
struct SweepPhraseRow {
    analysis::SweepPhrase id;
    std::string_view dutch;
    std::string_view english;
};

[[nodiscard]] std::span<SweepPhraseRow const> all_sweep_phrases();

[[nodiscard]] analysis::SweepPhrases sweep_phrases_in(analysis::Language language);

} // namespace opschaling::app
