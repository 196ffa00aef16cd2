#include "models/warmtenet/plan_nets.hpp"

#include "models/koppelkans/couple_works.hpp"
#include "models/project/work_on_projects.hpp"

#include <algorithm>
#include <limits>

namespace opschaling::models {

namespace {

void add_to_plan(Turn const& turn, Candidate const& candidate, NetPlan& plan) {
    auto const& project = turn.state.projects[candidate.project];
    auto const& warmtenet = turn.parameters.warmtenet;
    auto const wijk = sim::id_at<WijkId>(candidate.wijk);
    plan.homes += project.signed_up;
    plan.heat += static_cast<double>(project.signed_heat);
    double const metres =
        project.reached * static_cast<double>(turn.world.geography.main_pipe_per_home[wijk]);
    plan.metres += metres;
    // What is dug once with others is paid by others for that part.
    plan.money += metres * warmtenet.pipe_per_metre.canonical() *
                  static_cast<double>(couplings_of(turn, project).dig_saved);
    plan.money += project.signed_up * static_cast<double>(project.contribution) *
                  (1.0 - warmtenet.contribution_to_household.value());
}

/// Nets in a wijk of the plan or right beside one, without double.
std::vector<std::uint32_t> nets_beside(Turn const& turn, std::vector<Candidate> const& wijken) {
    std::vector<std::uint32_t> found;
    auto const look_at = [&](std::uint32_t w) {
        auto const net = turn.state.wijken.net[sim::id_at<WijkId>(w)];
        if (net != no_net && std::ranges::find(found, net) == found.end()) {
            found.push_back(net);
        }
    };
    for (auto const& candidate : wijken) {
        look_at(candidate.wijk);
        for (auto const next : turn.world.geography.wijk_neighbours.neighbours(candidate.wijk)) {
            look_at(next);
        }
    }
    return found;
}

/// The plan under the supply that gives it the highest value; `wijken` and `plan` as given.
PlannedNet with_best_supply(Turn const& turn, Areas const& areas, WarmtebedrijfPrices const& prices,
                            std::vector<Candidate> wijken, NetPlan plan) {
    auto const& warmtenet = turn.parameters.warmtenet;
    PlannedNet best{.wijken = std::move(wijken),
                    .plan = plan,
                    .value = -std::numeric_limits<double>::infinity()};
    auto const consider = [&](Supply const& supply, std::uint32_t extends) {
        plan.kind = supply.kind;
        plan.transport_km = supply.km;
        plan.coupled = supply.coupled;
        if (source_power(warmtenet, prices, plan) > supply.power_left) {
            return;
        }
        double const value = net_present_value(warmtenet, prices, plan);
        if (value > best.value) {
            best.plan = plan;
            best.supply = supply;
            best.extends = extends;
            best.value = value;
        }
    };
    bool const low = std::ranges::all_of(best.wijken, [&](Candidate const& c) {
        return turn.state.wijken.low_temperature[sim::id_at<WijkId>(c.wijk)] != 0;
    });
    for (auto const number : nets_beside(turn, best.wijken)) {
        auto const& net = turn.state.nets[number];
        if (net.kind == SourceKind::local && !low) {
            continue;
        }
        double const left = net.source == no_source
                                ? std::numeric_limits<double>::infinity()
                                : static_cast<double>(turn.state.net_sources[net.source].left());
        consider({.source = net.source, .kind = net.kind, .power_left = left, .coupled = true},
                 number);
    }
    for (auto const& supply : supplies_for(turn.world, areas, turn.state.net_sources, low,
                                           sim::id_at<WijkId>(best.wijken.front().wijk))) {
        consider(supply, no_net);
    }
    return best;
}

} // namespace

std::vector<Candidate> find_candidates(Turn const& turn) {
    std::vector<Candidate> candidates;
    for (std::uint32_t p = 0; p < turn.state.projects.size(); ++p) {
        auto const& project = turn.state.projects[p];
        if (!project.net_built && project.phase == ProjectPhase::execute && project.signed_up > 0 &&
            technology_of(turn, project) == HeatingSystem::warmtenet) {
            auto const wijk = sim::id_at<WijkId>(project.wijk);
            candidates.push_back({project.wijk, p, turn.world.geography.wijk_key[wijk]});
        }
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    return candidates;
}

PlannedNet plan_net(Turn const& turn, Areas const& areas, WarmtebedrijfPrices const& prices,
                    std::vector<Candidate> const& candidates, std::size_t first) {
    NetPlan alone{};
    add_to_plan(turn, candidates[first], alone);
    auto planned = with_best_supply(turn, areas, prices, {candidates[first]}, alone);
    auto const candidate_in = [&](std::uint32_t wijk) {
        return std::ranges::find(candidates, wijk, &Candidate::wijk);
    };
    while (true) {
        std::optional<PlannedNet> better;
        for (auto const& member : planned.wijken) {
            for (auto const next : turn.world.geography.sites.neighbours.neighbours(member.wijk)) {
                auto const found = candidate_in(next);
                bool const known = found == candidates.end() ||
                                   std::ranges::find(planned.wijken, next, &Candidate::wijk) !=
                                       planned.wijken.end();
                if (known || turn.state.projects[found->project].net_built) {
                    continue;
                }
                auto wijken = planned.wijken;
                wijken.push_back(*found);
                auto plan = planned.plan;
                add_to_plan(turn, *found, plan);
                auto grown = with_best_supply(turn, areas, prices, std::move(wijken), plan);
                if (grown.value > planned.value && (!better || grown.value > better->value)) {
                    better = std::move(grown);
                }
            }
        }
        if (!better) {
            return planned;
        }
        planned = std::move(*better);
    }
}

} // namespace opschaling::models
