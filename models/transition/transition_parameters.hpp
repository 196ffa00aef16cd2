#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Deep change (diep) and what other domains take over (voorbij): model.md 1.14.
struct TransitionParameters {
    sim::Rate norm_speed;
    sim::Rate norm_return;
    double norm_in_plans;
    std::array<double, modules> domain_generic;
    sim::Rate copying;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::TransitionParameters> {
    using Transition = models::TransitionParameters;
    static constexpr std::string_view name{"transition"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Transition::norm_speed, "norm_speed", "1/year", 0, 5,
             "Speed at which the norm in a gemeente follows what is done there");
        each(&Transition::norm_return, "norm_return", "1/year", 0, 5,
             "Speed at which it falls back where no approach is anchored");
        each(&Transition::norm_in_plans, "norm_in_plans", "1", 0, 10,
             "Log-odds that a plan gains in the local decision where leaving gas is normal");
        each(&Transition::domain_generic, "domain_generic", "1", 0, 1,
             "Whether each module is of use in other domains (a tag, 0 or 1)");
        each(&Transition::copying, "copying", "1/year", 0, 5,
             "Hazard that another domain of a gemeente takes over an anchored module of use "
             "there; counted, without effect on heating");
    }
};
