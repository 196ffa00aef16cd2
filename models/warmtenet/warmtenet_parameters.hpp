#pragma once

#include "models/ids.hpp"
#include "models/warmtenet/net_source.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// What a warmtenet costs and earns; whether it is built, and how large, follows from it
/// (ruling 30).
struct WarmtenetParameters {
    std::array<sim::Euro, source_kinds> source_fixed;
    std::array<sim::EuroPerPower, source_kinds> source_by_power;
    std::array<sim::EuroPerKWh, source_kinds> heat_cost;
    std::array<sim::Power, source_kinds> loss_per_metre;
    std::array<double, source_kinds> sources_per_million_homes;
    std::array<sim::Power, source_kinds> capacity_mean;
    std::array<double, source_kinds> capacity_spread;
    sim::Share coincidence;
    sim::Euro transport_fixed;
    sim::Euro transport_by_power;
    double transport_exponent;
    sim::Euro pipe_per_metre;
    sim::Euro connection_pipe;
    sim::YearSeries<double> mains_per_year;
    std::array<sim::Euro, dwelling_types> in_home;
    sim::Euro connection_fee;
    sim::YearSeries<sim::Euro> investment_subsidy;
    sim::Share contribution_to_household;
    sim::Share tax;
    sim::EuroPerYear operation_per_home;
    double required_return;
    sim::Duration horizon;
    sim::Euro gas_main_per_metre;
    sim::Share last_holdouts;
    sim::Share uptake_at_door;
    double uptake_by_distance;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::WarmtenetParameters> {
    using Warmtenet = models::WarmtenetParameters;
    static constexpr std::string_view name{"warmtenet"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Warmtenet::source_fixed, "source_fixed", "EUR", 0, 1.0e8,
             "Coupling to a source whatever its power: residual heat, geothermal, local");
        each(&Warmtenet::source_by_power, "source_by_power", "EUR/kW", 0, 10000,
             "Source and plant by the power that a net asks, by kind");
        each(&Warmtenet::heat_cost, "heat_cost", "EUR/kWh", 0, 1,
             "Cost of a kWh of heat at the source, by kind");
        each(&Warmtenet::loss_per_metre, "loss_per_metre", "W", 0, 200,
             "Heat that a metre of main loses all year, by kind of source");
        each(&Warmtenet::sources_per_million_homes, "sources_per_million_homes", "1", 0, 10000,
             "Sources that the country has, per million homes, by kind");
        each(&Warmtenet::capacity_mean, "capacity_mean", "MW", 0, 1000,
             "Mean power of a source, by kind");
        each(&Warmtenet::capacity_spread, "capacity_spread", "1", 0, 3,
             "Standard deviation of the logarithm of that power");
        each(&Warmtenet::coincidence, "coincidence", "1", 0, 1,
             "Peak of a net against the sum of its homes' design heat demands");
        each(&Warmtenet::transport_fixed, "transport_fixed", "EUR/m", 0, 20000,
             "Transport pipe from a source, whatever its power");
        each(&Warmtenet::transport_by_power, "transport_by_power", "EUR/m", 0, 20000,
             "Transport pipe on top of that, for a power of 1 MW");
        each(&Warmtenet::transport_exponent, "transport_exponent", "1", 0, 2,
             "How that part grows with power");
        each(&Warmtenet::pipe_per_metre, "pipe_per_metre", "EUR/m", 0, 10000,
             "Main pipe in the street, laid past every home that has had an offer");
        each(&Warmtenet::connection_pipe, "connection_pipe", "EUR", 0, 50000,
             "Pipe from street to home");
        each(&Warmtenet::mains_per_year, "mains_per_year", "km", 0, 20000,
             "Main that ground works in the country can lay in a year, by year");
        each(&Warmtenet::in_home, "in_home", "EUR", 0, 50000,
             "Works in the home, by type of dwelling, paid by its owner");
        each(&Warmtenet::connection_fee, "connection_fee", "EUR", 0, 50000,
             "What the owner pays the warmtebedrijf once, tax included");
        each(&Warmtenet::investment_subsidy, "investment_subsidy", "EUR", 0, 50000,
             "National subsidy (WIS) to the warmtebedrijf for each connected home, by year");
        each(&Warmtenet::contribution_to_household, "contribution_to_household", "1", 0, 1,
             "Part of a project's contribution that reaches the household; the rest goes to "
             "the warmtebedrijf");
        each(&Warmtenet::tax, "tax", "1", 0, 1,
             "Value added tax on what a household pays, which the warmtebedrijf passes on");
        each(&Warmtenet::operation_per_home, "operation_per_home", "EUR/year", 0, 5000,
             "Yearly operation and upkeep for each connected home");
        each(&Warmtenet::required_return, "required_return", "1", 0, 0.5,
             "Yearly return that a warmtebedrijf requires");
        each(&Warmtenet::horizon, "horizon", "year", 5, 60,
             "Years over which a warmtebedrijf counts");
        each(&Warmtenet::gas_main_per_metre, "gas_main_per_metre", "EUR/m", 0, 5000,
             "Gas main laid anew for those who stay on gas");
        each(&Warmtenet::last_holdouts, "last_holdouts", "1", 0, 1,
             "Part of the homes of a straat up to which those on gas count as its last");
        each(&Warmtenet::uptake_at_door, "uptake_at_door", "1", 0, 1,
             "Uptake of a net decided on by thirty neighbours, in the net benefit by unit "
             "size alone");
        each(&Warmtenet::uptake_by_distance, "uptake_by_distance", "1", 0, 2,
             "Log-odds of uptake lost per logarithm of the homes that decide together, there "
             "alone (lambda)");
    }
};
