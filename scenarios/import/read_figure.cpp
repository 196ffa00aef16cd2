#include "scenarios/import/read_figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace opschaling::scenarios {

namespace {

/// The number's text with a point as decimal sign; an empty text and why where the sign is wrong.
struct Plain {
    std::string text;
    std::string_view why;
};

Plain with_point(std::string text, char decimal_sign) {
    auto const points = std::ranges::count(text, '.');
    auto const commas = std::ranges::count(text, ',');
    if (decimal_sign == ',' && points > 0) {
        return {"", "has a point where the decimal sign is a comma"};
    }
    if (decimal_sign == '\0' && points + commas > 0) {
        auto const sign = text.find_first_of(".,");
        // 1.234 is twelve hundred to one publisher and hardly more than one to another.
        if (points + commas > 1 || text.size() - sign == 4) {
            return {"", "can be read in two ways: a thousands sign or a decimal sign"};
        }
    }
    if (decimal_sign != '.') {
        std::ranges::replace(text, ',', '.');
    }
    return {std::move(text), {}};
}

} // namespace

FigureRange range_of(RegionColumn column) {
    if (static_cast<std::size_t>(column) >= plain_columns) {
        auto const& declaration =
            models::measured_declarations[static_cast<std::size_t>(column) - plain_columns];
        return {declaration.lowest, declaration.highest, false,
                fmt::format("{} ({}), {} to {}", declaration.words_en, declaration.unit,
                            declaration.lowest, declaration.highest)};
    }
    switch (column) {
    case RegionColumn::households:
    case RegionColumn::inhabitants:
        return {0.0, 2.0e7, true, "a count: a whole number, never negative"};
    case RegionColumn::household_size:
        return {0.0, 50.0, false, "persons in a household, 0 to 50"};
    case RegionColumn::owners_percent:
    case RegionColumn::corporatie_percent:
    case RegionColumn::single_family_percent:
    case RegionColumn::low_income_percent:
        return {0.0, 100.0, false, "a percentage, 0 to 100"};
    case RegionColumn::woz_value:
        return {0.0, 1.0e5, false, "thousand euro, 0 to 100000"};
    case RegionColumn::income_per_inhabitant:
        return {0.0, 1.0e4, false, "thousand euro, 0 to 10000"};
    case RegionColumn::urbanity:
        return {1.0, 5.0, true, "1 (very urban) to 5 (rural)"};
    case RegionColumn::address_density:
        return {0.0, 1.0e6, false, "addresses per km2, 0 to 1000000"};
    default:
        return {0.0, 1.0e7, false, "hectare, 0 to 10000000"};
    }
}

std::optional<double> read_figure(std::string_view field, Layout const& layout,
                                  ColumnRule const& rule, FigureRange const& range,
                                  std::function<std::string()> const& what, Place const& place,
                                  ImportFindings& findings) {
    std::string const written{trimmed(field)};
    if (written.empty() || std::ranges::find(layout.missing, written) != layout.missing.end()) {
        return std::nullopt;
    }
    auto const refuse = [&](std::string_view why) {
        findings.add(place, fmt::format("{}: '{}' {}", what(), written, why), range.expected);
        return std::nullopt;
    };
    auto const [text, wrong_sign] = with_point(written, layout.decimal_sign);
    if (!wrong_sign.empty()) {
        return refuse(wrong_sign);
    }
    double value{0.0};
    auto const [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return refuse("is not a number");
    }
    value = value / rule.per + rule.offset;
    if (value < range.lowest) {
        return refuse(range.lowest == 0.0 ? "is negative" : "is too low");
    }
    if (value > range.highest) {
        return refuse("is too high");
    }
    constexpr double rounding{1e-6}; // 11,4 thousand is 11400, whatever binary makes of it
    if (range.whole && std::abs(value - std::round(value)) > rounding) {
        return refuse("is not a whole number");
    }
    return range.whole ? std::round(value) : value;
}

} // namespace opschaling::scenarios
