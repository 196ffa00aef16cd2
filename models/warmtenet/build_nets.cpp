#include "models/warmtenet/build_nets.hpp"

#include "models/project/work_on_projects.hpp"
#include "models/warmtenet/decide_to_build.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

/// All in a wijk who signed ask for their connection.
void ask_for_connections(Turn& turn, Project& project, WijkId wijk, sim::Quarter quarter) {
    auto const& geography = turn.world.geography;
    for (auto straat = geography.straten_of_wijk.begin(wijk);
         straat < geography.straten_of_wijk.end(wijk); ++straat) {
        auto const id = sim::id_at<StraatId>(straat);
        for (auto home = geography.homes_of_straat.begin(id);
             home < geography.homes_of_straat.end(id); ++home) {
            auto& bits = turn.state.homes.progress[sim::id_at<HomeId>(home)];
            if ((bits & progress::signed_up) == 0 || (bits & progress::waiting) != 0) {
                continue;
            }
            bits |= progress::waiting;
            ++turn.state.wijken.counts[wijk].asked;
            ++project.pending;
            turn.workspace.new_jobs[sim::position(wijk)].push_back(
                {.home = home,
                 .straat = straat,
                 .asked = static_cast<std::uint16_t>(quarter.index()),
                 .option = HeatingSystem::warmtenet,
                 .broken = false,
                 .by_project = true});
        }
    }
}

/// Once the signatures carry a net it is built, and all who signed ask for their connection.
void build_net_if_it_pays(Turn& turn, Project& project, sim::Quarter quarter) {
    auto const wijk = sim::id_at<WijkId>(project.wijk);
    auto const& geography = turn.world.geography;
    double const pipe = static_cast<double>(geography.main_pipe_per_home[wijk]);
    double const money = static_cast<double>(project.contribution) *
                         (1.0 - turn.parameters.warmtenet.contribution_to_household.value());
    auto const& parameters = turn.parameters.warmtenet;
    if (project.signed_up == 0 ||
        net_present_value(parameters, turn.workspace.costs, pipe, money, project) < 0.0) {
        return;
    }
    project.net_built = true;
    auto& counts = turn.state.wijken.counts[wijk];
    counts.private_cost += std::llround(parameters.source_fixed.canonical());
    counts.total_cost += std::llround(parameters.source_fixed.canonical());
    for (auto const member : geography.sites.wijken(wijk)) {
        ask_for_connections(turn, project, member, quarter);
    }
}

/// Signatures for a net that never came are void; so is trust.
void void_signatures(Turn& turn, Project& project) {
    auto const& geography = turn.world.geography;
    for (auto const wijk : geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
        auto const& homes = geography.homes_of_wijk;
        for (auto home = homes.begin(wijk); home < homes.end(wijk); ++home) {
            turn.state.homes.progress[sim::id_at<HomeId>(home)] &=
                static_cast<std::uint8_t>(~progress::signed_up);
        }
        turn.state.wijken.counts[wijk].signed_up = 0;
        auto& trust = turn.state.wijken.trust[wijk];
        trust = std::max(0.0F, trust - static_cast<float>(turn.parameters.project.trust_broken));
    }
    project.signed_up = 0;
    project.signed_heat = 0;
}

void lay_pipes(Turn& turn, Project& project) {
    auto const wijk = sim::id_at<WijkId>(project.wijk);
    auto const metres = static_cast<double>(project.reached - project.pipes_paid) *
                        static_cast<double>(turn.world.geography.main_pipe_per_home[wijk]);
    auto const cost = std::llround(metres * turn.parameters.warmtenet.pipe_per_metre.canonical());
    project.pipes_paid = project.reached;
    auto& counts = turn.state.wijken.counts[wijk];
    counts.private_cost += cost;
    counts.total_cost += cost;
}

} // namespace

void build_nets(Turn& turn, sim::Quarter quarter) {
    for (auto& project : turn.state.projects) {
        auto const site = sim::id_at<WijkId>(project.wijk);
        project.reached = 0;
        for (auto const wijk : turn.world.geography.sites.wijken(site)) {
            project.reached += static_cast<std::uint32_t>(turn.state.wijken.counts[wijk].reached);
        }
        if (technology_of(turn, project) != HeatingSystem::warmtenet) {
            continue;
        }
        if (!project.net_built && project.phase == ProjectPhase::execute) {
            build_net_if_it_pays(turn, project, quarter);
        } else if (!project.net_built && !project.active() && project.signed_up > 0) {
            ++turn.state.stalls[static_cast<std::size_t>(StallCause::business_case)];
            void_signatures(turn, project);
        }
        if (project.net_built) {
            lay_pipes(turn, project);
        }
    }
}

} // namespace opschaling::models
