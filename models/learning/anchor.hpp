#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// 1 where the leader with whom a project began is still there at its end, else 0.
[[nodiscard]] double leader_stays(Project const& project);

/// What a project did enters the routine of its gemeente when it ends; a module that is not
/// anchored there leaves it again after some time.
void anchor_projects(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
