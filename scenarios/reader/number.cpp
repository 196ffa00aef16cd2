#include "scenarios/reader/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace opschaling::scenarios {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// How much of the text belongs to the number: everything up to where a unit may begin. An `e`
/// belongs to it only before digits, so that "3 EUR" and "3e2" part rightly.
std::size_t number_length(std::string_view text) {
    std::size_t end{0};
    while (end < text.size()) {
        char const c = text[end];
        bool const sign = (c == '-' || c == '+') && end == 0;
        if (is_digit(c) || c == '.' || c == ',' || c == '_' || c == '\'' || sign) {
            ++end;
            continue;
        }
        if ((c == 'e' || c == 'E') && end > 0) {
            std::size_t const digits =
                end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+') ? end + 2
                                                                                        : end + 1;
            if (digits < text.size() && is_digit(text[digits])) {
                end = digits;
                continue;
            }
        }
        break;
    }
    return end;
}

std::string_view without_sign(std::string_view text) {
    return text.starts_with('-') ? text.substr(1) : text;
}

/// What is wrong with a text that may have been meant as a number; empty when nothing is.
std::string find_problem(std::string_view text) {
    auto const bare = without_sign(text);
    if (bare.empty() || !(is_digit(bare.front()) || bare.front() == '.' || bare.front() == '+')) {
        return fmt::format("'{}' is not a number", text);
    }
    if (bare.front() == '+') {
        return fmt::format("'{}': write the number without a plus sign", text);
    }
    if (bare.size() > 1 && bare[0] == '0' &&
        (bare[1] == 'x' || bare[1] == 'X' || bare[1] == 'o' || bare[1] == 'b')) {
        return fmt::format("'{}': write the number in decimals", text);
    }
    if (bare.find('_') != std::string_view::npos || bare.find('\'') != std::string_view::npos) {
        return fmt::format("'{}': write the number without separators", text);
    }
    if (bare.find(',') != std::string_view::npos) {
        return fmt::format("'{}': write decimals after a point, thousands without separator", text);
    }
    if (bare.size() > 1 && bare[0] == '0' && is_digit(bare[1])) {
        return fmt::format("'{}': a number does not begin with 0, which some read as octal", text);
    }
    auto const point = bare.find('.');
    if (point != std::string_view::npos &&
        (point == 0 || point + 1 == bare.size() || !is_digit(bare[point + 1]))) {
        return fmt::format("'{}': write a digit on both sides of the decimal point", text);
    }
    return {};
}

} // namespace

ReadNumber parse_number(std::string_view text) {
    if (auto problem = find_problem(text); !problem.empty()) {
        return {std::nullopt, std::move(problem)};
    }
    double value{};
    auto const [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (rest != text.data() + text.size()) {
        return {std::nullopt, fmt::format("'{}' is not a number", text)};
    }
    if (error != std::errc{} || !std::isfinite(value)) {
        return {std::nullopt, fmt::format("'{}' is too large or too small a number", text)};
    }
    return {value, {}};
}

ReadAmount parse_amount(std::string_view text) {
    auto const length = number_length(text);
    auto unit = text.substr(length);
    if (length == 0 || (length == 1 && !is_digit(text.front()))) {
        return {std::nullopt, {}, fmt::format("'{}' is not a number with a unit", text)};
    }
    if (unit.starts_with('x') || unit.starts_with('X')) {
        return {std::nullopt, {}, parse_number(text).problem};
    }
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    auto number = parse_number(text.substr(0, length));
    return {number.value, std::string{unit}, std::move(number.problem)};
}

ReadNumber parse_whole(std::string_view text, double lowest, double highest) {
    auto number = parse_number(text);
    if (!number.value) {
        return number;
    }
    if (std::floor(*number.value) != *number.value) {
        return {std::nullopt, fmt::format("'{}' is not a whole number", text)};
    }
    if (*number.value < lowest || *number.value > highest) {
        return {std::nullopt, fmt::format("{} lies outside {} to {}", text, number_text(lowest),
                                          number_text(highest))};
    }
    return number;
}

std::string number_text(double value) {
    auto text = fmt::format("{}", value == 0.0 ? 0.0 : value);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

} // namespace opschaling::scenarios
