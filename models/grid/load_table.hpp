#pragma once

#include "models/grid/grid_parameters.hpp"
#include "models/grid/heat_counting.hpp"
#include "models/grid/load_class.hpp"
#include "models/heat/heat_parameters.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace opschaling::models {

/// Every hour of every kind of day that makes up a normal year.
inline constexpr std::size_t design_hours{day_kinds * hours_a_day};
/// Hours that decide at feeders and stations (ruling 28).
inline constexpr std::size_t candidate_hours{8};

/// Hours that are weighed together.
inline constexpr std::size_t block_hours{8};
inline constexpr std::size_t hour_blocks{design_hours / block_hours};
static_assert(design_hours % block_hours == 0 && candidate_hours == block_hours);

template <std::size_t Hours>
using ByHour = std::array<float, Hours>;

/// What one of each class puts on the grid at a set of hours.
template <std::size_t Hours>
struct HourTable {
    std::array<ByHour<Hours>, load_classes> mean{};     ///< kW; negative is feed-in
    std::array<ByHour<Hours>, load_classes> variance{}; ///< kW2
    std::array<ByHour<Hours>, load_classes> power{};    ///< kW that can be on at that hour
};

/// What one of each class puts on the grid in a block of hours, side by side as it is weighed.
struct ClassInBlock {
    ByHour<block_hours> mean{};
    ByHour<block_hours> variance{};
    ByHour<block_hours> power{};
};

using HourBlock = std::array<ClassInBlock, load_classes>;

/// What no hour of a block passes, with room for the rounding of a sum over all classes: where
/// this stays below a peak that is found, the hours of the block need no look.
struct BlockBounds {
    using ByBlock = std::array<float, 32>; ///< by hour_blocks, filled up to whole vectors
    std::array<ByBlock, load_classes> highest_mean{};
    std::array<ByBlock, load_classes> lowest_mean{};
    std::array<ByBlock, load_classes> highest_variance{};
    ByBlock highest_other{};
    ByBlock lowest_other{};
};

/// The load of every class, made from the parameters alone.
struct LoadTable {
    HourTable<design_hours> all;
    std::array<HourBlock, hour_blocks> blocks{}; ///< the same hours, one block after the other
    HourBlock candidates{};
    BlockBounds bounds;
    HeatCounting counting; ///< in which class the heating of a home falls
    std::array<std::uint8_t, candidate_hours> candidate{}; ///< which hours they are, rising
    std::array<double, load_classes> installed{};          ///< kW, with backup element
    std::array<double, load_classes> energy{};             ///< kWh a year; PV negative
    std::array<double, load_classes> highest{};            ///< kW of one alone at its worst hour
    std::array<double, design_hours> other{};              ///< of firms, against their peak
    std::array<double, day_kinds> day_weight{};            ///< days a year
    double quantile{0.0};
    double pv_power{0.0}; ///< kW that one roof can feed in
};

[[nodiscard]] LoadTable make_load_table(GridParameters const& grid, HeatParameters const& heat);

/// A heat pump at an outdoor temperature: what it draws in the mean, what it can draw, and what it
/// leaves unheated, all in kW. The duty-cycle rule B3.1: on a part of the time, each by itself.
struct PumpLoad {
    double mean{0.0};
    double variance{0.0};
    double power{0.0};
    double unmet{0.0};
};

/// `tap` is useful tap water heat in kW; `part` is the heat of this hour against the day's mean.
[[nodiscard]] PumpLoad heat_pump_load(HeatParameters const& heat, Insulation insulation,
                                      double heat_loss, double tap, double outdoor, double part);

[[nodiscard]] PumpLoad hybrid_load(HeatParameters const& heat, double heat_loss, double outdoor,
                                   double part);

/// The peak per home of n heat pumps of one heat loss at one temperature, without tap water:
/// min(P, m + z P sqrt(d (1 - d) / n)).
[[nodiscard]] double peak_per_heat_pump(HeatParameters const& heat, double quantile,
                                        Insulation insulation, double heat_loss, double outdoor,
                                        double homes);

[[nodiscard]] constexpr double in_celsius(sim::Temperature temperature) {
    return temperature.canonical() - 273.15;
}

} // namespace opschaling::models
