#include "scenarios/import/read_extras.hpp"

#include "scenarios/import/dwelling_columns.hpp"
#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/read_figure.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::scenarios {

namespace {

using models::HeatSource;

/// A number of a heat source and what it may be.
struct SourceNumber {
    std::string_view column;
    double HeatSource::*member;
    FigureRange range;
};

std::array<SourceNumber, 7> const& source_numbers() {
    static std::array<SourceNumber, 7> const numbers{
        {{"x", &HeatSource::x, {-10'000, 320'000, false, "RD x, metres: -10000 to 320000"}},
         {"y", &HeatSource::y, {290'000, 640'000, false, "RD y, metres: 290000 to 640000"}},
         {"capacity", &HeatSource::capacity, {0, 10'000, false, "MW, 0 to 10000"}},
         {"temperature", &HeatSource::temperature, {0, 1000, false, "degrees, 0 to 1000"}},
         {"coupling_cost_low",
          &HeatSource::coupling_cost_low,
          {0, 100'000, false, "euro per kW, 0 to 100000"}},
         {"coupling_cost_high",
          &HeatSource::coupling_cost_high,
          {0, 100'000, false, "euro per kW, 0 to 100000"}},
         {"heat_cost", &HeatSource::heat_cost, {0, 1000, false, "euro per GJ, 0 to 1000"}}}};
    return numbers;
}

/// The gemeente of today of a row; a finding when no year knows its code.
std::optional<std::string> gemeente_of_row(FoundColumns const& found, CsvRow const& row,
                                           Layout const& layout, GemeenteFinder const& gemeenten,
                                           ImportFindings& findings) {
    auto code = found.text(row, "code");
    if (layout.code_length > 0) {
        code = code.substr(0, layout.code_length);
    }
    auto const today = gemeenten.by_code(code);
    if (!today) {
        findings.add(found.place(row, "code"),
                     fmt::format("gemeente '{}' is in no list of gemeenten", code),
                     "a code of CBS since 2017, or a line in tables/gemeenten_2018_2024.csv");
    }
    return today;
}

} // namespace

std::map<std::string, models::StockTable> read_stock(CsvTable const& table, Layout const& layout,
                                                     GemeenteFinder const& gemeenten,
                                                     ImportFindings& findings) {
    std::map<std::string, models::StockTable> stocks;
    auto const found_before = findings.size();
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return stocks;
    }
    FigureRange const range{0.0, 1.0e7, false, "dwellings, never negative"};
    std::map<std::string, int> line_of;
    for (auto const& row : table.rows) {
        if (!found.takes(row)) {
            continue;
        }
        auto const written = found.text(row, "code");
        if (auto const [line, is_new] = line_of.try_emplace(written, row.line); !is_new) {
            findings.add(found.place(row, "code"),
                         fmt::format("'{}' a second time; first in line {}", written, line->second),
                         "each gemeente once");
            continue;
        }
        auto const code = gemeente_of_row(found, row, layout, gemeenten, findings);
        if (!code) {
            continue;
        }
        auto& stock = stocks[*code];
        for (std::size_t type = 0; type < models::dwelling_types; ++type) {
            for (std::size_t period = 0; period < models::building_periods; ++period) {
                auto const column = dwelling_column(type, period);
                auto const value = read_figure(
                    found.text(row, column), layout, *layout.column(column), range,
                    [&] { return column + " of " + written; }, found.place(row, column), findings);
                if (!value) {
                    findings.add(found.place(row, column),
                                 fmt::format("{} of {}: no number", column, written),
                                 "all twenty numbers of a gemeente");
                }
                stock[type][period] += value.value_or(0.0);
            }
        }
    }
    return stocks;
}

std::vector<HeatSource> read_heat_sources(CsvTable const& table, Layout const& layout,
                                          ImportFindings& findings) {
    std::vector<HeatSource> sources;
    auto const found_before = findings.size();
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return sources;
    }
    for (auto const& row : table.rows) {
        if (!found.takes(row)) {
            continue;
        }
        HeatSource source;
        source.name = found.text(row, "name");
        source.kind = found.text(row, "source_kind");
        for (auto const& number : source_numbers()) {
            auto const* rule = layout.column(number.column);
            if (rule == nullptr) {
                continue;
            }
            auto const before = findings.size();
            auto const value = read_figure(
                found.text(row, number.column), layout, *rule, number.range,
                [&] { return fmt::format("{} of {}", number.column, source.name); },
                found.place(row, number.column), findings);
            if (!value && findings.size() == before) {
                findings.add(found.place(row, number.column),
                             fmt::format("no {} of {}", number.column, source.name),
                             number.range.expected);
            }
            source.*number.member = value.value_or(0.0);
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

void place_heat_sources(models::BuurtTable const& table, std::vector<HeatSource>& sources) {
    for (auto& source : sources) {
        double least{std::numeric_limits<double>::infinity()};
        for (auto const& buurt : table.buurten) {
            auto const x = buurt.measured[models::Measured::rd_x];
            auto const y = buurt.measured[models::Measured::rd_y];
            if (x && y && std::hypot(*x - source.x, *y - source.y) < least) {
                least = std::hypot(*x - source.x, *y - source.y);
                source.gemeente = table.gemeenten[buurt.gemeente].code;
            }
        }
    }
}

std::map<std::string, std::string> read_gemeente_words(CsvTable const& table, Layout const& layout,
                                                       std::string_view column,
                                                       GemeenteFinder const& gemeenten,
                                                       ImportFindings& findings) {
    std::map<std::string, std::string> words;
    auto const found_before = findings.size();
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return words;
    }
    for (auto const& row : table.rows) {
        if (found.takes(row)) {
            if (auto const code = gemeente_of_row(found, row, layout, gemeenten, findings)) {
                words[*code] = found.text(row, column);
            }
        }
    }
    return words;
}

std::vector<Property> read_properties(CsvTable const& table, Layout const& layout,
                                      ImportFindings& findings) {
    std::vector<Property> properties;
    auto const found_before = findings.size();
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return properties;
    }
    FigureRange const range{-1.0e12, 1.0e12, false, "a number"};
    for (auto const& row : table.rows) {
        auto const name = found.text(row, "name");
        auto const value = read_figure(
            found.text(row, "value"), layout, *layout.column("value"), range, [&] { return name; },
            found.place(row, "value"), findings);
        if (value) {
            properties.push_back({name, *value, found.text(row, "unit")});
        }
    }
    return properties;
}

} // namespace opschaling::scenarios
