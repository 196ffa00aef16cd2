#include "scenarios/import/dwelling_columns.hpp"
#include "scenarios/import/import_error.hpp"
#include "scenarios/import/surroundings_columns.hpp"
#include "scenarios/import/table_reader.hpp"
#include "scenarios/import/world_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace opschaling::scenarios {

namespace {

using models::BuurtRow;
using models::BuurtTable;

template <typename Row>
std::vector<Row> read_names(TableReader& reader) {
    std::vector<Row> rows(reader.rows());
    std::set<std::string> codes;
    reader.each<std::string>("code", [&](std::size_t row, std::string const& code) {
        rows[row].code = code;
        if (!codes.insert(code).second) {
            reader.complain(fmt::format("row {}: code {} a second time", row + 1, code),
                            "each code once");
        }
    });
    reader.each<std::string>(
        "name", [&](std::size_t row, std::string const& name) { rows[row].name = name; });
    return rows;
}

/// Regio's or netbeheerders: names, and how much of each is in the world.
template <typename Row>
std::vector<Row> read_shared(TableReader& reader) {
    auto rows = read_names<Row>(reader);
    reader.bounded<double>("share", 0.0, 1.0,
                           [&](std::size_t row, double share) { rows[row].share = share; });
    return rows;
}

void read_stock(TableReader& reader, std::vector<models::GemeenteRow>& rows) {
    constexpr double most_dwellings{2.0e7};
    for (std::size_t type = 0; type < models::dwelling_types; ++type) {
        for (std::size_t period = 0; period < models::building_periods; ++period) {
            auto const column = "stock_" + dwelling_column(type, period);
            if (!reader.has(column)) {
                return;
            }
            reader.bounded_or_absent(column, 0.0, most_dwellings,
                                     [&](std::size_t row, double value) {
                                         auto& stock = rows[row].stock;
                                         stock = stock.value_or(models::StockTable{});
                                         (*stock)[type][period] = value;
                                     });
        }
    }
}

void read_measured(TableReader& reader, std::vector<BuurtRow>& rows) {
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        auto const figure = static_cast<models::Measured>(i);
        auto const& declaration = models::declaration_of(figure);
        auto const column = "measured_" + std::string{declaration.name};
        if (reader.has(column)) {
            reader.bounded_or_absent(
                column, declaration.lowest, declaration.highest,
                [&](std::size_t row, double value) { rows[row].measured.set(figure, value); });
        }
    }
}

template <std::size_t N>
void read_shares(TableReader& reader, WorldColumns const& shape, std::size_t& column,
                 std::vector<BuurtRow>& rows, std::array<double, N> BuurtRow::*shares) {
    for (std::size_t i = 0; i < N; ++i, ++column) {
        reader.bounded<double>(
            shape.columns[column].name, 0.0, 1.0,
            [&](std::size_t row, double share) { (rows[row].*shares)[i] = share; });
    }
    constexpr double rounding{1e-6};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto const& values = rows[row].*shares;
        double const sum = std::accumulate(values.begin(), values.end(), 0.0);
        if (std::abs(sum - 1.0) > rounding) {
            reader.complain(fmt::format("row {}: shares add to {}", row + 1, sum), "1");
        }
    }
}

std::vector<models::GemeenteRow> read_gemeenten(TableReader& reader, BuurtTable const& table) {
    auto rows = read_names<models::GemeenteRow>(reader);
    auto const last = [](auto const& of) { return static_cast<double>(of.size()) - 1.0; };
    reader.bounded<std::int32_t>("regio", 0.0, last(table.regios), [&](std::size_t row, int value) {
        rows[row].regio = static_cast<std::uint32_t>(value);
    });
    reader.bounded<std::int32_t>("netbeheerder", 0.0, last(table.netbeheerders),
                                 [&](std::size_t row, int value) {
                                     rows[row].netbeheerder = static_cast<std::uint32_t>(value);
                                 });
    reader.bounded<std::uint8_t>("regio_known", 0.0, 1.0, [&](std::size_t row, std::uint8_t value) {
        rows[row].regio_known = value == 1;
    });
    reader.bounded<std::uint8_t>(
        "netbeheerder_known", 0.0, 1.0,
        [&](std::size_t row, std::uint8_t value) { rows[row].netbeheerder_known = value == 1; });
    read_stock(reader, rows);
    return rows;
}

std::vector<BuurtRow> read_buurten(TableReader& reader, BuurtTable const& table) {
    constexpr double most_homes{2.0e7};
    constexpr double most_area{1.0e7};
    auto rows = read_names<BuurtRow>(reader);
    reader.each<std::string>(
        "wijk_code", [&](std::size_t row, std::string const& code) { rows[row].wijk_code = code; });
    reader.bounded<std::int32_t>("gemeente", 0.0, static_cast<double>(table.gemeenten.size()) - 1.0,
                                 [&](std::size_t row, int value) {
                                     rows[row].gemeente = static_cast<std::uint32_t>(value);
                                 });
    reader.bounded<std::int32_t>("homes", 0.0, most_homes, [&](std::size_t row, int value) {
        rows[row].homes = static_cast<std::uint32_t>(value);
    });
    reader.bounded<std::int32_t>("homes_key", 0.0, 2.0e9, [&](std::size_t row, int value) {
        rows[row].homes_key = static_cast<std::uint32_t>(value);
    });
    auto const shape = to_columns(BuurtTable{}).tables.at(3);
    auto const first = std::ranges::find(shape.columns, "homes_key", &WorldColumn::name);
    auto column = static_cast<std::size_t>(first - shape.columns.begin()) + 1;
    read_shares(reader, shape, column, rows, &BuurtRow::type_shares);
    read_shares(reader, shape, column, rows, &BuurtRow::period_shares);
    read_shares(reader, shape, column, rows, &BuurtRow::tenure_shares);
    auto const number = [&](std::string_view name, double lowest, double highest,
                            double BuurtRow::*member) {
        reader.bounded<double>(name, lowest, highest,
                               [&](std::size_t row, double value) { rows[row].*member = value; });
    };
    number("low_income_share", 0.0, 1.0, &BuurtRow::low_income_share);
    number("woz_value", 0.0, 1.0e6, &BuurtRow::woz_value);
    number("address_density", 0.0, 1.0e7, &BuurtRow::address_density);
    number("land_area", 0.0, most_area, &BuurtRow::land_area);
    reader.bounded<std::uint8_t>("urbanity", 1.0, 5.0, [&](std::size_t row, std::uint8_t value) {
        rows[row].urbanity = value;
    });
    for (std::size_t i = 0; i < models::buurt_figures; ++i) {
        auto const& name = shape.columns[shape.columns.size() - models::buurt_figures + i].name;
        reader.bounded<std::uint8_t>(name, 0.0, 4.0, [&](std::size_t row, std::uint8_t value) {
            rows[row].origins[i] = static_cast<models::FigureOrigin>(value);
        });
    }
    read_measured(reader, rows);
    return rows;
}

} // namespace

BuurtTable from_columns(WorldTables const& tables, std::string const& file) {
    ImportFindings findings;
    auto const attribute = [&](std::string const& name) {
        auto const found = tables.attributes.find(name);
        if (found == tables.attributes.end()) {
            findings.add({.file = file, .line = 1, .column = 1},
                         fmt::format("no attribute '{}'", name), "a file that `import` wrote");
            return std::string{};
        }
        return found->second;
    };
    BuurtTable table;
    table.name = attribute("name");
    table.source = attribute("source");
    table.synthetic = attribute("synthetic") == "true";
    table.homes_numbered = attribute("homes_numbered") == "true";
    TableReader regios{tables, "regios", file, findings};
    table.regios = read_shared<models::RegioRow>(regios);
    TableReader netbeheerders{tables, "netbeheerders", file, findings};
    table.netbeheerders = read_shared<models::NetbeheerderRow>(netbeheerders);
    TableReader gemeenten{tables, "gemeenten", file, findings};
    table.gemeenten = read_gemeenten(gemeenten, table);
    TableReader buurten{tables, "buurten", file, findings};
    table.buurten = read_buurten(buurten, table);
    read_surroundings(tables, file, table, findings);
    findings.throw_if_any();
    return table;
}

} // namespace opschaling::scenarios
