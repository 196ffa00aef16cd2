#pragma once

#include "models/bewoner/bewoner_parameters.hpp"
#include "models/bewoner/homes.hpp"
#include "models/heat/heat_parameters.hpp"
#include "models/ids.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"
#include "sim/time/quarter.hpp"

#include <array>

namespace opschaling::models {

/// One figure for each dwelling cell (type and period) and heating system.
using ByCellAndSystem = std::array<std::array<double, heating_systems>, dwelling_cells>;

/// What each heating system costs and uses in each kind of dwelling, at the prices of one quarter.
/// Use and energy cost are for the mean demand of the cell; a home multiplies by its own factor.
struct CostTable {
    ByCellAndSystem investment{};  ///< EUR, installed, at a price factor of 1, before subsidy
    ByCellAndSystem subsidy{};     ///< EUR, national, regular
    double rented_subsidy{0.0};    ///< EUR, beside it, for a rented home on a warmtenet
    ByCellAndSystem energy{};      ///< EUR a year
    ByCellAndSystem gas{};         ///< m3 a year
    ByCellAndSystem electricity{}; ///< kWh a year for heating
    std::array<double, dwelling_cells> useful_heat{}; ///< kWh a year, space and tap water
    std::array<double, heating_systems> standing{};   ///< EUR a year, with upkeep
    std::array<double, discount_classes> annuity{};   ///< yearly part of an investment
    double heat_price{0.0};                           ///< EUR per kWh
    double net_subsidy{0.0};                          ///< EUR a home to the warmtebedrijf

    /// National subsidy on a system for an owner who lives there, or for one who lets.
    [[nodiscard]] double subsidy_for(std::size_t cell, HeatingSystem system, bool rented) const {
        return subsidy[cell][static_cast<std::size_t>(system)] +
               (rented && system == HeatingSystem::warmtenet ? rented_subsidy : 0.0);
    }

    [[nodiscard]] double yearly(std::size_t cell, HeatingSystem system, double demand) const {
        auto const s = static_cast<std::size_t>(system);
        return energy[cell][s] * demand + standing[s];
    }
};

[[nodiscard]] CostTable make_cost_table(HeatParameters const& heat, PriceParameters const& price,
                                        WarmtenetParameters const& warmtenet,
                                        BewonerParameters const& bewoner, sim::Quarter quarter);

/// Yearly part of an investment of 1 spread over a life at a discount rate per year.
[[nodiscard]] double annuity(double rate, double life_in_years);

/// Present value of 1 a year over so many years at a discount rate per year.
[[nodiscard]] double present_value(double rate, double years);

} // namespace opschaling::models
