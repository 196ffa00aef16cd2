#include "models/gemeente/choose_wijken.hpp"

#include "models/gemeente/plan_wijk.hpp"
#include "models/gemeente/staff.hpp"
#include "models/learning/believe.hpp"
#include "models/learning/pick_example.hpp"
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

/// Chance that a gemeente begins: how well it expects the approach to fit, and what others do.
double chance_to_begin(Turn const& turn, GemeenteId gemeente, ProjectPlan const& plan,
                       Outlook const& outlook) {
    auto const& parameters = turn.parameters.gemeente;
    double const value = expected_value(turn, Holder::of(gemeente), plan.approach, plan.wijk);
    auto const regio = sim::position(turn.world.geography.regio_of_gemeente[gemeente]);
    return sim::logistic(parameters.adopt_base + parameters.adopt_fit * value +
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
            auto plan = plan_wijk(turn, gemeente, route, staff, outlook);
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
        bool const waits = candidate.plan.verifies &&
                           has_verifications(turn, root_of(turn, candidate.plan.source));
        if (staffed && paid && !waits && can_begin(turn, candidate.plan.wijk)) {
            purse -= need;
            begin_project(turn, candidate.plan, need, quarter);
        }
    }
}

} // namespace opschaling::models
