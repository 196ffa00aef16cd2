#pragma once

#include "scenarios/import/csv.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// What a column of a file of regions can hold. The first four every file must have; of the rest,
/// what a file lacks is derived or falls back, and the report counts it.
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
inline constexpr std::size_t region_columns{16};
inline constexpr std::size_t columns_always_there{4};

/// The names of these columns in a layout file, in the order of RegionColumn.
inline constexpr std::array<std::string_view, region_columns> region_column_names{
    "code",
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

/// How one edition of a file of regions is written. CBS changes names every year: a new edition is
/// a new layout file, not new code.
struct Layout {
    std::string name;
    std::string source; ///< publication and edition
    std::string licence;
    CsvFormat format;
    char decimal_sign{'.'};
    /// What stands in a field without a figure, besides nothing at all.
    std::vector<std::string> missing;
    /// The header of each column; empty where the edition has none.
    std::array<std::string, region_columns> headers;
    /// The words of the column `kind`.
    std::string gemeente_word;
    std::string wijk_word;
    std::string buurt_word;
    /// Gemeenten in the whole edition, so that a file cut off between two of them is noticed; 0
    /// when that is not known.
    int gemeenten{0};
};

/// Reads a layout file (YAML). Mistakes in it are a ScenarioError.
[[nodiscard]] Layout read_layout(std::string const& path);

} // namespace opschaling::scenarios
