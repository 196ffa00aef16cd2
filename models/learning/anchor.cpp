#include "models/learning/anchor.hpp"

#include "models/gemeente/change_people.hpp"
#include "models/gemeente/staff.hpp"
#include "models/learning/learn.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

void end_of_project(Turn& turn, Project const& project, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.learning;
    auto& learning = turn.state.learning;
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    sim::Dice dice{turn.seed, stream::anchoring, key, static_cast<std::uint32_t>(quarter.index())};
    bool const process = dice.lands_below(parameters.existing_process.value());
    double const chance =
        sim::logistic(parameters.anchor_base + (process ? parameters.anchor_process : 0.0) +
                      parameters.anchor_person * leader_stays(project) +
                      parameters.anchor_evidence * result_of(turn, project));
    bool const anchored = dice.lands_below(chance);
    for (std::size_t module = 0; module < modules; ++module) {
        auto const bit = static_cast<std::uint16_t>(1U << module);
        if (!anchored && (learning.anchored[gemeente] & bit) != 0) {
            continue; // what was anchored before stays
        }
        learning.routine[gemeente].variant[module] = project.approach.variant[module];
        if (anchored) {
            learning.anchored[gemeente] |= bit;
        }
    }
    ++learning.projects_judged;
    learning.projects_anchored += anchored ? 1U : 0U;
    learning.projects_silent += is_published(turn, project) ? 0U : 1U;
}

void lose_what_is_not_anchored(Turn& turn, sim::Quarter quarter) {
    auto& learning = turn.state.learning;
    double const lost = 1.0 - std::exp(-sim::per_year(turn.parameters.learning.unanchored_loss));
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto& routine = learning.routine[gemeente];
        auto const& first = learning.first_routine[gemeente];
        if (routine == first) {
            continue;
        }
        sim::Dice dice{turn.seed, stream::forgetting,
                       key_of_gemeente(turn.world.geography, gemeente),
                       static_cast<std::uint32_t>(quarter.index())};
        for (std::size_t module = 0; module < modules; ++module) {
            bool const leaves = dice.lands_below(lost);
            if (leaves && (learning.anchored[gemeente] >> module & 1U) == 0) {
                routine.variant[module] = first.variant[module];
            }
        }
    }
}

} // namespace

double leader_stays(Project const& project) {
    return ((project.stayed >> leader_seat) & 1U) != 0 ? 1.0 : 0.0;
}

void anchor_projects(Turn& turn, sim::Quarter quarter) {
    for (auto const& project : turn.state.projects) {
        if (project.phase == ProjectPhase::done && project.ended == quarter.index()) {
            end_of_project(turn, project, quarter);
        }
    }
    if (quarter.next().starts_year()) {
        lose_what_is_not_anchored(turn, quarter);
    }
}

} // namespace opschaling::models
