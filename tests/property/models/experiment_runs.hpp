#pragma once

#include "models/experiment/pilot_worlds.hpp"
#include "models/world/simulation.hpp"
#include "models/world/state.hpp"
#include "tests/support/model_run.hpp"

#include <functional>
#include <memory>

namespace opschaling::tests {

inline constexpr int experiment_branch{32};
inline constexpr int experiment_quarters{72};

/// A run of an experiment from 2026 on, after a history without proeftuinen.
inline models::Simulation run_experiment(
    std::shared_ptr<models::World const> const& world, models::Parameters const& parameters,
    std::function<models::Experiment(models::Turn const&)> const& draw,
    std::function<void(models::Parameters&)> const& change = {}, sim::Seed seed = first_seed) {
    auto run = run_model(world, parameters, experiment_branch, seed);
    auto simulation = std::move(run.simulation);
    simulation.begin_experiment(draw);
    if (change) {
        auto changed = parameters;
        change(changed);
        simulation.adopt(changed);
    }
    auto const shape = models::result_shape(*world, sim::Quarter::at(experiment_branch),
                                            sim::Quarter::at(experiment_quarters - 1));
    auto result = sim::RunResult::of_shape(shape);
    while (simulation.next_quarter() < sim::Quarter::at(experiment_quarters)) {
        simulation.step(shape, result);
    }
    return simulation;
}

/// Mean gain over the sites that count in one world of the bias game.
inline double gain_in(std::shared_ptr<models::World const> const& world,
                      models::Parameters const& parameters, models::PilotWorld const& pilot_world,
                      sim::Seed seed = first_seed) {
    auto const simulation = run_experiment(
        world, parameters,
        [&](models::Turn const& turn) { return models::make_pilot_world(turn, pilot_world); },
        [&](models::Parameters& changed) { models::withhold(changed, pilot_world); }, seed);
    double sum{0.0};
    auto const& evaluated = simulation.experiment()->evaluated;
    for (auto const& site : evaluated) {
        sum += models::gain_of(*world, simulation.state(), site);
    }
    return sum / static_cast<double>(evaluated.size());
}

inline models::Parameters with_pilots() {
    auto parameters = shipped_parameters();
    parameters.proeftuin.granted = {0.0, 0.0, 0.0};
    parameters.experiment.pilots = 4;
    parameters.rijk.contribution = sim::Euro::of_canonical(6000.0);
    return parameters;
}

constexpr std::uint32_t bit(models::PilotCause cause) {
    return 1U << static_cast<unsigned>(cause);
}

} // namespace opschaling::tests
