#pragma once

#include "models/ids.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// What a warmtenet costs and earns; whether it is built follows from it (ruling 30).
struct WarmtenetParameters {
    sim::Euro source_fixed;
    sim::Euro source_per_home;
    sim::Euro pipe_per_metre;
    sim::Euro connection_pipe;
    std::array<sim::Euro, dwelling_types> in_home;
    sim::Euro connection_fee;
    sim::YearSeries<sim::Euro> investment_subsidy;
    sim::Share contribution_to_household;
    sim::Share heat_margin;
    sim::EuroPerYear operation_per_home;
    double required_return;
    sim::Duration horizon;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::WarmtenetParameters> {
    using Warmtenet = models::WarmtenetParameters;
    static constexpr std::string_view name{"warmtenet"};
    static constexpr std::tuple lines{
        Parameter{&Warmtenet::source_fixed, "source_fixed", "EUR", 0, 1.0e8,
                  "Heat source and plant of a net, whatever its size"},
        Parameter{&Warmtenet::source_per_home, "source_per_home", "EUR", 0, 50000,
                  "Heat source and plant for each connected home"},
        Parameter{&Warmtenet::pipe_per_metre, "pipe_per_metre", "EUR/m", 0, 10000,
                  "Main pipe in the street, laid past every home that has had an offer"},
        Parameter{&Warmtenet::connection_pipe, "connection_pipe", "EUR", 0, 50000,
                  "Pipe from street to home"},
        Parameter{&Warmtenet::in_home, "in_home", "EUR", 0, 50000,
                  "Works in the home, by type of dwelling, paid by its owner"},
        Parameter{&Warmtenet::connection_fee, "connection_fee", "EUR", 0, 50000,
                  "What the owner pays the warmtebedrijf once"},
        Parameter{&Warmtenet::investment_subsidy, "investment_subsidy", "EUR", 0, 50000,
                  "National subsidy (WIS) to the warmtebedrijf for each connected home, by year"},
        Parameter{&Warmtenet::contribution_to_household, "contribution_to_household", "1", 0, 1,
                  "Part of a project's contribution that reaches the household; the rest goes to "
                  "the warmtebedrijf"},
        Parameter{&Warmtenet::heat_margin, "heat_margin", "1", 0, 1,
                  "Part of the heat price left after fuel, losses and electricity"},
        Parameter{&Warmtenet::operation_per_home, "operation_per_home", "EUR/year", 0, 5000,
                  "Yearly operation and upkeep for each connected home"},
        Parameter{&Warmtenet::required_return, "required_return", "1", 0, 0.5,
                  "Yearly return that a warmtebedrijf requires"},
        Parameter{&Warmtenet::horizon, "horizon", "year", 5, 60,
                  "Years over which a warmtebedrijf counts"},
    };
};
