#pragma once

#include "models/heat/heat_demand.hpp"

namespace opschaling::models {

/// What a heat pump draws from the grid: the contract with those who plan cables.
struct HeatPumpSize {
    double pump{0.0};   ///< kW electric, rated, without the element
    double backup{0.0}; ///< kW, electric element with a performance of 1

    /// Installed electric power, the most that the home can ever draw for heat (ruling 25).
    [[nodiscard]] double installed() const { return pump + backup; }
};

/// Performance of a heat pump on space heat at an outdoor temperature (E10): water of 35 degC where
/// the home is insulated well enough, else of 45 to 50 degC.
[[nodiscard]] double cop_space(HeatParameters const& heat, Insulation insulation, double outdoor);
[[nodiscard]] double cop_tap(HeatParameters const& heat, double outdoor);
/// The heat pump of a hybrid follows the weather with the temperature of its water.
[[nodiscard]] double cop_hybrid(HeatParameters const& heat, double outdoor);

/// Sized to the design heat demand of its home; the element takes what a cold spell asks on top.
[[nodiscard]] HeatPumpSize size_of_heat_pump(HeatParameters const& heat, std::size_t heat_class);
[[nodiscard]] HeatPumpSize size_of_heat_pump(HeatParameters const& heat, Insulation insulation,
                                             double design_heat);

/// What a hybrid can draw at most: its heat pump alone, at the bivalent point.
[[nodiscard]] double size_of_hybrid(HeatParameters const& heat, double heat_loss);

/// Mean electric power for space heat when it is so cold outside, kW: the heat pump up to its rated
/// power, the element above it.
[[nodiscard]] double heat_pump_draw(HeatParameters const& heat, Insulation insulation,
                                    HeatPumpSize size, double heat_loss, double outdoor);
/// The same of a hybrid: nothing below its bivalent point, where the boiler takes over.
[[nodiscard]] double hybrid_draw(HeatParameters const& heat, double heat_loss, double outdoor);

/// Space heat that heat pump and element together cannot give, kW: zero when sized as above.
[[nodiscard]] double unmet_heat(HeatParameters const& heat, Insulation insulation,
                                HeatPumpSize size, double heat_loss, double outdoor);

/// Useful space heat per electricity over a normal year.
[[nodiscard]] double seasonal_performance(HeatParameters const& heat, Insulation insulation);
[[nodiscard]] double seasonal_performance_tap(HeatParameters const& heat);

/// A hybrid over a normal year: part of the space heat from its heat pump, and with what
/// performance. Above the bivalent point the heat pump works alone, below it the boiler.
struct HybridYear {
    double share_of_space_heat{0.0};
    double performance{1.0};
};

[[nodiscard]] HybridYear hybrid_year(HeatParameters const& heat);

} // namespace opschaling::models
