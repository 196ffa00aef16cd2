#include "models/gemeente/staff.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Money set apart beyond what can still be asked of it goes back to the purse of its route.
void release_money(Turn& turn, Project& project) {
    double const work =
        static_cast<double>(project.active() ? project.plan_left + project.execution_left : 0.0F);
    auto const staff =
        std::llround(work * turn.parameters.gemeente.staff_cost.canonical() * sim::hours_per_year);
    std::int64_t const to_come = project.active() ? static_cast<std::int64_t>(project.homes) -
                                                        std::min(project.homes, project.reached)
                                                  : 0;
    // Who signed for a warmtenet and waits for it, or has asked for a connection: both, not twice.
    std::int64_t signed_up{0};
    for (auto const wijk : turn.world.geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
        signed_up += turn.state.wijken.counts[wijk].signed_up;
    }
    std::int64_t const promised = std::max<std::int64_t>(project.pending, signed_up);
    std::int64_t const needed = staff + project.contribution * (to_come + promised);
    if (project.reserve > needed && project.origin != ProjectOrigin::proeftuin) {
        turn.state.rijk.purse[route_of(project.origin)] += project.reserve - needed;
        project.reserve = needed;
    }
}

void settle_trust(Turn& turn, sim::Quarter) {
    auto const& parameters = turn.parameters.project;
    auto& wijken = turn.state.wijken;
    double const back = sim::per_year(parameters.trust_return) / quarters_per_year;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        double trust = static_cast<double>(wijken.trust[wijk]);
        trust += back * (static_cast<double>(wijken.trust_before[wijk]) - trust);
        if (auto const p = wijken.project[wijk]; p != no_project) {
            auto const& project = turn.state.projects[p];
            if (project.phase == ProjectPhase::plan && project.stall == StallCause::none) {
                trust += sim::per_year(parameters.trust_participation) / quarters_per_year *
                         static_cast<double>(project.fit);
            }
            if (project.phase == ProjectPhase::execute) {
                trust -= sim::per_year(parameters.trust_hindrance) / quarters_per_year;
            }
        }
        wijken.trust[wijk] = static_cast<float>(std::clamp(trust, 0.0, 1.0));
    }
}

} // namespace

void settle_projects(Turn& turn, sim::Quarter quarter) {
    for (auto& project : turn.state.projects) {
        release_money(turn, project);
    }
    auto& purse = turn.state.rijk.purse[institutions_route];
    for (auto& spent : turn.workspace.standing_spent.values()) {
        purse -= spent;
        spent = 0;
    }
    settle_trust(turn, quarter);
}

} // namespace opschaling::models
