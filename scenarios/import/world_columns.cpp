#include "scenarios/import/world_columns.hpp"

#include "scenarios/import/column_maker.hpp"
#include "scenarios/import/dwelling_columns.hpp"
#include "scenarios/import/surroundings_columns.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace opschaling::scenarios {

namespace {

using models::BuurtRow;
using models::BuurtTable;

constexpr std::array<std::string_view, models::tenures> tenure_names{"owner", "owner_in_vve",
                                                                     "corporatie", "private_rent"};
constexpr std::array<std::string_view, models::buurt_figures> figure_names{
    "homes",     "type_shares", "period_shares",   "tenure_shares", "low_income_share",
    "woz_value", "urbanity",    "address_density", "land_area"};

std::int32_t as_int(std::uint32_t value) {
    sim::expects(value <= static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::max()),
                 "numbers of homes and rows fit in 31 bits");
    return static_cast<std::int32_t>(value);
}

template <typename Row>
WorldColumns name_columns(std::string name, std::vector<Row> const& rows) {
    ColumnMaker<Row> maker{std::move(name), rows};
    maker.template add<std::string>("code", "", "Code", [](Row const& row) { return row.code; });
    maker.template add<std::string>("name", "", "Name", [](Row const& row) { return row.name; });
    maker.template add<double>("share", "1", "Part of its homes that lies in this world",
                               [](Row const& row) { return row.share; });
    return maker.take();
}

constexpr double absent{std::numeric_limits<double>::quiet_NaN()};

void add_stock(ColumnMaker<models::GemeenteRow>& maker,
               std::vector<models::GemeenteRow> const& rows) {
    if (std::ranges::none_of(rows, [](auto const& row) { return row.stock.has_value(); })) {
        return;
    }
    for (std::size_t type = 0; type < models::dwelling_types; ++type) {
        for (std::size_t period = 0; period < models::building_periods; ++period) {
            maker.add<double>("stock_" + dwelling_column(type, period), "1",
                              "Dwellings of this type and period",
                              [=](models::GemeenteRow const& row) {
                                  return row.stock ? (*row.stock)[type][period] : absent;
                              });
        }
    }
}

void add_measured(ColumnMaker<BuurtRow>& maker, std::vector<BuurtRow> const& rows) {
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        auto const figure = static_cast<models::Measured>(i);
        if (std::ranges::none_of(
                rows, [&](BuurtRow const& row) { return row.measured[figure].has_value(); })) {
            continue;
        }
        auto const& declaration = models::declaration_of(figure);
        maker.add<double>(
            "measured_" + std::string{declaration.name}, std::string{declaration.unit},
            std::string{declaration.words_en},
            [&](BuurtRow const& row) { return row.measured[figure].value_or(absent); });
    }
}

WorldColumns gemeente_columns(std::vector<models::GemeenteRow> const& rows) {
    using Row = models::GemeenteRow;
    ColumnMaker<Row> maker{"gemeenten", rows};
    maker.add<std::string>("code", "", "CBS code", [](Row const& row) { return row.code; });
    maker.add<std::string>("name", "", "Name", [](Row const& row) { return row.name; });
    maker.add<std::int32_t>("regio", "1", "Row of its RES-regio",
                            [](Row const& row) { return as_int(row.regio); });
    maker.add<std::int32_t>("netbeheerder", "1", "Row of its netbeheerder",
                            [](Row const& row) { return as_int(row.netbeheerder); });
    maker.add<std::uint8_t>("regio_known", "1", "1 unless the RES-regio is an assumption",
                            [](Row const& row) { return row.regio_known; });
    maker.add<std::uint8_t>("netbeheerder_known", "1", "1 unless the netbeheerder is an assumption",
                            [](Row const& row) { return row.netbeheerder_known; });
    add_stock(maker, rows);
    return maker.take();
}

WorldColumns buurt_columns(std::vector<BuurtRow> const& rows) {
    ColumnMaker<BuurtRow> maker{"buurten", rows};
    maker.add<std::string>("code", "", "CBS code", [](BuurtRow const& row) { return row.code; });
    maker.add<std::string>("name", "", "Name", [](BuurtRow const& row) { return row.name; });
    maker.add<std::string>("wijk_code", "", "Code of the CBS wijk around it",
                           [](BuurtRow const& row) { return row.wijk_code; });
    maker.add<std::int32_t>("gemeente", "1", "Row of its gemeente",
                            [](BuurtRow const& row) { return as_int(row.gemeente); });
    maker.add<std::int32_t>("homes", "1", "Occupied dwellings",
                            [](BuurtRow const& row) { return as_int(row.homes); });
    maker.add<std::int32_t>("homes_key", "1", "First of the stable numbers of its homes",
                            [](BuurtRow const& row) { return as_int(row.homes_key); });
    maker.add_shares("type", dwelling_type_names, &BuurtRow::type_shares);
    maker.add_shares("period", building_period_names, &BuurtRow::period_shares);
    maker.add_shares("tenure", tenure_names, &BuurtRow::tenure_shares);
    maker.add<double>("low_income_share", "1",
                      "Part of the households in the lowest national 40 % of income",
                      [](BuurtRow const& row) { return row.low_income_share; });
    maker.add<double>("woz_value", "kEUR", "Mean assessed value of a dwelling",
                      [](BuurtRow const& row) { return row.woz_value; });
    maker.add<std::uint8_t>("urbanity", "1", "1 very urban to 5 rural",
                            [](BuurtRow const& row) { return row.urbanity; });
    maker.add<double>("address_density", "km-2", "Addresses per square kilometre",
                      [](BuurtRow const& row) { return row.address_density; });
    maker.add<double>("land_area", "ha", "Land", [](BuurtRow const& row) { return row.land_area; });
    for (std::size_t i = 0; i < models::buurt_figures; ++i) {
        maker.add<std::uint8_t>(
            "origin_of_" + std::string{figure_names[i]}, "1",
            "0 own, 1 of the CBS wijk, 2 of the gemeente, 3 of the country, 4 synthetic",
            [i](BuurtRow const& row) { return static_cast<std::uint8_t>(row.origins[i]); });
    }
    add_measured(maker, rows);
    return maker.take();
}

} // namespace

bool operator==(WorldColumn const& a, WorldColumn const& b) {
    auto const same_number = [](double x, double y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    };
    if (a.name != b.name || a.unit != b.unit || a.long_name != b.long_name) {
        return false;
    }
    auto const* numbers = std::get_if<std::vector<double>>(&a.values);
    auto const* others = std::get_if<std::vector<double>>(&b.values);
    return numbers != nullptr && others != nullptr
               ? std::ranges::equal(*numbers, *others, same_number)
               : a.values == b.values;
}

WorldTables to_columns(BuurtTable const& table) {
    WorldTables tables{.attributes = {{"name", table.name},
                                      {"source", table.source},
                                      {"synthetic", table.synthetic ? "true" : "false"},
                                      {"homes_numbered", table.homes_numbered ? "true" : "false"}},
                       .tables = {name_columns("regios", table.regios),
                                  name_columns("netbeheerders", table.netbeheerders),
                                  gemeente_columns(table.gemeenten), buurt_columns(table.buurten)}};
    add_surroundings(table, tables);
    return tables;
}

} // namespace opschaling::scenarios
