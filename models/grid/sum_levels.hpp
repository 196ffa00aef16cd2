#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Adds what every asset shows to the figures of its level, always in the same order.
void sum_levels(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
