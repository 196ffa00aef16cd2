#include "models/project/participation.hpp"

#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
constexpr std::size_t hard_to_reach{4};

/// The place of a home in the list of groups, before those hard to reach are set apart.
std::size_t group_of(Tenure tenure) {
    switch (tenure) {
    case Tenure::corporatie:
        return 1;
    case Tenure::private_rent:
        return 2;
    case Tenure::owner_in_vve:
        return 3;
    case Tenure::owner:
        break;
    }
    return 0;
}

double trust_of(Turn const& turn, Project const& project) {
    return static_cast<double>(turn.state.wijken.trust[sim::id_at<WijkId>(project.wijk)]);
}

/// What comes to a plan from outside the project: opposition, what is normal in the gemeente, and
/// how far from residents it is decided.
double climate_for(Turn const& turn, Project const& project) {
    auto const& rijk = turn.parameters.rijk;
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    double const legitimacy =
        1.0 / rijk.institutional_distance[static_cast<std::size_t>(rijk.regie)];
    return turn.parameters.transition.norm_in_plans *
               static_cast<double>(turn.state.gemeenten.norm[gemeente]) -
           turn.parameters.opposition.weight_in_plans * turn.state.opposition.strength -
           rijk.legitimacy_in_plans * (1.0 - legitimacy);
}

} // namespace

std::array<float, resident_groups> residents_of(Turn const& turn, WijkId site) {
    auto const& world = turn.world;
    std::array<double, resident_groups> homes{};
    for (auto const wijk : world.geography.sites.wijken(site)) {
        auto const& of_wijk = world.geography.homes_of_wijk;
        double const hard = turn.parameters.project.hard_to_reach.value() *
                            static_cast<double>(world.geography.low_income_share[wijk]);
        for (auto h = of_wijk.begin(wijk); h < of_wijk.end(wijk); ++h) {
            auto const home = sim::id_at<HomeId>(h);
            if ((turn.state.homes.progress[home] & progress::present) != 0) {
                homes[group_of(world.dwellings.tenure[home])] += 1.0 - hard;
                homes[hard_to_reach] += hard;
            }
        }
    }
    double const all = std::accumulate(homes.begin(), homes.end(), 0.0);
    std::array<float, resident_groups> parts{};
    for (std::size_t g = 0; g < resident_groups; ++g) {
        parts[g] = static_cast<float>(all > 0.0 ? homes[g] / all : 0.0);
    }
    return parts;
}

void reach_out(Turn& turn, Project& project, double present) {
    auto const& parameters = turn.parameters.project;
    double const carried = static_cast<double>(project.volunteers);
    double const willing = std::min(1.0, 2.0 * trust_of(turn, project));
    double const tired =
        parameters.volunteers_paid ? 0.0 : sim::per_year(parameters.volunteer_fatigue);
    double const change =
        sim::per_year(parameters.volunteer_turnover) * (willing - carried) - tired * carried;
    project.volunteers =
        static_cast<float>(std::clamp(carried + change / quarters_per_year, 0.0, 1.0));
    double const part = parameters.volunteer_part.value();
    double const effort = parameters.participation_effort *
                          ((1.0 - part) * present + part * static_cast<double>(project.volunteers));
    for (std::size_t g = 0; g < resident_groups; ++g) {
        project.reach[g] =
            static_cast<float>(1.0 - std::exp(-effort * parameters.participation_by_group[g]));
    }
}

double reach_of_all(Project const& project) {
    double reached{0.0};
    for (std::size_t g = 0; g < resident_groups; ++g) {
        reached +=
            static_cast<double>(project.residents[g]) * static_cast<double>(project.reach[g]);
    }
    return reached;
}

double support_heard(Turn const& turn, Project const& project) {
    auto const& parameters = turn.parameters.project;
    return sim::logistic(parameters.support_trust * (trust_of(turn, project) - 0.5) +
                         parameters.support_fit * sim::logit(static_cast<double>(project.fit)) +
                         climate_for(turn, project));
}

double support_of_all(Turn const& turn, Project const& project) {
    auto const& parameters = turn.parameters.project;
    double const unheard =
        sim::logistic(parameters.support_trust * (trust_of(turn, project) - 0.5) +
                      parameters.support_unheard + climate_for(turn, project));
    double const in_touch = reach_of_all(project);
    return in_touch * support_heard(turn, project) + (1.0 - in_touch) * unheard;
}

} // namespace opschaling::models
