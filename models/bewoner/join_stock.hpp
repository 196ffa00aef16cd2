#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Homes that are ready in this quarter join the stock with the system they were built with:
/// counted in their wijk, seen by their ties, carried by their station.
void join_stock(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
