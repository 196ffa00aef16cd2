#pragma once

#include "models/world/turn.hpp"

#include <array>

namespace opschaling::models {

/// Part of the homes of a site in each group of residents; they sum to 1 (0 in an empty site).
[[nodiscard]] std::array<float, resident_groups> residents_of(Turn const& turn, WijkId site);

/// Whom a project is in touch with in this quarter: 1 - exp(-effort * s) of each group (model.md
/// 1.16). Effort is that of the people present and of residents who carry it; these come and go.
void reach_out(Turn& turn, Project& project, double present);

/// Part of all residents in touch with a project.
[[nodiscard]] double reach_of_all(Project const& project);

/// Part of all residents who would back the plan: those in touch by trust and by its fit, the
/// others by trust alone.
[[nodiscard]] double support_of_all(Turn const& turn, Project const& project);

/// The same among those in touch: what a project hears at its own meetings.
[[nodiscard]] double support_heard(Turn const& turn, Project const& project);

} // namespace opschaling::models
