#pragma once

#include "analysis/report/phrases.hpp"

#include <span>

namespace opschaling::app {

/// One phrase of the report in both languages.
struct PhraseRow {
    analysis::Phrase id;
    std::string_view dutch;
    std::string_view english;
};

[[nodiscard]] std::span<PhraseRow const> all_phrases();

/// The report's words in this language.
[[nodiscard]] analysis::Phrases phrases_in(analysis::Language language);

} // namespace opschaling::app
