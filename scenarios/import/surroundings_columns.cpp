#include "scenarios/import/surroundings_columns.hpp"

#include "scenarios/import/column_maker.hpp"
#include "scenarios/import/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace opschaling::scenarios {

namespace {

using models::BuurtTable;
using models::HeatSource;
using models::HourlySeries;
using models::InputTable;
using models::WijkBorder;

/// A number of a row: its column, unit, meaning and bounds.
template <typename Row>
struct NumberColumn {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning;
    double Row::*member;
    double lowest;
    double highest;
};

template <typename Row>
struct TextColumn {
    std::string_view name;
    std::string_view meaning;
    std::string Row::*member;
};

constexpr std::array<TextColumn<HeatSource>, 3> source_texts{
    {{"name", "Name", &HeatSource::name},
     {"kind", "Kind, as its publisher names it", &HeatSource::kind},
     {"gemeente", "CBS code of the gemeente around it", &HeatSource::gemeente}}};
constexpr std::array<NumberColumn<HeatSource>, 7> source_numbers{
    {{"x", "m", "RD x", &HeatSource::x, -10'000, 320'000},
     {"y", "m", "RD y", &HeatSource::y, 290'000, 640'000},
     {"capacity", "MW", "Heat that it can give", &HeatSource::capacity, 0, 10'000},
     {"temperature", "degC", "Temperature", &HeatSource::temperature, 0, 1000},
     {"coupling_cost_low", "EUR kW-1", "Cost of connecting to it, low",
      &HeatSource::coupling_cost_low, 0, 100'000},
     {"coupling_cost_high", "EUR kW-1", "Cost of connecting to it, high",
      &HeatSource::coupling_cost_high, 0, 100'000},
     {"heat_cost", "EUR GJ-1", "Cost of its heat", &HeatSource::heat_cost, 0, 1000}}};
constexpr std::array<TextColumn<WijkBorder>, 2> border_texts{
    {{"one", "Code of a CBS wijk", &WijkBorder::one},
     {"other", "Code of the CBS wijk next to it", &WijkBorder::other}}};
constexpr std::array<NumberColumn<WijkBorder>, 1> border_numbers{
    {{"length", "m", "Length of the border", &WijkBorder::length, 0, 1e7}}};
constexpr std::array<TextColumn<InputTable>, 5> input_texts{
    {{"kind", "Kind of table", &InputTable::kind},
     {"mapping", "Mapping file by which it was read", &InputTable::mapping},
     {"file", "Name of the file", &InputTable::file},
     {"source", "Publisher and edition", &InputTable::source},
     {"licence", "Licence", &InputTable::licence}}};
constexpr double most_rows{1.0e8};
constexpr double last_hour{2.0e6}; // in the year 2198

template <typename Row>
WorldColumns columns_of(std::string name, std::vector<Row> const& rows, auto const& texts,
                        auto const& numbers) {
    ColumnMaker<Row> maker{std::move(name), rows};
    for (auto const& text : texts) {
        maker.template add<std::string>(std::string{text.name}, "", std::string{text.meaning},
                                        [&](Row const& row) { return row.*text.member; });
    }
    for (auto const& number : numbers) {
        maker.template add<double>(std::string{number.name}, std::string{number.unit},
                                   std::string{number.meaning},
                                   [&](Row const& row) { return row.*number.member; });
    }
    return maker.take();
}

template <typename Row>
std::vector<Row> rows_from(TableReader& reader, auto const& texts, auto const& numbers) {
    std::vector<Row> rows(reader.rows());
    for (auto const& text : texts) {
        reader.each<std::string>(text.name, [&](std::size_t row, std::string const& value) {
            rows[row].*text.member = value;
        });
    }
    for (auto const& number : numbers) {
        reader.bounded<double>(
            number.name, number.lowest, number.highest,
            [&](std::size_t row, double value) { rows[row].*number.member = value; });
    }
    return rows;
}

constexpr std::array<NumberColumn<InputTable>, 0> no_numbers{};

void add_series(std::vector<HourlySeries> const& series, WorldTables& tables) {
    ColumnMaker<HourlySeries> maker{"series", series};
    maker.add<std::string>("name", "", "Name", [](auto const& row) { return row.name; });
    maker.add<std::string>("value_unit", "", "Unit of its hours",
                           [](auto const& row) { return row.unit; });
    maker.add<std::string>("source", "", "Publisher", [](auto const& row) { return row.source; });
    maker.add<std::uint8_t>("kind", "1", "0 weather, 1 load profile",
                            [](auto const& row) { return static_cast<std::uint8_t>(row.kind); });
    maker.add<std::int32_t>("first_hour", "h",
                            "Hours from 1970-01-01 00:00 UT to its first hour; -1: 1 January of no "
                            "year",
                            [](auto const& row) { return row.first_hour; });
    maker.add<std::int32_t>(
        "hours", "1", "Number of its hours, one after another in the table of hours",
        [](auto const& row) { return static_cast<std::int32_t>(row.values.size()); });
    tables.tables.push_back(maker.take());
    std::vector<double> hours;
    for (auto const& one : series) {
        hours.insert(hours.end(), one.values.begin(), one.values.end());
    }
    tables.tables.push_back({"hours",
                             {{"value", "1", "Value, in the unit of its series",
                               WorldColumn::Values{std::move(hours)}}}});
}

std::vector<HourlySeries> read_series(TableReader& reader, TableReader& hours) {
    std::vector<HourlySeries> series(reader.rows());
    reader.each<std::string>(
        "name", [&](std::size_t row, std::string const& text) { series[row].name = text; });
    reader.each<std::string>(
        "value_unit", [&](std::size_t row, std::string const& text) { series[row].unit = text; });
    reader.each<std::string>(
        "source", [&](std::size_t row, std::string const& text) { series[row].source = text; });
    reader.bounded<std::uint8_t>("kind", 0, 1, [&](std::size_t row, std::uint8_t kind) {
        series[row].kind = static_cast<models::SeriesKind>(kind);
    });
    reader.bounded<std::int32_t>(
        "first_hour", -1, last_hour,
        [&](std::size_t row, std::int32_t hour) { series[row].first_hour = hour; });
    std::size_t wanted{0};
    reader.bounded<std::int32_t>("hours", 1, most_rows, [&](std::size_t row, std::int32_t count) {
        wanted += static_cast<std::size_t>(count);
        if (wanted <= hours.rows()) {
            series[row].values.resize(static_cast<std::size_t>(count));
        }
    });
    if (wanted != hours.rows()) {
        hours.complain(fmt::format("has {} rows, its series ask for {}", hours.rows(), wanted),
                       "as many as the series have together");
        return series;
    }
    std::size_t at{0};
    std::size_t in_series{0};
    hours.bounded<double>("value", -1e12, 1e12, [&](std::size_t /*row*/, double value) {
        while (in_series == series[at].values.size()) {
            ++at;
            in_series = 0;
        }
        series[at].values[in_series++] = value;
    });
    return series;
}

} // namespace

void add_surroundings(BuurtTable const& table, WorldTables& tables) {
    if (!table.heat_sources.empty()) {
        tables.tables.push_back(
            columns_of("heat_sources", table.heat_sources, source_texts, source_numbers));
    }
    if (!table.borders.empty()) {
        tables.tables.push_back(columns_of("borders", table.borders, border_texts, border_numbers));
    }
    if (!table.series.empty()) {
        add_series(table.series, tables);
    }
    if (!table.inputs.empty()) {
        ColumnMaker<InputTable> maker{"inputs", table.inputs};
        auto columns = columns_of("inputs", table.inputs, input_texts, no_numbers);
        maker.add<std::int32_t>("year", "1", "Year that its figures are of",
                                [](InputTable const& row) { return row.year; });
        maker.add<std::int32_t>("rows", "1", "Rows in the file",
                                [](InputTable const& row) { return row.rows; });
        maker.add<std::int32_t>("used", "1", "Rows that found their place",
                                [](InputTable const& row) { return row.used; });
        auto numbers = maker.take();
        std::ranges::move(numbers.columns, std::back_inserter(columns.columns));
        tables.tables.push_back(std::move(columns));
    }
}

void read_surroundings(WorldTables const& tables, std::string const& file, BuurtTable& table,
                       ImportFindings& findings) {
    auto const has = [&](std::string_view name) {
        return std::ranges::find(tables.tables, name, &WorldColumns::name) != tables.tables.end();
    };
    if (has("heat_sources")) {
        TableReader reader{tables, "heat_sources", file, findings};
        table.heat_sources = rows_from<HeatSource>(reader, source_texts, source_numbers);
    }
    if (has("borders")) {
        TableReader reader{tables, "borders", file, findings};
        table.borders = rows_from<WijkBorder>(reader, border_texts, border_numbers);
    }
    if (has("series")) {
        TableReader reader{tables, "series", file, findings};
        TableReader hours{tables, "hours", file, findings};
        table.series = read_series(reader, hours);
    }
    if (has("inputs")) {
        TableReader reader{tables, "inputs", file, findings};
        table.inputs = rows_from<InputTable>(reader, input_texts, no_numbers);
        auto const number = [&](std::string_view name, std::int32_t InputTable::*member) {
            reader.bounded<std::int32_t>(name, 0, most_rows, [&](std::size_t row, int value) {
                table.inputs[row].*member = value;
            });
        };
        number("year", &InputTable::year);
        number("rows", &InputTable::rows);
        number("used", &InputTable::used);
    }
}

} // namespace opschaling::scenarios
