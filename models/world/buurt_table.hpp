#pragma once

#include "models/ids.hpp"
#include "models/world/measured.hpp"
#include "models/world/surroundings.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::models {

/// Where a figure of a buurt comes from, nearest first.
enum class FigureOrigin : std::uint8_t { own, of_wijk, of_gemeente, of_country, synthetic };

/// The figures that a buurt carries, each with its origin.
enum class BuurtFigure : std::uint8_t {
    homes,
    type_shares,
    period_shares,
    tenure_shares,
    low_income_share,
    woz_value,
    urbanity,
    address_density,
    land_area
};
inline constexpr std::size_t buurt_figures{9};

struct RegioRow {
    std::string code;
    std::string name;
    /// Part of its homes that this table holds: below 1 in a part cut out of a country. What the
    /// regio shares (sources, staff) belongs to the part for this much: assumption, by homes.
    double share{1.0};
};

struct NetbeheerderRow {
    std::string code;
    std::string name;
    double share{1.0}; ///< as of a regio
};

/// Dwellings by type and building period.
using StockTable = std::array<std::array<double, building_periods>, dwelling_types>;

struct GemeenteRow {
    std::string code; ///< GM....
    std::string name;
    std::uint32_t regio{0};
    std::uint32_t netbeheerder{0};
    /// False when the regio or the netbeheerder is an assumption of the builder.
    bool regio_known{false};
    bool netbeheerder_known{false};
    /// Dwellings as a table of the stock counts them, where one does: what its buurten are fitted
    /// to.
    std::optional<StockTable> stock{};
};

/// What is known of one buurt before its homes are made. Shares sum to 1.
struct BuurtRow {
    std::string code; ///< BU........
    std::string name;
    std::string wijk_code; ///< the CBS wijk around it, WK......
    std::uint32_t gemeente{0};
    std::uint32_t homes{0};
    std::array<double, dwelling_types> type_shares{};
    std::array<double, building_periods> period_shares{};
    std::array<double, tenures> tenure_shares{};
    double low_income_share{0.4};
    double woz_value{300.0};        ///< thousand euro, mean
    std::uint8_t urbanity{3};       ///< 1 very urban ... 5 rural
    double address_density{1000.0}; ///< addresses per km2
    double land_area{50.0};         ///< hectare
    /// First of the stable numbers of its homes in its country; `number_homes` deals them out.
    std::uint32_t homes_key{0};
    std::array<FigureOrigin, buurt_figures> origins{};
    /// As published for this buurt itself, unchanged; absent where no table gives it.
    MeasuredFigures measured{};
};

/// A country, or a part of it, as marginals: what `import` and the synthetic builder make, what a
/// world file holds and what the homes are built from. Rows of a gemeente lie side by side.
struct BuurtTable {
    std::string name;
    std::string source; ///< publication and licence, or "synthetic"
    bool synthetic{false};
    /// The homes keep the numbers that they have in a larger country (`BuurtRow::homes_key`).
    bool homes_numbered{false};
    std::vector<RegioRow> regios;
    std::vector<NetbeheerderRow> netbeheerders;
    std::vector<GemeenteRow> gemeenten;
    std::vector<BuurtRow> buurten;
    std::vector<HeatSource> heat_sources;
    std::vector<WijkBorder> borders;
    std::vector<HourlySeries> series;
    std::vector<InputTable> inputs;
};

} // namespace opschaling::models
