#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Prices of the quarter, and flows set back to zero.
void begin_quarter(Turn& turn, sim::Quarter quarter);

/// Counts gas and electricity of all homes anew, from scratch.
void count_use(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
