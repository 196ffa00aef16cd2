#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Projects that stall tell the Rijk why, some of them; signals pile up by the rule that would take
/// the barrier away and are forgotten. Once enough came from enough gemeenten the rule is on the
/// agenda and its draft can begin. A rule in force makes what is then believed best the standard.
void signal_barriers(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
