#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// What parameters alone decide about costs and loads: made anew only when they change.
void take_up_parameters(Turn& turn);

/// Prices of the quarter, and flows set back to zero.
void begin_quarter(Turn& turn, sim::Quarter quarter);

/// Counts gas and electricity of all homes anew, from scratch.
void count_use(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
