#include "analysis/report/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

/// "1234567.8" with the separators of the language.
std::string with_separators(std::string const& digits, Language language) {
    bool const dutch = language == Language::dutch;
    std::size_t const point = std::min(digits.find('.'), digits.size());
    std::string text;
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) {
            text += dutch ? '.' : ',';
        }
        text += digits[i];
    }
    if (point < digits.size()) {
        text += dutch ? ',' : '.';
        text += digits.substr(point + 1);
    }
    return text;
}

std::string magnitude_text(double value, int decimals, Language language) {
    return with_separators(fmt::format("{:.{}f}", std::abs(value), decimals), language);
}

/// True when the number, rounded for print, is not zero: "-0" is never printed.
bool shows_a_digit(std::string const& text) {
    return text.find_first_of("123456789") != std::string::npos;
}

constexpr auto dash = "–";
constexpr auto minus = "−";

} // namespace

std::string number_text(double value, int decimals, Language language) {
    if (!std::isfinite(value)) {
        return dash;
    }
    auto const text = magnitude_text(value, decimals, language);
    return value < 0.0 && shows_a_digit(text) ? minus + text : text;
}

std::string signed_number_text(double value, int decimals, Language language) {
    if (!std::isfinite(value)) {
        return dash;
    }
    auto const text = magnitude_text(value, decimals, language);
    if (!shows_a_digit(text)) {
        return text;
    }
    return (value < 0.0 ? minus : "+") + text;
}

int decimals_of_step(double step) {
    return std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
}

int decimals_for(double largest) {
    double const size = std::abs(largest);
    if (!(size > 0.0) || size >= 100.0) {
        return 0;
    }
    return size >= 10.0 ? 1 : size >= 1.0 ? 2 : 3;
}

} // namespace opschaling::analysis
