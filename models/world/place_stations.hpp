#pragma once

#include "models/world/world.hpp"

namespace opschaling::models {

/// Gives every wijk with homes its MV/LV stations, each feeding a run of neighbouring straten of
/// about `homes_per_station` homes. No station feeds two wijken.
void place_stations(int homes_per_station, Geography& geography);

} // namespace opschaling::models
