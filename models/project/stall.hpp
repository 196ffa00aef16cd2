#pragma once

#include "models/world/turn.hpp"

namespace opschaling::models {

/// Whether a running project stalls in this quarter; the first cause that binds is kept and counted
/// (ruling 16). `part` is how much of its full team its gemeente can give it.
[[nodiscard]] bool stalls_now(Turn& turn, Project& project, double part, int now);

/// Whether a paused project stays so; one that resumes loses its cause.
[[nodiscard]] bool stays_paused(Turn& turn, Project& project, double part, int now);

[[nodiscard]] bool pause_is_too_long(ProjectParameters const& parameters, Project const& project);

} // namespace opschaling::models
