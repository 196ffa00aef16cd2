#pragma once

#include "app/effects/effect_runs.hpp"
#include "models/experiment/pilot_worlds.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::app {

/// A run of one world of the bias game.
[[nodiscard]] BatchRun run_of(EffectRuns const& runs, std::uint32_t replication,
                              models::PilotWorld const& world);

/// A run in which regular wijken follow a pilot's approach, or the usual practice.
[[nodiscard]] BatchRun run_of(EffectRuns const& runs, std::uint32_t replication,
                              models::Followers const& followers);

/// Mean over the sites that count of the part of their homes that left gas, and public and private
/// cost in EUR per home that left it.
[[nodiscard]] std::vector<double> gain_and_cost(FinishedRun const& run);

/// What each of the sites that count gained.
[[nodiscard]] std::vector<double> gains(FinishedRun const& run);

/// The place of the pilot that gains most: the showcase.
[[nodiscard]] std::uint32_t best_of_pilots(std::vector<double> const& gains);

/// What each pilot gains in the pilots' own world, for each replication of a round.
[[nodiscard]] std::vector<std::vector<double>> gains_of_pilots(EffectRuns& runs, Round round);

} // namespace opschaling::app
