#include "models/gemeente/choose_wijken.hpp"

#include "models/gemeente/staff.hpp"
#include "models/project/begin_project.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace opschaling::models {

namespace {

struct Candidate {
    std::uint32_t lot;
    std::uint32_t key;
    std::size_t in_line; ///< of the routes in this gemeente and year, first is 0
    std::size_t route;
    ProjectPlan plan;
};

/// The route that a gemeente turns to first in a year: each as often as its share, by one throw.
std::size_t first_in_line(std::span<double const> shares, double at) {
    double const all = std::accumulate(shares.begin(), shares.end(), 0.0);
    double sum{0.0};
    for (std::size_t route = 0; route + 1 < shares.size(); ++route) {
        sum += shares[route];
        if (at * all < sum) {
            return route;
        }
    }
    return shares.size() - 1;
}

/// Whether a gemeente has the people for one more team beside all that it runs: the part of its
/// staff that is not for rules. One project at a time is always possible, however slowly.
bool has_staff_for(Turn const& turn, ProjectPlan const& plan, std::span<double const> shares,
                   sim::Quarter quarter) {
    auto const& project = turn.parameters.project;
    auto const gemeente = turn.world.geography.gemeente_of_wijk[plan.wijk];
    double const for_projects = std::min(1.0, std::accumulate(shares.begin(), shares.end(), 0.0)) *
                                staff_of(turn, gemeente, quarter);
    double const team =
        project.execution_team * size_factor(project, homes_present(turn, plan.wijk));
    double const busy = staff_busy(turn, gemeente);
    return !project.staff_binds || busy == 0.0 || busy + team <= for_projects;
}

/// What all gemeenten look at in the yearly choice.
struct Outlook {
    std::vector<KnownApproach> library;
    TechnologyRecord record;
    std::vector<double> peers; ///< part of the gemeenten in a regio with a project, by regio
    /// Projects at work or done, by gemeente: where groei can start from.
    std::vector<std::vector<std::uint32_t>> own;
};

Outlook look_around(Turn const& turn) {
    Outlook outlook{.library = library_of(turn),
                    .record = record_of(turn),
                    .peers = std::vector<double>(turn.world.regios(), 0.0),
                    .own = std::vector<std::vector<std::uint32_t>>(turn.world.gemeenten())};
    std::vector<double> gemeenten(turn.world.regios(), 0.0);
    for (auto const& known : outlook.library) {
        outlook.own[known.gemeente].push_back(known.project);
    }
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const regio =
            sim::position(turn.world.geography.regio_of_gemeente[sim::id_at<GemeenteId>(g)]);
        gemeenten[regio] += 1.0;
        outlook.peers[regio] += outlook.own[g].empty() ? 0.0 : 1.0;
    }
    for (std::size_t r = 0; r < outlook.peers.size(); ++r) {
        outlook.peers[r] /= std::max(1.0, gemeenten[r]);
    }
    return outlook;
}

/// Homes served so far by the chain of projects that grew into one another.
double homes_in_chain(Turn const& turn, std::uint32_t project) {
    double homes{0.0};
    while (project != no_project) {
        auto const& link = turn.state.projects[project];
        homes += link.homes;
        project = link.origin == ProjectOrigin::groei ? link.source : no_project;
    }
    return homes;
}

/// Groei: the same team takes the same approach into a wijk next to its own.
std::optional<ProjectPlan> grow(Turn const& turn, GemeenteId gemeente, Outlook const& outlook) {
    auto const& own = outlook.own[sim::position(gemeente)];
    if (own.empty()) {
        return std::nullopt;
    }
    auto const wijk = next_wijk(turn, gemeente, own);
    if (!wijk) {
        return std::nullopt;
    }
    auto const neighbours = turn.world.geography.sites.neighbours.neighbours(sim::position(*wijk));
    for (auto const p : own) {
        auto const& source = turn.state.projects[p];
        if (std::ranges::find(neighbours, source.wijk) == neighbours.end()) {
            continue;
        }
        double const grown = homes_in_chain(turn, p) + homes_present(turn, *wijk);
        double const first = std::max(1.0, static_cast<double>(source.homes));
        return ProjectPlan{.wijk = *wijk,
                           .origin = ProjectOrigin::groei,
                           .source = p,
                           .approach = source.approach,
                           .plan_factor = turn.parameters.route.plan_factor_groei,
                           .skill = static_cast<double>(source.skill) -
                                    turn.parameters.route.overload * std::log(grown / first)};
    }
    return std::nullopt;
}

/// A new team of the gemeente: the pool is as large as its staff, best people first.
double skill_of_next_team(Turn const& turn, GemeenteId gemeente, double staff) {
    auto const teams = static_cast<std::uint32_t>(
        std::max(turn.parameters.gemeente.smallest_pool, std::ceil(staff)));
    return skill_at_rank(turn.parameters.project, turn.state.gemeenten.projects_started[gemeente],
                         teams);
}

std::optional<ProjectPlan> copy_or_recombine(Turn const& turn, GemeenteId gemeente,
                                             std::size_t route, double staff,
                                             Outlook const& outlook) {
    auto const wijk = next_wijk(turn, gemeente, {});
    if (!wijk || outlook.library.empty()) {
        return std::nullopt;
    }
    auto const& parameters = turn.parameters;
    auto const receiver = receiver_of(turn, *wijk, 0);
    ProjectPlan plan{.wijk = *wijk, .skill = skill_of_next_team(turn, gemeente, staff)};
    if (route == 1) {
        auto const source = best_result(outlook.library);
        plan.origin = ProjectOrigin::replicatie;
        plan.source = outlook.library[source].project;
        plan.plan_factor = parameters.route.plan_factor_replicatie;
        plan.approach =
            copy_whole(parameters.aanpak, parameters.route, turn.repertoire, turn.seed, receiver,
                       outlook.library[source], rule_works_in(turn, standard_contracts, gemeente));
    } else {
        auto const start = most_similar(parameters.aanpak, outlook.library, receiver.site);
        plan.origin = ProjectOrigin::circulatie;
        plan.source = outlook.library[start].project;
        plan.plan_factor = parameters.route.plan_factor_circulatie +
                           parameters.route.plan_per_swap * parameters.route.swaps;
        plan.approach = recombine(parameters.aanpak, parameters.route, turn.repertoire, turn.seed,
                                  receiver, outlook.library, start, outlook.record);
    }
    return plan;
}

/// Chance that a gemeente begins: how well it expects the approach to fit, and what others do.
double chance_to_begin(Turn const& turn, GemeenteId gemeente, ProjectPlan const& plan,
                       Outlook const& outlook) {
    auto const& parameters = turn.parameters.gemeente;
    double const fit =
        approach_fit(turn.parameters.aanpak, turn.repertoire, turn.seed, plan.approach,
                     site_of(turn.world, plan.wijk), {.idiosyncrasy = false, .coupling = true});
    auto const regio = sim::position(turn.world.geography.regio_of_gemeente[gemeente]);
    return sim::logistic(parameters.adopt_base + parameters.adopt_fit * sim::logit(fit) +
                         parameters.adopt_peers * outlook.peers[regio]);
}

} // namespace

std::optional<WijkId> next_wijk(Turn const& turn, GemeenteId gemeente,
                                std::span<std::uint32_t const> near) {
    auto const& geography = turn.world.geography;
    auto const& wijken = geography.wijken_of_gemeente;
    std::optional<WijkId> best;
    std::tuple<double, std::uint32_t> best_score{};
    for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (!can_begin(turn, wijk)) {
            continue;
        }
        if (!near.empty()) {
            auto const next_door = geography.sites.neighbours.neighbours(w);
            bool const touches = std::ranges::any_of(near, [&](std::uint32_t p) {
                return std::ranges::find(next_door, turn.state.projects[p].wijk) != next_door.end();
            });
            if (!touches) {
                continue;
            }
        }
        double const score = turn.parameters.gemeente.energy_first *
                                 static_cast<double>(turn.state.wijken.energy[wijk]) +
                             static_cast<double>(turn.state.wijken.trust[wijk]);
        std::tuple const rank{score, geography.wijk_key[wijk]};
        if (!best || rank > best_score) {
            best = wijk;
            best_score = rank;
        }
    }
    return best;
}

void choose_wijken(Turn& turn, sim::Quarter quarter) {
    auto const shares = route_shares(turn.parameters.rijk, quarter);
    if (!quarter.starts_year() || std::ranges::all_of(shares, [](double s) { return s <= 0.0; })) {
        return;
    }
    auto const project_shares = std::span{shares}.first(institutions_route);
    auto const outlook = look_around(turn);
    std::vector<Candidate> candidates;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const key = key_of_gemeente(turn.world.geography, gemeente);
        double const staff = staff_of(turn, gemeente, quarter);
        auto const step = static_cast<std::uint32_t>(quarter.index());
        // The same throws for all routes: nothing depends on a route's name.
        sim::Dice dice{turn.seed, stream::adoption, key, step};
        double const at = dice.uniform();
        auto const first = first_in_line(project_shares, dice.uniform());
        auto const lot = sim::Dice{turn.seed, stream::adoption_lot, key, step}.word();
        for (std::size_t route = 0; route < project_shares.size(); ++route) {
            if (project_shares[route] <= 0.0) {
                continue;
            }
            auto plan = route == 0 ? grow(turn, gemeente, outlook)
                                   : copy_or_recombine(turn, gemeente, route, staff, outlook);
            if (plan && at < chance_to_begin(turn, gemeente, *plan, outlook)) {
                plan->contribution = std::llround(turn.parameters.rijk.contribution.canonical());
                plan->plan_factor *= rule_works_in(turn, standard_contracts, gemeente)
                                         ? turn.parameters.rule.plan_factor_standard
                                         : 1.0;
                auto const in_line =
                    (route + project_shares.size() - first) % project_shares.size();
                candidates.push_back({lot, key, in_line, route, *plan});
            }
        }
    }
    std::ranges::sort(candidates, [](Candidate const& a, Candidate const& b) {
        return std::tuple{a.lot, a.key, a.in_line} < std::tuple{b.lot, b.key, b.in_line};
    });
    for (auto const& candidate : candidates) {
        auto const need = money_needed(turn, candidate.plan);
        auto& purse = turn.state.rijk.purse[candidate.route];
        bool const staffed = has_staff_for(turn, candidate.plan, project_shares, quarter);
        bool const paid = !turn.parameters.rijk.budget_binds || purse >= need;
        if (staffed && paid && can_begin(turn, candidate.plan.wijk)) {
            purse -= need;
            begin_project(turn, candidate.plan, need, quarter);
        }
    }
}

} // namespace opschaling::models
