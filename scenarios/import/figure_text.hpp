#pragma once

#include "scenarios/import/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace opschaling::scenarios {

/// A figure of a table as a reader of the language writes it: whole from a hundred on, else with
/// one or two decimals.
[[nodiscard]] inline std::string figure_text(double value, Language language) {
    double const size = std::abs(value);
    int const decimals = value == std::round(value) || size >= 100.0 ? 0 : size >= 10.0 ? 1 : 2;
    std::string text = fmt::format("{:.{}f}", value, decimals);
    auto const point = std::min(text.find('.'), text.size());
    if (point < text.size() && language == Language::nl) {
        text[point] = ',';
    }
    constexpr std::size_t group{3};
    std::size_t const first = text.starts_with('-') ? 1 : 0;
    for (auto at = point; at > first + group; at -= group) {
        text.insert(at - group, 1, language == Language::nl ? '.' : ',');
    }
    return text;
}

} // namespace opschaling::scenarios
