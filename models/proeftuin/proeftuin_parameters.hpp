#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Rounds in which wijken could become a proeftuin: 2018, 2020 and 2022.
inline constexpr std::size_t pilot_rounds{3};

/// Who applies, who is picked, and what experiment status brings (model.md 1.5).
struct ProeftuinParameters {
    std::array<double, pilot_rounds> applicants;
    std::array<double, pilot_rounds> granted;
    double gemeenten;
    int teams;
    double selection_strength;
    double application_energy;
    sim::Euro status_per_home;
    double attention;
    bool top_teams;
    int tailoring;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::ProeftuinParameters> {
    using Proeftuin = models::ProeftuinParameters;
    static constexpr std::string_view name{"proeftuin"};
    static constexpr std::tuple lines{
        Parameter{&Proeftuin::applicants, "applicants", "gemeente", 0, 400,
                  "Gemeenten that apply in each round, in the whole country"},
        Parameter{&Proeftuin::granted, "granted", "wijk", 0, 400,
                  "Wijken that become a proeftuin in each round, in the whole country"},
        Parameter{&Proeftuin::gemeenten, "gemeenten", "gemeente", 1, 2000,
                  "Gemeenten in the country at the first round"},
        Parameter{&Proeftuin::teams, "teams", "1", 1, 100,
                  "Teams of which a proeftuin gets the best"},
        Parameter{&Proeftuin::selection_strength, "selection_strength", "1", -10, 10,
                  "Weight of trust, energy and capacity in the selection (psi); 0 is a lottery"},
        Parameter{&Proeftuin::application_energy, "application_energy", "1", 0, 5,
                  "Weight of energy and capacity in who applies"},
        Parameter{&Proeftuin::status_per_home, "status_per_home", "EUR", 0, 50000,
                  "Money per home above the regular contribution (R)"},
        Parameter{&Proeftuin::attention, "attention", "fte", 0, 5,
                  "Staff added by the programme's own attention"},
        Parameter{&Proeftuin::top_teams, "top_teams", "1", 0, 1,
                  "Whether a proeftuin gets the best team of its gemeente"},
        Parameter{&Proeftuin::tailoring, "tailoring", "1", 1, 16,
                  "Variants of each module tried out locally before the plan"},
    };
};
