#pragma once

#include "models/aanpak/compose.hpp"
#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// What a project about to begin is: where, by whom, with which approach.
struct ProjectPlan {
    WijkId wijk{};
    ProjectOrigin origin{ProjectOrigin::proeftuin};
    std::uint32_t source{no_project};
    bool grown{false};    ///< by the team of the source, into the wijk next to it
    bool whole{false};    ///< the approach of the source as it is, but for errors
    bool verifies{false}; ///< to see whether that approach works in a wijk drawn by lot
    Approach approach{};
    double plan_factor{1.0};
    double skill{0.0};
    std::int64_t contribution{0}; ///< EUR for each home that leaves gas
};

/// Homes at this moment in the site that a wijk is host of: its own and those of wijken that
/// joined.
[[nodiscard]] std::uint32_t homes_present(Turn const& turn, WijkId site);

/// Whether a wijkaanpak can begin: host of a site that is large enough, none under way or done, and
/// homes still on gas.
[[nodiscard]] bool can_begin(Turn const& turn, WijkId wijk);

[[nodiscard]] Site site_of(World const& world, WijkId wijk);

[[nodiscard]] Receiver receiver_of(Turn const& turn, WijkId wijk, std::uint32_t attempt);

/// The approaches at work or done so far: what replicatie and circulatie draw on.
[[nodiscard]] std::vector<KnownApproach> library_of(Turn const& turn);

/// What all projects so far tell of each technology.
[[nodiscard]] TechnologyRecord record_of(Turn const& turn);

/// Work against a wijk of the reference size (ruling 6).
[[nodiscard]] double size_factor(ProjectParameters const& parameters, std::uint32_t homes);

/// EUR to set apart: the staff of plan and execution, and the contribution for every home.
[[nodiscard]] std::int64_t money_needed(Turn const& turn, ProjectPlan const& plan);

/// Begins it; the money is already set apart by who begins it.
void begin_project(Turn& turn, ProjectPlan const& plan, std::int64_t reserve, sim::Quarter quarter);

/// Skill of the team that stands at a rank in a gemeente's pool, best first; rank counts from 0.
[[nodiscard]] double skill_at_rank(ProjectParameters const& parameters, std::uint32_t rank,
                                   std::uint32_t teams);

} // namespace opschaling::models
