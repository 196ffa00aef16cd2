#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Households meet their natural moments and choose: heaters fail, people move or renovate, a
/// project knocks on the door, a complex or VvE decides. What they choose is asked, not yet had.
/// Reads all heating systems and ties as they stand; writes each home's own moments and requests.
void live_through_quarter(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
