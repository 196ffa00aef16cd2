#pragma once

#include "models/bewoner/bewoner_parameters.hpp"
#include "models/bewoner/homes.hpp"
#include "models/corporatie/corporatie_parameters.hpp"
#include "models/heat/cost_table.hpp"
#include "models/project/offer.hpp"
#include "sim/random/dice.hpp"

#include <array>

namespace opschaling::models {

/// A household at a natural moment, with all that its choice may depend on.
struct Chooser {
    Tenure tenure{Tenure::owner};
    std::size_t heat_class{0}; ///< dwelling type, period and insulation
    double demand{1.0};        ///< heat demand against the mean of the class
    Household household{};
    double threshold{0.0};                        ///< share of ties before an option counts
    std::array<unsigned, heating_systems> ties{}; ///< ties with each system
    unsigned degree{0}; ///< ties in all; 0 where too few have a system for it to count
    HeatingSystem current{HeatingSystem::gas_boiler};
    bool broken{false};  ///< the heater failed: something must be chosen
    bool reached{false}; ///< the project has made its offer at this door
    bool main{false};    ///< a warmtenet lies in front of this door
    double price_factor{1.0};
};

/// What is common to all choices of a quarter.
struct ChoiceSetting {
    BewonerParameters const& bewoner;
    CorporatieParameters const& corporatie;
    CostTable const& costs;
    double aware_hybrid{0.0};
    double aware_heat_pump{0.0};
    double reference_per_year{1.0}; ///< EUR
};

[[nodiscard]] ChoiceSetting make_choice_setting(BewonerParameters const& bewoner,
                                                CorporatieParameters const& corporatie,
                                                CostTable const& costs, sim::Quarter quarter);

/// The heating system that the household chooses, its present one when it keeps that: multinomial
/// logit over the options that it knows of and may have (world.md section 2, ruling 9).
/// A broken gas boiler replaced by another one returns gas_boiler.
[[nodiscard]] HeatingSystem choose_heating(ChoiceSetting const& setting, Chooser const& chooser,
                                           Offer const& offer, sim::Dice dice);

/// Utility of an option before noise: what is asked of a tenant who must consent, too.
[[nodiscard]] double utility(ChoiceSetting const& setting, Chooser const& chooser,
                             Offer const& offer, HeatingSystem option);

} // namespace opschaling::models
