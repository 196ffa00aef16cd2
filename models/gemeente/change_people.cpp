#include "models/gemeente/change_people.hpp"

#include "models/gemeente/staff.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/learning/learn.hpp"
#include "models/skill/fill_skills.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Chance in a quarter of what befalls a part of all in a year.
double quarterly(sim::Rate yearly) {
    return 1.0 - std::pow(1.0 - sim::per_year(yearly), 1.0 / quarters_per_year);
}

/// Projects under way in each gemeente: among them its experience is spread.
std::vector<double> teams_by_gemeente(Turn const& turn) {
    std::vector<double> teams(turn.world.gemeenten(), 0.0);
    for (auto const& project : turn.state.projects) {
        teams[project.gemeente] += project.active() ? 1.0 : 0.0;
    }
    return teams;
}

/// One of the core team goes: what was not handed over goes along.
void leave_seat(Turn& turn, Project& project, std::size_t seat, double gap_quarters,
                double newcomer, double teams) {
    auto const& parameters = turn.parameters.project;
    double const cold = 1.0 - turn.parameters.gemeente.handover;
    double const lost = parameters.tacit_part.value() * cold / core_seats;
    project.vacant[seat] = static_cast<float>(gap_quarters);
    project.insight *= static_cast<float>(1.0 - lost);
    // Who goes was as good as the team; who comes is one of all.
    project.skill +=
        static_cast<float>((newcomer - static_cast<double>(project.skill)) / core_seats);
    project.stayed &= static_cast<std::uint8_t>(~(1U << seat));
    ++project.changes;
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    forget(turn, gemeente, lost / std::max(1.0, teams));
    auto& experience = turn.state.gemeenten.experience[gemeente];
    experience *= static_cast<float>(1.0 - lost / std::max(1.0, teams));
    if (seat == leader_seat) {
        project.plan_left *= static_cast<float>(1.0 + parameters.reinvention * cold);
        for (auto const wijk :
             turn.world.geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
            auto& trust = turn.state.wijken.trust[wijk];
            trust =
                std::max(0.0F, trust - static_cast<float>(parameters.trust_cold_handover * cold));
        }
    }
}

void change_core_team(Turn& turn, Project& project, int now, double leaves, double teams) {
    auto const& parameters = turn.parameters;
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    sim::Dice dice{turn.seed, stream::core_team, key, static_cast<std::uint32_t>(now)};
    project.insight +=
        (1.0F - project.insight) *
        static_cast<float>(
            std::min(1.0, 1.0 / (quarters_per_year * sim::in_years(parameters.project.ramp_time))));
    for (std::size_t seat = 0; seat < core_seats; ++seat) {
        double const at = dice.uniform();
        double const gap = -std::log(dice.uniform_open()) *
                           sim::in_years(parameters.gemeente.vacancy_gap) * quarters_per_year;
        double const newcomer = parameters.project.team_spread * sim::normal(dice);
        project.vacant[seat] = std::max(0.0F, project.vacant[seat] - 1.0F);
        if (project.vacant[seat] <= 0.0F && at < leaves) {
            leave_seat(turn, project, seat, gap, newcomer, teams);
        }
    }
}

/// Departments grow together where something binds them, and apart elsewhere.
void change_integration(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.gemeente;
    double const bound = sim::value_at(parameters.integrated_gemeenten, quarter.midpoint() - 0.5);
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        sim::Dice dice{turn.seed, stream::joint_vision,
                       key_of_gemeente(turn.world.geography, gemeente), 0};
        double const change = dice.lands_below(bound)
                                  ? sim::per_year(parameters.integration_growth)
                                  : -sim::per_year(parameters.integration_decay);
        auto& integration = turn.state.gemeenten.integration[gemeente];
        integration = static_cast<float>(
            std::clamp(static_cast<double>(integration) + change / quarters_per_year, 0.0, 1.0));
        auto& experience = turn.state.gemeenten.experience[gemeente];
        experience *= static_cast<float>(1.0 - quarterly(parameters.forgetting));
    }
}

} // namespace

void change_people(Turn& turn, sim::Quarter quarter) {
    auto const teams = teams_by_gemeente(turn);
    double const leaves = quarterly(turn.parameters.gemeente.core_leave);
    for (auto& project : turn.state.projects) {
        if (project.active()) {
            change_core_team(turn, project, quarter.index(), leaves, teams[project.gemeente]);
        }
    }
    change_integration(turn, quarter);
}

double seats_filled(Project const& project) {
    double empty{0.0};
    for (float const vacant : project.vacant) {
        empty += std::min(1.0, static_cast<double>(vacant));
    }
    return 1.0 - empty / core_seats;
}

double pace_of(Turn const& turn, Project const& project) {
    auto const& parameters = turn.parameters.project;
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    double const experience = static_cast<double>(turn.state.gemeenten.experience[gemeente]);
    double const apart = 1.0 - static_cast<double>(turn.state.gemeenten.integration[gemeente]);
    double const departments =
        parameters.departments + static_cast<double>(couplings_of(turn, project).departments);
    double const pairs = departments * (departments - 1.0) / 2.0;
    double const learned =
        std::pow(1.0 + experience, -std::log2(1.0 - parameters.learning_by_doing));
    return seats_filled(project) * static_cast<double>(project.insight) * learned *
           skill_factor(turn, project.gemeente) / (1.0 + parameters.silo_friction * pairs * apart);
}

void remember_work(Turn& turn, Project const& project, double fte_years) {
    auto const& parameters = turn.parameters.project;
    double const wijk =
        sim::in_fte_years(parameters.plan_work) + sim::in_fte_years(parameters.execution_work);
    if (wijk > 0.0) {
        turn.state.gemeenten.experience[sim::id_at<GemeenteId>(project.gemeente)] +=
            static_cast<float>(fte_years / wijk);
    }
}

} // namespace opschaling::models
