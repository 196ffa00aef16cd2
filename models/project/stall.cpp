#include "models/project/stall.hpp"

#include "models/barrier/barriers.hpp"
#include "models/gemeente/change_people.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/world/streams.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

double severity_of(Turn const& turn, std::size_t barrier) {
    constexpr std::size_t severity{1};
    return (turn.parameters.barrier.*barrier_kinds()[barrier].row)[severity];
}

/// Progress in execution below a third of the plan.
bool is_behind(Turn const& turn, Project const& project, int now) {
    auto const& parameters = turn.parameters.project;
    if (project.phase != ProjectPhase::execute) {
        return false;
    }
    double const planned_years =
        sim::in_fte_years(parameters.execution_work) / parameters.execution_team;
    double const planned =
        std::min(1.0, (now - project.decided) / quarters_per_year / planned_years);
    return project.executed() < planned / 3.0;
}

/// Whether the people are not there: too few in the gemeente, or posts empty.
bool is_short_of_people(Project const& project, double part) {
    return part < 1.0 || seats_filled(project) < 1.0;
}

/// Whether more homes wait for their installation than have left gas so far.
bool is_queueing(Project const& project) {
    return project.pending > project.left_gas;
}

/// What makes a project that is behind stall: people before the queue, else the pace by itself.
StallCause what_holds_up(Project const& project, double part) {
    if (is_short_of_people(project, part)) {
        return StallCause::staff;
    }
    return is_queueing(project) ? StallCause::queue : StallCause::pace;
}

bool is_relieved(Turn const& turn, Project const& project, double part) {
    switch (project.stall) {
    case StallCause::staff:
        return !is_short_of_people(project, part);
    case StallCause::queue:
        return !is_queueing(project);
    default:
        break;
    }
    auto const barrier = barrier_behind(project.stall);
    return !barrier || barrier_left(turn, project, *barrier) <= 0.0;
}

} // namespace

bool stalls_now(Turn& turn, Project& project, double part, int now) {
    if (project.phase != ProjectPhase::plan && project.phase != ProjectPhase::execute) {
        return false;
    }
    auto const& parameters = turn.parameters.project;
    double const base = sim::per_year(parameters.stall_base) / quarters_per_year *
                        variance_by_couplings(turn, project);
    double hazard{base};
    // Hazards stack up in this order; the throw falls in one of the layers, which is the cause.
    std::array<double, barriers> layer{};
    for (std::size_t b = 0; b < barriers; ++b) {
        layer[b] = base * severity_of(turn, b) * barrier_left(turn, project, b);
        hazard += layer[b];
    }
    double const pace = is_behind(turn, project, now)
                            ? sim::per_year(parameters.stall_behind) / quarters_per_year
                            : 0.0;
    hazard += pace;
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    double at = sim::Dice{turn.seed, stream::stall, key, static_cast<std::uint32_t>(now)}.uniform();
    if (at >= hazard) {
        return false;
    }
    project.stall = StallCause::none;
    for (std::size_t b = 0; b < barriers && project.stall == StallCause::none; ++b) {
        project.stall = at < layer[b] ? cause_of(b) : StallCause::none;
        at -= layer[b];
    }
    if (project.stall == StallCause::none) {
        project.stall = at < pace ? what_holds_up(project, part) : StallCause::pace;
    }
    project.paused = 0;
    ++turn.state.stalls[static_cast<std::size_t>(project.stall)];
    return true;
}

bool stays_paused(Turn& turn, Project& project, double part, int now) {
    auto const& parameters = turn.parameters.project;
    double const chance =
        (is_relieved(turn, project, part) ? parameters.resume_relieved : parameters.resume_blocked)
            .value();
    auto& held = project.held[static_cast<std::size_t>(project.stall)];
    held = static_cast<std::uint8_t>(std::min(255, held + 1));
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    sim::Dice dice{turn.seed, stream::resume, key, static_cast<std::uint32_t>(now)};
    if (dice.lands_below(chance)) {
        project.stall = StallCause::none;
        project.paused = 0;
        return false;
    }
    ++project.paused;
    return true;
}

bool pause_is_too_long(ProjectParameters const& parameters, Project const& project) {
    return project.paused >= sim::in_years(parameters.longest_pause) * quarters_per_year;
}

} // namespace opschaling::models
