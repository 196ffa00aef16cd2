#pragma once

#include "models/world/parameters.hpp"
#include "models/world/state.hpp"
#include "models/world/world.hpp"

#include <cstdint>

namespace opschaling::models {

/// How well the home is insulated in 2018, or when it joins the stock: new homes excellently. By
/// the labels measured in its wijk, else by those of the nation and its building period. A fact of
/// the place, the same in every study.
[[nodiscard]] Insulation first_insulation(World const& world, HeatParameters const& heat,
                                          WijkId wijk, HomeId id, std::uint32_t key);

/// Where gas use was measured, households behave such that the homes use that much; within what
/// habits can explain. Everywhere else they behave as their dwellings lead to expect.
void start_behaviour(World const& world, Parameters const& parameters, State& state);

} // namespace opschaling::models
