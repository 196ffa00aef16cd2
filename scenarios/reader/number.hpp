#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// A number as read, or why the text is none.
struct ReadNumber {
    std::optional<double> value;
    std::string problem;
};

/// A number and its unit, not yet interpreted: "1.45 EUR/m3". The unit is empty when none stands
/// there.
struct ReadAmount {
    std::optional<double> number;
    std::string unit;
    std::string problem;
};

/// Reads a decimal number as JSON writes it: no leading zeros, no separators, no infinities.
[[nodiscard]] ReadNumber parse_number(std::string_view text);

/// Reads a number followed by a unit, with or without a space between.
[[nodiscard]] ReadAmount parse_amount(std::string_view text);

/// A whole number in [lowest, highest], or why the text is none; `1e3` is one.
[[nodiscard]] ReadNumber parse_whole(std::string_view text, double lowest, double highest);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string number_text(double value);

} // namespace opschaling::scenarios
