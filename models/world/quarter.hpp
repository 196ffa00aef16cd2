#pragma once

#include "models/world/turn.hpp"
#include "sim/schedule/schedule.hpp"

namespace opschaling::models {

/// The one list of phases, in the order in which a quarter happens (model.md 1.16).
[[nodiscard]] sim::Schedule<Turn> make_quarter();

} // namespace opschaling::models
