#include "models/gemeente/staff.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/project/participation.hpp"
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

/// Straten at work at once in a wijk, as a part of all: those reached in this quarter, each for as
/// long as its works go on.
double under_works(Turn const& turn, WijkId wijk) {
    auto const& offer = turn.workspace.offers[wijk];
    auto const straten = std::max(1U, turn.world.geography.straten_of_wijk.count(wijk));
    double const quarters =
        sim::in_years(turn.parameters.project.hindrance_time) * quarters_per_year;
    return std::min(1.0, (offer.last_straat - offer.first_straat) * quarters / straten);
}

/// Participation wins trust as far as it reaches, works cost it, and it returns to where it was.
void settle_trust(Turn& turn) {
    auto const& parameters = turn.parameters.project;
    auto& wijken = turn.state.wijken;
    double const back = sim::per_year(parameters.trust_return);
    double const resented =
        sim::per_year(turn.parameters.opposition.trust_lost) * turn.state.opposition.strength;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        double const trust = static_cast<double>(wijken.trust[wijk]);
        double change = back * (static_cast<double>(wijken.trust_before[wijk]) - trust) - resented;
        if (auto const p = wijken.project[wijk]; p != no_project) {
            auto const& project = turn.state.projects[p];
            bool const at_work =
                project.stall == StallCause::none &&
                (project.phase == ProjectPhase::plan || project.phase == ProjectPhase::execute);
            if (at_work) {
                change += sim::per_year(parameters.trust_participation) * reach_of_all(project);
            }
            if (project.phase == ProjectPhase::execute) {
                double const own = 1.0 - static_cast<double>(couplings_of(turn, project).shared);
                change -= sim::per_year(parameters.trust_hindrance) * under_works(turn, wijk) * own;
            }
        }
        wijken.trust[wijk] =
            static_cast<float>(std::clamp(trust + change / quarters_per_year, 0.0, 1.0));
    }
}

} // namespace

void settle_projects(Turn& turn, sim::Quarter) {
    for (auto& project : turn.state.projects) {
        release_money(turn, project);
    }
    auto& purse = turn.state.rijk.purse[institutions_route];
    for (auto& spent : turn.workspace.standing_spent.values()) {
        purse -= spent;
        spent = 0;
    }
    settle_trust(turn);
}

} // namespace opschaling::models
