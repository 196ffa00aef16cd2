#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Installers of each RES-regio serve what was asked: broken boilers first, then the oldest
/// requests, by lot among those of the same quarter, as far as crews and station capacity reach.
/// What is granted is installed; what is not waits, or withdraws.
void grant_slots(Turn& turn, sim::Quarter quarter);

/// Crews come and go with the utilisation of some time ago; the price follows that of now.
void grow_crews(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
