#pragma once

#include "models/aanpak/compose.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace opschaling::models {

/// What all gemeenten look at in the yearly choice.
struct Outlook {
    std::vector<KnownApproach> library; ///< whole approaches at work or done
    TechnologyRecord record;
    std::vector<double> peers; ///< part of the gemeenten in a regio with a project, by regio
    /// Projects at work or done, by gemeente: what an own project can extend from.
    std::vector<std::vector<std::uint32_t>> own;
};

[[nodiscard]] Outlook look_around(Turn const& turn);

/// What a gemeente would begin by a project route: wijk, approach, team and plan work. Nothing
/// where the route has nothing to start from or no wijk to go to.
[[nodiscard]] std::optional<ProjectPlan> plan_wijk(Turn const& turn, GemeenteId gemeente,
                                                   std::size_t route, double staff,
                                                   Outlook const& outlook);

} // namespace opschaling::models
