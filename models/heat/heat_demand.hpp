#pragma once

#include "models/heat/heat_class.hpp"
#include "models/heat/heat_parameters.hpp"

#include <array>

namespace opschaling::models {

/// Kinds of day by mean outdoor temperature; their days of a normal year add up to 365 (ruling 28).
struct DayKind {
    double temperature; ///< degC, mean of the day
    double days;        ///< in a year
};

[[nodiscard]] std::array<DayKind, day_kinds> day_kinds_of(HeatParameters const& heat);

/// Kelvin hours in a year below the temperature above which homes need no heat, in kKh.
[[nodiscard]] double degree_hours(HeatParameters const& heat);

/// The heat that a mean home of a heat class asks. A home multiplies by its own demand factor
/// (`Dwellings::demand_factor` / 128), which stands for its size and its habits.
struct HeatDemand {
    double heat_loss{0.0};      ///< kW/K, the coefficient UA
    double design_heat{0.0};    ///< kW at the design outdoor temperature, whatever the habits
    double space_heat{0.0};     ///< kWh a year, useful, in a normal year and with normal habits
    double tap_water{0.0};      ///< kWh a year, useful
    bool fits_heat_pump{false}; ///< needs no insulation before a heat pump (H11)

    [[nodiscard]] double useful() const { return space_heat + tap_water; }
};

using HeatDemands = std::array<HeatDemand, heat_classes>;

[[nodiscard]] HeatDemand heat_demand_of(HeatParameters const& heat, std::size_t heat_class);
[[nodiscard]] HeatDemands make_heat_demands(HeatParameters const& heat);

/// UA of a home of this class with another floor area than the mean of its shape, kW/K.
[[nodiscard]] double heat_loss_of(HeatParameters const& heat, std::size_t heat_class,
                                  double floor_area);

/// Useful space heat in a normal year from UA (kW/K), with the habits that go with a state of
/// insulation, kWh.
[[nodiscard]] double space_heat_of(HeatParameters const& heat, double heat_loss,
                                   Insulation insulation);

/// Heat that a home loses when it is so cold outside, kW; nothing from the base temperature on.
[[nodiscard]] double heat_at(HeatParameters const& heat, double heat_loss, double outdoor);

} // namespace opschaling::models
