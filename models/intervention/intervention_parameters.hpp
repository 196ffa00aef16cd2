#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// The heat pump of one's own, talks with residents, a local grid with a battery, a warmtenet on a
/// local source, one on residual heat, a koppelkans of sewer and heat, training of installers, a
/// market for flexibility, a norm.
inline constexpr std::size_t interventions{9};

/// What each intervention costs and brings, and what it loses as more homes decide together.
/// Nothing here is a size: from what number of homes on an intervention pays, and up to what
/// number, follows from equations (5) and (6) over the homes of a real place.
struct InterventionParameters {
    std::array<sim::Euro, interventions> fixed_cost;
    std::array<double, interventions> from_source;
    std::array<sim::Euro, interventions> cost_per_home;
    std::array<sim::EuroPerKWh, interventions> cost_per_heat;
    std::array<sim::Euro, interventions> cost_per_metre;
    std::array<sim::Euro, interventions> benefit_per_home;
    std::array<sim::EuroPerKWh, interventions> benefit_per_heat;
    std::array<sim::Share, interventions> uptake_at_door;
    std::array<double, interventions> distance_loss;
    std::array<double, interventions> diversity_loss;
    std::array<sim::Share, interventions> social_part;
    std::array<double, interventions> coordination;
    double coordination_exponent;
    sim::Duration horizon;
    double discount;
    sim::Share effective_part;
    double homes_of_pilot;
    sim::Share cost_range;
    double judgement_range;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::InterventionParameters> {
    using Intervention = models::InterventionParameters;
    static constexpr std::string_view name{"intervention"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Intervention::fixed_cost, "fixed_cost", "EUR", 0, 1.0e9,
             "What it costs once whatever the number of homes (F); residual heat: for each "
             "source that it takes from");
        each(&Intervention::from_source, "from_source", "1", 0, 1,
             "1 where it needs a source of residual heat and a pipe to it (T), else 0");
        each(&Intervention::cost_per_home, "cost_per_home", "EUR", 0, 1.0e6,
             "Net present cost for each home that takes part (v)");
        each(&Intervention::cost_per_heat, "cost_per_heat", "EUR/kWh", 0, 1,
             "Cost of a kWh of useful heat by it, in each year of the horizon (v)");
        each(&Intervention::cost_per_metre, "cost_per_metre", "EUR/m", 0, 10000,
             "Main laid past every home of the part that it serves");
        each(&Intervention::benefit_per_home, "benefit_per_home", "EUR", 0, 1.0e6,
             "Net present benefit for each home that takes part (B)");
        each(&Intervention::benefit_per_heat, "benefit_per_heat", "EUR/kWh", 0, 1,
             "Cost of a kWh of useful heat on gas that it takes the place of (B)");
        each(&Intervention::uptake_at_door, "uptake_at_door", "1", 0, 1,
             "Part of the homes that take part where thirty alike decide (u0 as a share)");
        each(&Intervention::distance_loss, "distance_loss", "1", 0, 3,
             "Log-odds of taking part lost per logarithm of the homes that decide together "
             "(lambda)");
        each(&Intervention::diversity_loss, "diversity_loss", "1", 0, 10,
             "Log-odds lost by the squared distance between a home and the mean of its unit "
             "(kappa)");
        each(&Intervention::social_part, "social_part", "1", 0, 1,
             "How far that distance counts what matters to social modules, else to technical "
             "ones (D)");
        each(&Intervention::coordination, "coordination", "1", 0, 5,
             "Part of the benefit lost to coordination in a unit of a thousand homes (kappa_c)");
        each(&Intervention::coordination_exponent, "coordination_exponent", "1", 0, 2,
             "How that part grows with homes");
        each(&Intervention::horizon, "horizon", "year", 1, 100, "Years over which heat is counted");
        each(&Intervention::discount, "discount", "1", 0, 0.5, "Yearly discount of money");
        each(&Intervention::effective_part, "effective_part", "1", 0, 1,
             "A level fits where its net benefit is at least this part of the best");
        each(&Intervention::homes_of_pilot, "homes_of_pilot", "home", 1, 1.0e6,
             "Homes of a mean proeftuin, for the question what it cannot show");
        each(&Intervention::cost_range, "cost_range", "1", 0, 0.95,
             "How far costs and benefits are drawn up and down for the intervals");
        each(&Intervention::judgement_range, "judgement_range", "1", 1, 10,
             "Factor by which lambda, kappa and kappa_c are drawn up and down for them");
    }
};
