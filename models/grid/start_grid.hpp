#pragma once

#include "models/grid/load_table.hpp"
#include "models/world/parameters.hpp"
#include "models/world/state.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

namespace opschaling::models {

/// Puts the homes of 2018 on the grid and sizes every asset for them and for the homes that are
/// still to be built, with a spare part of its own (ruling 26). Homes have their systems by now.
void start_grid(World const& world, Parameters const& parameters, LoadTable const& loads,
                sim::Seed seed, State& state);

} // namespace opschaling::models
