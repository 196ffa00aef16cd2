#include "app/language/texts.hpp"

#include "app/language/text_rows.hpp"
#include "sim/contract/expects.hpp"

#include <cstddef>

namespace opschaling::app {

namespace {

using text_rows::rows;

/// Every text once, in order, and in both languages.
constexpr bool is_complete() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].id != static_cast<Text>(i) || rows[i].dutch.empty() ||
            rows[i].english.empty()) {
            return false;
        }
    }
    return true;
}

static_assert(is_complete());

} // namespace

std::span<TextRow const> all_texts() {
    return rows;
}

std::string_view say(Text id, analysis::Language language) {
    auto const& row = rows.at(static_cast<std::size_t>(id));
    return language == analysis::Language::dutch ? row.dutch : row.english;
}

} // namespace opschaling::app
