#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Where the signatures of a wijk carry a warmtenet it is built, and those who signed ask for their
/// connection. A project that ends without one breaks its promise.
void build_nets(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
