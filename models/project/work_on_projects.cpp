#include "models/project/work_on_projects.hpp"

#include "models/gemeente/change_people.hpp"
#include "models/gemeente/staff.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/project/begin_project.hpp"
#include "models/project/participation.hpp"
#include "models/project/stall.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
/// Fte years: an hour or two, what rounding leaves of work that is done.
constexpr float hardly_any_work{1.0e-3F};
/// Fte are added up in millionths.
constexpr double pool_unit{1.0e6};

/// Part of the full team of a project that comes from the staff of its gemeente.
double from_gemeente(Turn const& turn, Project const& project) {
    return project.has_status() ? 1.0 - turn.parameters.proeftuin.own_team.value() : 1.0;
}

/// The pool that the people of a gemeente work in: its own, or that of who directs them.
std::size_t pool_of(Turn const& turn, GemeenteId gemeente) {
    switch (turn.parameters.rijk.regie) {
    case 1:
        return sim::position(turn.world.geography.regio_of_gemeente[gemeente]);
    case 2:
        return 0;
    default:
        return sim::position(gemeente);
    }
}

/// Part of its full team that a gemeente can give each of its projects.
std::vector<double> staffing(Turn& turn, sim::Quarter quarter) {
    auto& gemeenten = turn.state.gemeenten;
    std::ranges::fill(gemeenten.staff_asked.values(), 0.0F);
    for (auto const& project : turn.state.projects) {
        if (project.active() && project.stall == StallCause::none) {
            gemeenten.staff_asked[sim::id_at<GemeenteId>(project.gemeente)] += static_cast<float>(
                full_team(turn.parameters.project, project) * from_gemeente(turn, project));
        }
    }
    std::vector<double> part(turn.world.gemeenten(), 1.0);
    // Pools are added up in whole numbers: no order of gemeenten shows.
    std::vector<std::int64_t> pool_asked(part.size());
    std::vector<std::int64_t> pool_there(part.size());
    bool const pooled = turn.parameters.rijk.regie > 0;
    for (std::size_t g = 0; g < part.size(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        double const asked = static_cast<double>(gemeenten.staff_asked[gemeente]);
        double const there = std::max(0.0, staff_of(turn, gemeente, quarter) -
                                               turn.workspace.staff_on_rules[gemeente]);
        if (turn.parameters.project.staff_binds && asked > there) {
            part[g] = there / asked;
        }
        pool_asked[pool_of(turn, gemeente)] += std::llround(asked * pool_unit);
        pool_there[pool_of(turn, gemeente)] += std::llround(there * pool_unit);
    }
    for (std::size_t g = 0; g < part.size(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const pool = pool_of(turn, gemeente);
        if (pooled && turn.parameters.project.staff_binds) {
            part[g] =
                pool_asked[pool] > pool_there[pool]
                    ? static_cast<double>(pool_there[pool]) / static_cast<double>(pool_asked[pool])
                    : 1.0;
        }
        gemeenten.staff_used[gemeente] =
            static_cast<float>(static_cast<double>(gemeenten.staff_asked[gemeente]) * part[g]);
    }
    return part;
}

/// Part of its full team that a project has: of its own grant, and what its gemeente can give.
double team_there(Turn const& turn, Project const& project, std::vector<double> const& part) {
    double const asked = from_gemeente(turn, project);
    return 1.0 - asked + asked * part[project.gemeente];
}

void pay_staff(Turn& turn, Project& project, double fte_years) {
    auto const cost = std::min<std::int64_t>(
        project.reserve, std::llround(fte_years * turn.parameters.gemeente.staff_cost.canonical() *
                                      sim::hours_per_year));
    project.reserve -= cost;
    auto& counts = turn.state.wijken.counts[sim::id_at<WijkId>(project.wijk)];
    counts.programme_cost += cost;
    counts.total_cost += cost;
}

/// The gemeente decides on the plan: support among all residents, in touch or not, against a throw.
void decide(Turn& turn, Project& project, int now) {
    auto const& parameters = turn.parameters.project;
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    sim::Dice dice{turn.seed, stream::local_decision, key, project.attempt};
    if (dice.uniform() < support_of_all(turn, project)) {
        project.phase = ProjectPhase::execute;
        project.decided = static_cast<std::uint16_t>(now);
        couple_works(turn, project, now);
        return;
    }
    // Refused: half the plan again, and the luck of a new attempt.
    ++project.attempt;
    project.refused = static_cast<std::uint8_t>(std::min(255, project.refused + 1));
    ++turn.state.plans_refused;
    project.phase = ProjectPhase::plan;
    project.plan_left =
        0.5F * project.size_factor * static_cast<float>(sim::in_fte_years(parameters.plan_work));
    sim::Dice luck{turn.seed, stream::luck, key, project.attempt};
    project.luck = static_cast<float>(turn.parameters.bewoner.luck_spread * sim::normal(luck));
}

void end_project(Turn& turn, Project& project, ProjectPhase phase, int now) {
    project.phase = phase;
    project.ended = static_cast<std::uint16_t>(now);
    project.stall = phase == ProjectPhase::stranded ? project.stall : StallCause::none;
    if (phase == ProjectPhase::stranded) {
        auto const site = sim::id_at<WijkId>(project.wijk);
        for (auto const wijk : turn.world.geography.sites.wijken(site)) {
            auto& trust = turn.state.wijken.trust[wijk];
            trust =
                std::max(0.0F, trust - static_cast<float>(turn.parameters.project.trust_broken));
        }
    }
}

void do_work(Turn& turn, Project& project, double part) {
    auto const& parameters = turn.parameters.project;
    double team = full_team(parameters, project) * part;
    if (project.has_status()) {
        team += turn.parameters.proeftuin.attention;
    }
    float& left = project.phase == ProjectPhase::plan ? project.plan_left : project.execution_left;
    team *= std::max(0.0, 1.0 - turn.parameters.learning.reflection_cost *
                                    turn.parameters.learning.reflection);
    double const able = team / quarters_per_year * pace_of(turn, project);
    double const work = std::min(static_cast<double>(left), able);
    left -= static_cast<float>(work);
    if (left < hardly_any_work) {
        left = 0.0F;
    }
    // What people know by now saves money as well as time; what they lack costs both.
    double const time =
        able > 0.0 ? seats_filled(project) * team / quarters_per_year * work / able : 0.0;
    pay_staff(turn, project, time);
    remember_work(turn, project, work);
}

void reach_homes(Turn& turn, Project& project) {
    auto const& geography = turn.world.geography;
    auto const last = geography.sites.wijken(sim::id_at<WijkId>(project.wijk)).back();
    auto const straten =
        geography.sites.straten_before[last] + geography.straten_of_wijk.count(last);
    project.reached_straten = std::min<std::uint32_t>(
        straten, static_cast<std::uint32_t>(std::floor(project.executed() * straten + 1.0e-4)));
}

void advance(Turn& turn, Project& project, double part, int now) {
    auto const& parameters = turn.parameters.project;
    double const age = (now - project.started) / quarters_per_year;
    if (age >= sim::in_years(parameters.longest_project)) {
        end_project(turn, project,
                    project.phase == ProjectPhase::execute ? ProjectPhase::done
                                                           : ProjectPhase::stranded,
                    now);
        return;
    }
    switch (project.phase) {
    case ProjectPhase::explore:
        if (age >= sim::in_years(parameters.start_delay)) {
            project.phase = ProjectPhase::plan;
        }
        break;
    case ProjectPhase::plan:
        do_work(turn, project, part);
        reach_out(turn, project, part * seats_filled(project));
        if (project.plan_left <= 0.0F) {
            project.phase = ProjectPhase::decide;
        }
        break;
    case ProjectPhase::decide:
        decide(turn, project, now);
        break;
    case ProjectPhase::execute:
        do_work(turn, project, part);
        reach_out(turn, project, part * seats_filled(project));
        reach_homes(turn, project);
        break;
    case ProjectPhase::done:
    case ProjectPhase::stranded:
        break;
    }
}

} // namespace

void work_on_projects(Turn& turn, sim::Quarter quarter) {
    auto const part = staffing(turn, quarter);
    turn.state.stalls.fill(0);
    turn.state.plans_refused = 0;
    int const now = quarter.index();
    for (auto& project : turn.state.projects) {
        if (!project.active()) {
            continue;
        }
        double const there = team_there(turn, project, part);
        // All its straten had their offer by the end of the last quarter.
        if (project.phase == ProjectPhase::execute && project.execution_left <= 0.0F) {
            end_project(turn, project, ProjectPhase::done, now);
            continue;
        }
        if (project.stall != StallCause::none) {
            if (stays_paused(turn, project, there, now)) {
                if (pause_is_too_long(turn.parameters.project, project)) {
                    end_project(turn, project, ProjectPhase::stranded, now);
                }
                continue;
            }
        } else if (stalls_now(turn, project, there, now)) {
            continue;
        }
        advance(turn, project, there, now);
    }
}

} // namespace opschaling::models
