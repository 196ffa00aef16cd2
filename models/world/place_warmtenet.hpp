#pragma once

#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

namespace opschaling::models {

/// Connects the homes that had a warmtenet at the start of 2018. A wijk with a measured share gets
/// that, to the home. Of the homes elsewhere it is the national share (G18); where they are is an
/// assumption: dense wijken with many apartments and corporatie homes first, with keyed chance;
/// within a wijk whole straten, stacked ones first, up to 70 % of its homes. The share holds in
/// every world, so that a smaller one is a country in little.
void place_warmtenet(WorldParameters const& parameters, World& world);

} // namespace opschaling::models
