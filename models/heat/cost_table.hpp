#pragma once

#include "models/bewoner/bewoner_parameters.hpp"
#include "models/bewoner/homes.hpp"
#include "models/corporatie/corporatie_parameters.hpp"
#include "models/heat/heat_demand.hpp"
#include "models/heat/heat_parameters.hpp"
#include "models/ids.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"
#include "sim/time/quarter.hpp"

#include <array>

namespace opschaling::models {

/// One figure for each heat class (shape, period and insulation) and heating system.
using ByClassAndSystem = std::array<std::array<double, heating_systems>, heat_classes>;

/// What parameters alone decide, the same in every quarter until they change: what each heating
/// system uses in each kind of dwelling, and how households weigh money over time. Use is for the
/// mean demand of the class as it is insulated; a home multiplies by its own factor.
struct LastingCosts {
    HeatDemands heat{};
    ByClassAndSystem gas{};                         ///< m3 a year
    ByClassAndSystem electricity{};                 ///< kWh a year for heating
    std::array<double, discount_classes> annuity{}; ///< yearly part of an investment
    /// What the replacement of a heater that still works is worth today against its cost then.
    std::array<double, discount_classes> replaced_later{};
    double landlord_annuity{0.0}; ///< the same two for a private landlord
    double landlord_replaced_later{0.0};
};

/// What each heating system costs and uses in each kind of dwelling, at the prices of one quarter.
struct CostTable : LastingCosts {
    /// EUR, installed, at a price factor of 1, before subsidy; with the insulation that the system
    /// needs first.
    ByClassAndSystem investment{};
    ByClassAndSystem subsidy{}; ///< EUR, national, regular
    double rented_subsidy{0.0}; ///< EUR, beside it, for a rented home on a warmtenet
    ByClassAndSystem energy{};  ///< EUR a year at the mean demand
    /// EUR to bring a home of the class to good insulation, before subsidy; zero where it is.
    std::array<double, heat_classes> to_good{};
    /// EUR to bring it to excellent insulation.
    std::array<double, heat_classes> to_excellent{};
    double insulation_subsidy{0.0};                 ///< part of the cost that the Rijk pays
    std::array<double, heating_systems> standing{}; ///< EUR a year, with upkeep
    double heat_price{0.0};                         ///< EUR per kWh
    double net_subsidy{0.0};                        ///< EUR a home to the warmtebedrijf

    /// EUR of insulation that a home must have before a net of low temperature can warm it.
    [[nodiscard]] double insulation_for_net(std::size_t heat_class, HeatingSystem system,
                                            bool low_temperature) const {
        return low_temperature && system == HeatingSystem::warmtenet &&
                       !heat[heat_class].fits_heat_pump
                   ? to_good[heat_class]
                   : 0.0;
    }

    /// EUR before subsidy, with all that the system needs in the home.
    [[nodiscard]] double investment_in(std::size_t heat_class, HeatingSystem system,
                                       bool low_temperature) const {
        return investment[heat_class][static_cast<std::size_t>(system)] +
               insulation_for_net(heat_class, system, low_temperature);
    }

    /// National subsidy on a system for an owner who lives there, or for one who lets.
    [[nodiscard]] double subsidy_for(std::size_t heat_class, HeatingSystem system, bool rented,
                                     bool low_temperature) const {
        return subsidy[heat_class][static_cast<std::size_t>(system)] +
               insulation_subsidy * insulation_for_net(heat_class, system, low_temperature) +
               (rented && system == HeatingSystem::warmtenet ? rented_subsidy : 0.0);
    }

    /// EUR a year of a home that stays as it is insulated.
    [[nodiscard]] double yearly(std::size_t heat_class, HeatingSystem system, double demand) const {
        auto const s = static_cast<std::size_t>(system);
        return energy[heat_class][s] * demand + standing[s];
    }

    /// The class that a home of this class is in once the system is there: a heat pump, and a net
    /// of low temperature, come with the insulation that they need.
    [[nodiscard]] std::size_t class_under(std::size_t heat_class, HeatingSystem system,
                                          bool low_temperature) const;
};

/// To be made once for a set of parameters: half a million operations.
[[nodiscard]] LastingCosts make_lasting_costs(HeatParameters const& heat,
                                              BewonerParameters const& bewoner,
                                              CorporatieParameters const& corporatie);

/// The costs of a quarter on top of those that last, made from the same parameters.
[[nodiscard]] CostTable make_cost_table(LastingCosts const& lasting, HeatParameters const& heat,
                                        PriceParameters const& price,
                                        WarmtenetParameters const& warmtenet, sim::Quarter quarter);

/// Yearly part of an investment of 1 spread over a life at a discount rate per year.
[[nodiscard]] double annuity(double rate, double life_in_years);

/// Present value of 1 paid when a heater of unknown age fails, at a discount rate per year: ages
/// are as in a stock that is replaced like for like.
[[nodiscard]] double value_of_next_failure(HeatParameters const& heat, double rate);

/// Present value of 1 a year over so many years at a discount rate per year.
[[nodiscard]] double present_value(double rate, double years);

} // namespace opschaling::models
