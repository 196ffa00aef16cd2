#pragma once

#include "models/grid/load_table.hpp"
#include "models/world/parameters.hpp"
#include "models/world/state.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

namespace opschaling::models {

/// The state at the start of 2018: who lives where with which heater of what age, how much each
/// station carries, how many crews there are. Drawn once a replication.
[[nodiscard]] State start_state(World const& world, Parameters const& parameters, sim::Seed seed);

/// The same where the loads of these parameters are at hand.
[[nodiscard]] State start_state(World const& world, Parameters const& parameters,
                                LoadTable const& loads, sim::Seed seed);

} // namespace opschaling::models
