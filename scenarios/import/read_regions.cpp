#include "scenarios/import/read_regions.hpp"

#include "scenarios/import/check_regions.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace opschaling::scenarios {

namespace {

/// What a figure may be: its range and whether it is a whole number.
struct Range {
    double lowest;
    double highest;
    bool whole;
    std::string_view expected;
};

Range range_of(RegionColumn column) {
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

constexpr bool is_figure(RegionColumn column) {
    return column != RegionColumn::code && column != RegionColumn::kind &&
           column != RegionColumn::name && column != RegionColumn::provincie;
}

/// Where the columns of the layout stand in this table; a finding for each that is not there.
class ColumnPlaces {
public:
    ColumnPlaces(CsvTable const& table, Layout const& layout, ImportFindings& findings) {
        std::vector<std::string> headers;
        for (auto const& field : table.header.fields) {
            std::string header{trimmed(field.text)};
            if (std::ranges::find(headers, header) != headers.end() && !header.empty()) {
                findings.add({.file = table.file, .line = 1, .column = field.column},
                             fmt::format("a second column '{}'", header), "each name once");
            }
            headers.push_back(std::move(header));
        }
        for (std::size_t i = 0; i < region_columns; ++i) {
            auto const& wanted = layout.headers[i];
            if (wanted.empty()) {
                continue;
            }
            auto const found = std::ranges::find(headers, wanted);
            if (found != headers.end()) {
                places_[i] = static_cast<std::size_t>(found - headers.begin());
                continue;
            }
            auto const near = nearest(wanted, headers);
            findings.add({.file = table.file, .line = 1, .column = 1},
                         fmt::format("no column '{}' ({} in layout '{}')", wanted,
                                     region_column_names[i], layout.name),
                         near ? fmt::format("the file has '{}'", *near)
                              : std::string{"the edition for which the layout was made"});
        }
    }

    [[nodiscard]] std::optional<std::size_t> of(RegionColumn column) const {
        return places_[static_cast<std::size_t>(column)];
    }

private:
    std::array<std::optional<std::size_t>, region_columns> places_{};
};

class RegionReader {
public:
    RegionReader(CsvTable const& table, Layout const& layout, ImportFindings& findings)
        : table_{table}, layout_{layout}, findings_{findings}, places_{table, layout, findings} {}

    Regions read() {
        Regions regions;
        for (auto const& row : table_.rows) {
            auto const kind = read_kind(row);
            if (!kind) {
                continue;
            }
            auto region = read_region(row, *kind);
            (*kind == RegionKind::gemeente ? regions.gemeenten
             : *kind == RegionKind::wijk   ? regions.wijken
                                           : regions.buurten)
                .push_back(std::move(region));
        }
        return regions;
    }

private:
    [[nodiscard]] std::string text_at(CsvRow const& row, RegionColumn column) const {
        auto const place = places_.of(column);
        return place ? std::string{trimmed(row.fields[*place].text)} : std::string{};
    }

    [[nodiscard]] Place place_at(CsvRow const& row, RegionColumn column) const {
        return table_.place_of(row, places_.of(column).value_or(0));
    }

    std::optional<RegionKind> read_kind(CsvRow const& row) {
        auto const word = text_at(row, RegionColumn::kind);
        if (word == layout_.buurt_word) {
            return RegionKind::buurt;
        }
        if (word == layout_.wijk_word) {
            return RegionKind::wijk;
        }
        if (word == layout_.gemeente_word) {
            return RegionKind::gemeente;
        }
        findings_.add(place_at(row, RegionColumn::kind),
                      fmt::format("no kind of region: '{}'", word),
                      fmt::format("'{}', '{}' or '{}'", layout_.gemeente_word, layout_.wijk_word,
                                  layout_.buurt_word));
        return std::nullopt;
    }

    Region read_region(CsvRow const& row, RegionKind kind) {
        Region region{.kind = kind,
                      .code = text_at(row, RegionColumn::code),
                      .name = text_at(row, RegionColumn::name),
                      .provincie = text_at(row, RegionColumn::provincie),
                      .place = place_at(row, RegionColumn::code),
                      .figures = {}};
        check_code_shape(region, findings_);
        for (std::size_t i = 0; i < region_columns; ++i) {
            auto const column = static_cast<RegionColumn>(i);
            if (is_figure(column) && places_.of(column)) {
                region.figures[i] = read_figure(row, column);
            }
        }
        return region;
    }

    std::optional<double> read_figure(CsvRow const& row, RegionColumn column) {
        std::string text = text_at(row, column);
        if (text.empty() || std::ranges::find(layout_.missing, text) != layout_.missing.end()) {
            return std::nullopt;
        }
        auto const range = range_of(column);
        auto const refuse = [&](std::string_view why) {
            findings_.add(place_at(row, column),
                          fmt::format("{} of {}: '{}' {}",
                                      region_column_names[static_cast<std::size_t>(column)],
                                      text_at(row, RegionColumn::code), text_at(row, column), why),
                          std::string{range.expected});
            return std::nullopt;
        };
        if (layout_.decimal_sign == ',') {
            if (text.find('.') != std::string::npos) {
                return refuse("has a point where the decimal sign is a comma");
            }
            std::ranges::replace(text, ',', '.');
        }
        double value{0.0};
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value,
                                                  std::chars_format::fixed);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
            return refuse("is not a number");
        }
        if (value < range.lowest) {
            return refuse(range.lowest == 0.0 ? "is negative" : "is too low");
        }
        if (value > range.highest) {
            return refuse("is too high");
        }
        if (range.whole && value != std::floor(value)) {
            return refuse("is not a whole number");
        }
        return value;
    }

    CsvTable const& table_;
    Layout const& layout_;
    ImportFindings& findings_;
    ColumnPlaces places_;
};

} // namespace

std::string gemeente_code_of(std::string const& code) {
    return "GM" + (code.size() >= 6 ? code.substr(2, 4) : std::string{});
}

std::string wijk_code_of(std::string const& buurt_code) {
    return "WK" + (buurt_code.size() >= 8 ? buurt_code.substr(2, 6) : std::string{});
}

Regions read_regions(CsvTable const& table, Layout const& layout, bool whole,
                     ImportFindings& findings) {
    std::size_t const found_before = findings.size();
    RegionReader reader{table, layout, findings};
    if (findings.size() > found_before) {
        return {}; // another layout: nothing in its rows can be trusted
    }
    auto regions = reader.read();
    for (auto* kind : {&regions.gemeenten, &regions.wijken, &regions.buurten}) {
        std::ranges::stable_sort(*kind, {}, &Region::code);
    }
    bool const figures_are_right = findings.size() == found_before;
    check_regions(regions, layout, whole, findings);
    if (figures_are_right) {
        check_sums(regions, findings);
    }
    return regions;
}

} // namespace opschaling::scenarios
