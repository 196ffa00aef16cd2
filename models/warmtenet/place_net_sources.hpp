#pragma once

#include "models/warmtenet/nets.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"
#include "models/world/world.hpp"

#include <vector>

namespace opschaling::models {

struct State;

/// Where heat can be had: the sources that the world brings, else sources placed by wijk with the
/// national density and spread of capacity, the same in every study.
[[nodiscard]] std::vector<NetSource> place_net_sources(World const& world,
                                                       WarmtenetParameters const& parameters);

/// Sources, the nets there are in 2018 with their mains, and the wijken where a net would be one of
/// low temperature: those without a source of warmer water in their gemeente.
void start_nets(World const& world, WarmtenetParameters const& parameters, State& state);

} // namespace opschaling::models
