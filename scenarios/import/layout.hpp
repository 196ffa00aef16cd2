#pragma once

#include "models/world/measured.hpp"
#include "scenarios/import/csv.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// What a table is about, and with it how its rows find their place.
enum class LayoutKind : std::uint8_t {
    regions,       ///< gemeenten, CBS wijken and buurten with their households: makes a world
    places,        ///< more figures of such regions, by code, by name or in the order of CBS
    stock,         ///< dwellings of a gemeente by type and building period
    heat_sources,  ///< where warmtenetten can draw from
    regios,        ///< gemeenten of each RES-regio
    netbeheerders, ///< gemeenten that a netbeheerder serves
    provincies,    ///< the provincie of each gemeente
    polygons,      ///< borders of CBS wijken or gemeenten (GeoJSON)
    knmi,          ///< weather of a station in KNMI's own text format
    weather,       ///< weather as a table with a moment in each row
    hours,         ///< a value for each hour of a year, one a line, without a header
    sessions,      ///< charging sessions with begin, end and energy
    properties     ///< names with a value and a unit
};

/// The words for the kinds in a layout file, in the order of LayoutKind.
inline constexpr std::array<std::string_view, 13> layout_kind_names{
    "regions",  "places", "stock",   "heat_sources", "regios",   "netbeheerders", "provincies",
    "polygons", "knmi",   "weather", "hours",        "sessions", "properties"};

/// What a column of a file of regions can hold. The first four every file must have; of the rest,
/// what a file lacks is derived or falls back, and the report counts it. After these come the
/// measured figures, in the order of models::Measured.
enum class RegionColumn : std::uint8_t {
    code,
    kind,
    name,
    households,
    provincie,
    inhabitants,
    household_size,
    woz_value,             ///< thousand euro
    owners_percent,        ///< of the dwellings
    corporatie_percent,    ///< of the dwellings
    single_family_percent, ///< of the dwellings
    income_per_inhabitant, ///< thousand euro a year
    low_income_percent,    ///< households in the lowest national 40 % of income
    urbanity,              ///< 1 to 5
    address_density,       ///< addresses per km2
    land_area              ///< hectare
};
inline constexpr std::size_t plain_columns{16};
inline constexpr std::size_t columns_always_there{4};
inline constexpr std::size_t region_columns{plain_columns + models::measured_figures};

constexpr RegionColumn column_of(models::Measured figure) {
    return static_cast<RegionColumn>(plain_columns + static_cast<std::size_t>(figure));
}

/// The names of these columns in a layout file, in the order of RegionColumn.
inline constexpr std::array<std::string_view, region_columns> region_column_names = [] {
    std::array<std::string_view, region_columns> names{"code",
                                                       "kind",
                                                       "name",
                                                       "households",
                                                       "provincie",
                                                       "inhabitants",
                                                       "household_size",
                                                       "woz_value",
                                                       "owners_percent",
                                                       "corporatie_percent",
                                                       "single_family_percent",
                                                       "income_per_inhabitant",
                                                       "low_income_percent",
                                                       "urbanity",
                                                       "address_density",
                                                       "land_area"};
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        names[plain_columns + i] = models::measured_declarations[i].name;
    }
    return names;
}();

constexpr bool is_figure(RegionColumn column) {
    return column != RegionColumn::code && column != RegionColumn::kind &&
           column != RegionColumn::name && column != RegionColumn::provincie;
}

/// Where a column is found: its header, and what its numbers are divided by to get our unit ("per:
/// 100" for a share given in per cent).
struct ColumnRule {
    std::string header;
    double per{1.0};
    double offset{0.0}; ///< added after the division
};

/// Rows that count: those whose field under this header begins with this.
struct RowRule {
    std::string header;
    std::string begins_with;
};

/// How one edition of a file is written. Publishers change names every year: a new edition is a new
/// layout file, not new code.
struct Layout {
    std::string name;
    LayoutKind kind{LayoutKind::regions};
    std::string source; ///< publication and edition
    std::string licence;
    int year{0}; ///< that its figures are of; 0 when not said
    /// How much a figure of this table counts beside the same figure in another one.
    double weight{1.0};
    CsvFormat format;
    std::string sheet; ///< of a workbook; the first when empty
    /// '.', ',' or 0 for whichever of the two a number has.
    char decimal_sign{'.'};
    /// What stands in a field without a figure, besides nothing at all.
    std::vector<std::string> missing;
    std::map<std::string, ColumnRule, std::less<>> columns;
    std::optional<RowRule> only;
    /// The words of the column `kind`; `country_word` for a row of the whole country, which is not
    /// read.
    std::string gemeente_word;
    std::string wijk_word;
    std::string buurt_word;
    std::string country_word;
    /// Gemeenten in the whole edition, so that a file cut off between two of them is noticed; 0
    /// when that is not known.
    int gemeenten{0};
    /// Signs of a code that count: 6 of "GM0363_amsterdam"; 0 for all.
    std::size_t code_length{0};
    /// Rows without codes stand in the order of CBS: gemeente, CBS wijk, its buurten.
    bool in_order_of_cbs{false};
    /// Rows that find no place are listed in the report; without this they are mistakes.
    bool may_be_unmatched{false};
    /// Names of files that this layout is for, with * for any signs.
    std::vector<std::string> file_names;
    /// Netbeheerders that a table of their area is about.
    std::vector<std::string> names;
    std::string level; ///< of polygons: "wijk" or "gemeente"
    std::string unit;  ///< of hours, as models::HourlySeries
    bool is_weather{false};

    [[nodiscard]] ColumnRule const* column(std::string_view key) const {
        auto const found = columns.find(key);
        return found == columns.end() ? nullptr : &found->second;
    }
};

/// Columns that a layout of this kind may name, and those that it must.
struct KindColumns {
    std::vector<std::string> allowed;
    std::vector<std::string> needed;
};

[[nodiscard]] KindColumns columns_of_kind(LayoutKind kind);

/// Reads a layout file (YAML). Mistakes in it are a ScenarioError.
[[nodiscard]] Layout read_layout(std::string const& path);

} // namespace opschaling::scenarios
