#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Rounds in which wijken could become a proeftuin: 2018, 2020 and 2022.
inline constexpr std::size_t pilot_rounds{3};

/// Who applies, who is picked, and what experiment status brings (model.md 1.5).
struct ProeftuinParameters {
    double application_base;
    double application_fatigue;
    double application_energy;
    double application_capacity;
    double application_ambition;
    std::array<double, pilot_rounds> granted;
    sim::YearSeries<double> places;
    int selection_mode;
    double selection_strength;
    int teams;
    sim::Share opscalers;
    sim::Euro status_per_home;
    double attention;
    double plan_factor;
    sim::Share own_team;
    bool top_teams;
    int tailoring;
    sim::Duration promised_plan;
    sim::Duration promised_execution;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::ProeftuinParameters> {
    using Proeftuin = models::ProeftuinParameters;
    static constexpr std::string_view name{"proeftuin"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Proeftuin::application_base, "application_base", "1", -20, 20,
             "Log-odds that a gemeente applies in the first round, all else neutral (b_0)");
        each(&Proeftuin::application_fatigue, "application_fatigue", "1", -5, 5,
             "Log-odds of applying lost with each round");
        each(&Proeftuin::application_energy, "application_energy", "1", 0, 5,
             "Weight of trust and energy in its wijk in whether a gemeente applies");
        each(&Proeftuin::application_capacity, "application_capacity", "1", 0, 5,
             "Weight of its staff in that (b_cap)");
        each(&Proeftuin::application_ambition, "application_ambition", "1", 0, 5,
             "Weight of its own ambition in that (b_amb)");
        each(&Proeftuin::granted, "granted", "wijk", 0, 10000,
             "Wijken that become a proeftuin in each round, in the whole country");
        each(&Proeftuin::places, "places", "wijk/year", 0, 10000,
             "Further proeftuinen a year in the whole country, beside the rounds, by year");
        each(&Proeftuin::selection_mode, "selection_mode", "1", 0, 2,
             "How proeftuinen are picked: 0 the best proposals, 1 the best proposals spread over "
             "RES-regio's, 2 wijken as unlike one another as can be, whoever applies");
        each(&Proeftuin::selection_strength, "selection_strength", "1", -10, 10,
             "Weight of trust, energy, capacity and ambition in the selection (psi); 0 is a "
             "lottery, below 0 the hard wijken come first");
        each(&Proeftuin::teams, "teams", "1", 1, 100, "Teams of which a proeftuin gets the best");
        each(&Proeftuin::opscalers, "opscalers", "1", 0, 1,
             "Part of the people of a proeftuin's team who are drawn from those who will do the "
             "work at scale (o)");
        each(&Proeftuin::status_per_home, "status_per_home", "EUR", 0, 50000,
             "Money per home above the regular contribution (R)");
        each(&Proeftuin::attention, "attention", "fte", 0, 5,
             "Staff added by the programme's own attention");
        each(&Proeftuin::plan_factor, "plan_factor", "1", 0, 2,
             "Plan work after the selection, against a plan from scratch");
        each(&Proeftuin::own_team, "own_team", "1", 0, 1,
             "Part of its team that its grant pays, beside the staff of its gemeente");
        each(&Proeftuin::top_teams, "top_teams", "1", 0, 1,
             "Whether a proeftuin gets the best team of its gemeente");
        each(&Proeftuin::tailoring, "tailoring", "1", 1, 16,
             "Variants of each module tried out locally before the plan");
        each(&Proeftuin::promised_plan, "promised_plan", "year", 0, 20,
             "Time to the first home off gas that proeftuinen promised");
        each(&Proeftuin::promised_execution, "promised_execution", "year", 0.1, 20,
             "Time from there to the last home that they promised");
    }
};
