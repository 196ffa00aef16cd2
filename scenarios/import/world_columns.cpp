#include "scenarios/import/world_columns.hpp"

#include "sim/contract/expects.hpp"

#include <array>
#include <limits>
#include <utility>

namespace opschaling::scenarios {

namespace {

using models::BuurtRow;
using models::BuurtTable;

constexpr std::array<std::string_view, models::dwelling_types> type_names{
    "apartment", "terraced", "semi_detached", "detached"};
constexpr std::array<std::string_view, models::building_periods> period_names{
    "before_1945", "from_1945_to_1964", "from_1965_to_1984", "from_1985_to_2004", "since_2005"};
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

/// Columns from rows, one `add` a column.
template <typename Row>
class ColumnMaker {
public:
    ColumnMaker(std::string name, std::vector<Row> const& rows) : rows_{rows} {
        made_.name = std::move(name);
    }

    template <typename Value, typename Pick>
    void add(std::string name, std::string unit, std::string long_name, Pick const& pick) {
        std::vector<Value> values;
        values.reserve(rows_.size());
        for (auto const& row : rows_) {
            values.push_back(static_cast<Value>(pick(row)));
        }
        made_.columns.push_back(
            {std::move(name), std::move(unit), std::move(long_name), std::move(values)});
    }

    template <std::size_t N>
    void add_shares(std::string_view prefix, std::array<std::string_view, N> const& names,
                    std::array<double, N> Row::*shares) {
        for (std::size_t i = 0; i < N; ++i) {
            std::string const name = std::string{prefix} + "_" + std::string{names[i]};
            add<double>(name, "1", "Part of the homes: " + std::string{names[i]},
                        [&](Row const& row) { return (row.*shares)[i]; });
        }
    }

    [[nodiscard]] WorldColumns take() { return std::move(made_); }

private:
    std::vector<Row> const& rows_;
    WorldColumns made_;
};

template <typename Row>
WorldColumns name_columns(std::string name, std::vector<Row> const& rows) {
    ColumnMaker<Row> maker{std::move(name), rows};
    maker.template add<std::string>("code", "", "Code", [](Row const& row) { return row.code; });
    maker.template add<std::string>("name", "", "Name", [](Row const& row) { return row.name; });
    return maker.take();
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
    maker.add_shares("type", type_names, &BuurtRow::type_shares);
    maker.add_shares("period", period_names, &BuurtRow::period_shares);
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
    return maker.take();
}

} // namespace

WorldTables to_columns(BuurtTable const& table) {
    return {.attributes = {{"name", table.name},
                           {"source", table.source},
                           {"synthetic", table.synthetic ? "true" : "false"},
                           {"homes_numbered", table.homes_numbered ? "true" : "false"}},
            .tables = {name_columns("regios", table.regios),
                       name_columns("netbeheerders", table.netbeheerders),
                       gemeente_columns(table.gemeenten), buurt_columns(table.buurten)}};
}

} // namespace opschaling::scenarios
