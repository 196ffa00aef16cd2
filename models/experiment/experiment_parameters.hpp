#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// How a counterfactual experiment draws beforehand what each wijk would do (ruling 31). No run
/// reads it but those of `effects`.
struct ExperimentParameters {
    sim::Duration start_spread;
    std::array<sim::Share, 3> route_mix;
    int pilots;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::ExperimentParameters> {
    using Experiment = models::ExperimentParameters;
    static constexpr std::string_view name{"experiment"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Experiment::start_spread, "start_spread", "year", 0, 30,
             "Wijkaanpakken that are drawn beforehand begin evenly over this time");
        each(&Experiment::route_mix, "route_mix", "1", 0, 1,
             "Parts of them that take the approach of the nearest wijk at work (groei), the best "
             "result (replicatie) or a recombination (circulatie)");
        each(&Experiment::pilots, "pilots", "1", 1, 1000,
             "Wijken that an experiment on pilot bias picks as pilots");
    }
};
