#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Running projects use the staff there is, pass from phase to phase, stall and resume.
void work_on_projects(Turn& turn, sim::Quarter quarter);

/// What the home is offered by a project: a warmtenet or a heat pump.
[[nodiscard]] inline HeatingSystem technology_of(Turn const& turn, Project const& project) {
    return turn.repertoire.technology(project.approach.variant[technology_module]);
}

/// What each wijk's project means for its homes in this quarter (equation 4).
void make_offers(Turn& turn, sim::Quarter quarter);

/// After the quarter's choices: money set apart and no longer needed goes back to its route;
/// wijken gain and lose trust.
void settle_projects(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
