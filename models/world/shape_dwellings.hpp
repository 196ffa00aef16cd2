#pragma once

#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

namespace opschaling::models {

/// Which apartments of a wijk are in a high building, all those of a straat together, and which of
/// its homes counted as semi-detached stand at an end of a terrace, each by itself. Types stay as
/// they were laid out.
void shape_dwellings(WorldParameters const& parameters, WijkId wijk, Geography const& geography,
                     Dwellings& dwellings);

} // namespace opschaling::models
