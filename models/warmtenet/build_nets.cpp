#include "models/warmtenet/build_nets.hpp"

#include "models/project/work_on_projects.hpp"
#include "models/warmtenet/lay_mains.hpp"
#include "models/warmtenet/plan_nets.hpp"
#include "models/warmtenet/signed_straten.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

/// The warmtebedrijf builds: it pays for coupling and transport now, for mains as they are laid,
/// for the power of the source and the connection with each home.
void decide_on_net(Turn& turn, WarmtebedrijfPrices const& prices, PlannedNet const& planned,
                   sim::Quarter quarter) {
    auto const& warmtenet = turn.parameters.warmtenet;
    auto& state = turn.state;
    auto number = planned.extends;
    if (number == no_net) {
        number = static_cast<std::uint32_t>(state.nets.size());
        state.nets.push_back({.source = planned.supply.source,
                              .first_wijk = planned.wijken.front().wijk,
                              .kind = planned.supply.kind,
                              .by_project = 1,
                              .decided = static_cast<std::uint16_t>(quarter.index())});
    }
    double const power = source_power(warmtenet, prices, planned.plan);
    double outlay =
        planned.plan.coupled
            ? 0.0
            : warmtenet.source_fixed[static_cast<std::size_t>(planned.supply.kind)].canonical();
    outlay += planned.plan.transport_km * transport_cost_per_km(warmtenet, power);
    if (planned.supply.source != no_source) {
        state.net_sources[planned.supply.source].coupled = 1;
    }
    auto& counts = state.wijken.counts[sim::id_at<WijkId>(planned.wijken.front().wijk)];
    auto const cost = std::llround(outlay);
    counts.private_cost += cost;
    counts.total_cost += cost;
    counts.net_cost += cost;
    for (auto const& candidate : planned.wijken) {
        state.projects[candidate.project].net_built = true;
        for (auto const wijk :
             turn.world.geography.sites.wijken(sim::id_at<WijkId>(candidate.wijk))) {
            if (state.wijken.net[wijk] != number) {
                state.wijken.net[wijk] = number;
                ++state.nets[number].wijken;
            }
        }
    }
}

/// Signatures in straten where no main will come are void; so is trust, as far as they go.
void void_signatures(Turn& turn, Project& project) {
    auto const& geography = turn.world.geography;
    auto const site = sim::id_at<WijkId>(project.wijk);
    std::uint32_t broken{0};
    for (auto const& straat : signed_straten(turn, project)) {
        auto const wijk = geography.wijk_of_straat[straat.straat];
        auto const& homes = geography.homes_of_straat;
        for (auto home = homes.begin(straat.straat); home < homes.end(straat.straat); ++home) {
            auto& bits = turn.state.homes.progress[sim::id_at<HomeId>(home)];
            if ((bits & progress::signed_up) != 0 && (bits & progress::waiting) == 0) {
                bits &= static_cast<std::uint8_t>(~progress::signed_up);
                --turn.state.wijken.counts[wijk].signed_up;
                ++broken;
            }
        }
    }
    if (broken == 0) {
        return;
    }
    double const part = std::min(1.0, static_cast<double>(broken) / project.signed_up);
    for (auto const wijk : geography.sites.wijken(site)) {
        auto& trust = turn.state.wijken.trust[wijk];
        trust =
            std::max(0.0F, trust - static_cast<float>(part * turn.parameters.project.trust_broken));
    }
    project.signed_up -= std::min(project.signed_up, broken);
}

void decide_on_nets(Turn& turn, sim::Quarter quarter) {
    auto const candidates = find_candidates(turn);
    if (candidates.empty()) {
        return;
    }
    auto const areas = measure_areas(turn.world);
    auto const& prices = turn.workspace.warmtebedrijf;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        if (turn.state.projects[candidates[c].project].net_built) {
            continue; // with a net that was decided on just now
        }
        auto const planned = plan_net(turn, areas, prices, candidates, c);
        if (planned.value >= 0.0) {
            decide_on_net(turn, prices, planned, quarter);
        }
    }
}

} // namespace

void build_nets(Turn& turn, sim::Quarter quarter) {
    for (auto& project : turn.state.projects) {
        auto const site = sim::id_at<WijkId>(project.wijk);
        project.reached = 0;
        for (auto const wijk : turn.world.geography.sites.wijken(site)) {
            project.reached += static_cast<std::uint32_t>(turn.state.wijken.counts[wijk].reached);
        }
    }
    decide_on_nets(turn, quarter);
    order_mains(turn);
    for (auto& project : turn.state.projects) {
        if (project.signed_up == 0 || technology_of(turn, project) != HeatingSystem::warmtenet) {
            continue;
        }
        if (project.active()) {
            continue;
        }
        if (!project.net_built) {
            ++turn.state.stalls[static_cast<std::size_t>(StallCause::net_missing)];
        }
        void_signatures(turn, project);
    }
    lay_mains(turn, quarter);
}

} // namespace opschaling::models
