#include "models/warmtenet/plan_nets.hpp"

#include "models/project/work_on_projects.hpp"

#include <algorithm>
#include <limits>

namespace opschaling::models {

namespace {

void add(NetPlan& sum, NetPlan const& part, double times) {
    sum.homes += times * part.homes;
    sum.heat += times * part.heat;
    sum.metres += times * part.metres;
    sum.money += times * part.money;
}

/// What the straten that are still to have their offer will add, as a multiple of what those that
/// had it gave: as much a home, held back by some homes that would give nothing while few were
/// asked.
double to_come(Turn const& turn, Project const& project) {
    double const asked = project.reached;
    double const others = std::max(0.0, static_cast<double>(project.homes) - asked);
    return others / (asked + turn.parameters.route.result_prior_homes);
}

/// What a net of that kind takes in of the wijken.
NetPlan plan_for(std::vector<Candidate> const& wijken, SourceKind kind) {
    NetPlan plan{.kind = kind};
    for (auto const& candidate : wijken) {
        add(plan, candidate.pays[static_cast<std::size_t>(kind)], 1.0);
    }
    return plan;
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

/// The plan for the wijken under the supply that gives it the highest value.
PlannedNet with_best_supply(Turn const& turn, Areas const& areas, WarmtebedrijfPrices const& prices,
                            std::vector<Candidate> wijken) {
    auto const& warmtenet = turn.parameters.warmtenet;
    PlannedNet best{.wijken = std::move(wijken), .value = -std::numeric_limits<double>::infinity()};
    auto const consider = [&](Supply const& supply, std::uint32_t extends) {
        auto plan = plan_for(best.wijken, supply.kind);
        if (plan.homes <= 0.0) {
            return;
        }
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

Candidate candidate_of(Turn const& turn, std::uint32_t number) {
    auto const& project = turn.state.projects[number];
    Candidate candidate{.wijk = project.wijk,
                        .project = number,
                        .key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)],
                        .straten = signed_straten(turn, project)};
    double const more = to_come(turn, project);
    for (std::size_t k = 0; k < source_kinds; ++k) {
        for (auto const& straat : candidate.straten) {
            if (value_of_straat(turn, straat, static_cast<SourceKind>(k)) > 0.0) {
                add(candidate.pays[k], straat.plan, 1.0 + more);
            }
        }
    }
    return candidate;
}

std::vector<Candidate> find_candidates(Turn const& turn) {
    std::vector<Candidate> candidates;
    for (std::uint32_t p = 0; p < turn.state.projects.size(); ++p) {
        auto const& project = turn.state.projects[p];
        if (!project.net_built && project.phase == ProjectPhase::execute && project.signed_up > 0 &&
            technology_of(turn, project) == HeatingSystem::warmtenet) {
            candidates.push_back(candidate_of(turn, p));
        }
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    return candidates;
}

PlannedNet plan_net(Turn const& turn, Areas const& areas, WarmtebedrijfPrices const& prices,
                    std::vector<Candidate> const& candidates, std::size_t first) {
    auto planned = with_best_supply(turn, areas, prices, {candidates[first]});
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
                auto grown = with_best_supply(turn, areas, prices, std::move(wijken));
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
