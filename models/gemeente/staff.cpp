#include "models/gemeente/staff.hpp"

#include <algorithm>

namespace opschaling::models {

std::array<double, routes> route_shares(RijkParameters const& rijk, sim::Quarter quarter) {
    double const year = quarter.midpoint() - 0.5;
    return {sim::value_at(rijk.share_groei, year), sim::value_at(rijk.share_replicatie, year),
            sim::value_at(rijk.share_circulatie, year),
            sim::value_at(rijk.share_institutionalisering, year)};
}

std::size_t size_class(Turn const& turn, GemeenteId gemeente) {
    auto const& geography = turn.world.geography;
    auto const& wijken = geography.wijken_of_gemeente;
    double homes{0.0};
    for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
        homes += geography.homes_of_wijk.count(sim::id_at<WijkId>(w));
    }
    std::size_t largest{0};
    for (std::size_t c = 0; c < gemeente_classes; ++c) {
        largest = homes >= turn.parameters.gemeente.class_from_homes[c] ? c : largest;
    }
    return largest;
}

double staff_of(Turn const& turn, GemeenteId gemeente, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.gemeente;
    return parameters.staff[size_class(turn, gemeente)] *
           sim::value_at(parameters.staff_for_wijken, quarter.midpoint() - 0.5);
}

std::uint32_t key_of_gemeente(Geography const& geography, GemeenteId gemeente) {
    auto const& wijken = geography.wijken_of_gemeente;
    std::uint32_t key{0xFFFFFFFF};
    for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
        key = std::min(key, geography.wijk_key[sim::id_at<WijkId>(w)]);
    }
    return key;
}

double full_team(ProjectParameters const& parameters, Project const& project) {
    double const size = static_cast<double>(project.size_factor);
    switch (project.phase) {
    case ProjectPhase::plan:
        return parameters.plan_team * size;
    case ProjectPhase::execute:
        return parameters.execution_team * size;
    default:
        return 0.0;
    }
}

double staff_busy(Turn const& turn, GemeenteId gemeente) {
    double busy{0.0};
    for (auto const& project : turn.state.projects) {
        if (project.gemeente == static_cast<std::uint32_t>(gemeente) && project.active() &&
            project.origin != ProjectOrigin::proeftuin) {
            busy +=
                turn.parameters.project.execution_team * static_cast<double>(project.size_factor);
        }
    }
    return busy;
}

} // namespace opschaling::models
