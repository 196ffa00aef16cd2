#include "models/gemeente/choose_wijken.hpp"

#include "models/gemeente/plan_wijk.hpp"
#include "models/gemeente/staff.hpp"
#include "models/gemeente/weigh_options.hpp"
#include "models/learning/believe.hpp"
#include "models/learning/pick_example.hpp"
#include "models/proeftuin/pick_pilots.hpp"
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

/// What was seen of the approach where it comes from.
double result_of(Turn const& turn, ProjectPlan const& plan, Outlook const& outlook) {
    auto const source = std::ranges::find(outlook.library, plan.source, &KnownApproach::project);
    return source == outlook.library.end() ? turn.parameters.route.result_prior.value()
                                           : source->result;
}

/// A gemeente in its yearly choice. It throws the same dice for all routes, so that nothing depends
/// on a route's name.
struct Chooser {
    GemeenteId gemeente;
    double staff;      ///< FTE
    double at;         ///< where its throw lands between the options
    std::size_t first; ///< the route that it turns to first
    std::uint32_t lot;
    std::uint32_t key;
};

/// What came of looking at all routes.
struct Choice {
    bool takes_over{false};
    double wants_pilot{0.0}; ///< chance of a proeftuin of its own
};

/// Looks at each route with money, in line, and puts what is taken over among the candidates.
Choice look_at_routes(Turn const& turn, Chooser const& chooser, std::span<double const> shares,
                      Outlook const& outlook, Options options, std::vector<Candidate>& candidates) {
    Choice choice{.wants_pilot = chances_of(turn, chooser.gemeente, options).pilot};
    bool chooses{false};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto const route = (chooser.first + i) % shares.size();
        if (shares[route] <= 0.0 || !has_money(turn, route)) {
            continue;
        }
        auto plan = plan_wijk(turn, chooser.gemeente, route, chooser.staff, outlook);
        if (!plan) {
            continue;
        }
        options.value =
            turn.parameters.gemeente.adopt_fit *
            expected_value(turn, Holder::of(chooser.gemeente), plan->approach, plan->wijk);
        options.plan = &*plan;
        options.result = result_of(turn, *plan, outlook);
        auto const chances = chances_of(turn, chooser.gemeente, options);
        // One throw: from below for taking over, from above for a proeftuin of its own, by what
        // the route that is first in line offers.
        choice.wants_pilot = chooses ? choice.wants_pilot : chances.pilot;
        chooses = true;
        if (chooser.at < chances.take_over) {
            choice.takes_over = true;
            plan->contribution = contribution_to(turn, *plan);
            plan->plan_factor *= rule_works_in(turn, standard_contracts, chooser.gemeente)
                                     ? turn.parameters.rule.plan_factor_standard
                                     : 1.0;
            candidates.push_back({chooser.lot, chooser.key, i, route, *plan});
        }
    }
    return choice;
}

/// Begins projects in the order of the lots, as far as staff and money reach.
void begin_projects(Turn& turn, std::vector<Candidate>& candidates, std::span<double const> shares,
                    sim::Quarter quarter) {
    std::ranges::sort(candidates, [](Candidate const& a, Candidate const& b) {
        return std::tuple{a.lot, a.key, a.in_line} < std::tuple{b.lot, b.key, b.in_line};
    });
    for (auto const& candidate : candidates) {
        auto const need = money_needed(turn, candidate.plan);
        auto& purse = turn.state.rijk.purse[candidate.route];
        bool const staffed = has_staff_for(turn, candidate.plan, shares, quarter);
        bool const paid = !turn.parameters.rijk.budget_binds || purse >= need;
        bool const waits = candidate.plan.verifies &&
                           has_verifications(turn, root_of(turn, candidate.plan.source));
        if (staffed && paid && !waits && can_begin(turn, candidate.plan.wijk)) {
            purse -= need;
            begin_project(turn, candidate.plan, need, quarter);
        }
    }
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
        // Where the energy is, and for the rest by lot: a lot that stays with the wijk.
        sim::Dice lot{turn.seed, stream::wijk_choice, geography.wijk_key[wijk], 0};
        double const score =
            turn.parameters.gemeente.energy_first * strength_of(turn, wijk) + sim::gumbel(lot);
        std::tuple const rank{score, geography.wijk_key[wijk]};
        if (!best || rank > best_score) {
            best = wijk;
            best_score = rank;
        }
    }
    return best;
}

void choose_wijken(Turn& turn, sim::Quarter quarter) {
    turn.state.choices.pilot = 0;
    turn.state.choices.take_over = 0;
    turn.state.choices.wait = 0;
    auto const shares = route_shares(turn.parameters.rijk, quarter);
    auto const places = places_in(turn, quarter);
    bool const money = std::ranges::any_of(shares, [](double s) { return s > 0.0; });
    if (!quarter.starts_year() || (!money && places == 0)) {
        return;
    }
    auto const project_shares = std::span{shares}.first(institutions_route);
    auto const outlook = look_around(turn);
    double const under_way = part_under_way(turn);
    std::vector<Candidate> candidates;
    std::vector<Applicant> applicants;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const key = key_of_gemeente(turn.world.geography, gemeente);
        auto const step = static_cast<std::uint32_t>(quarter.index());
        sim::Dice dice{turn.seed, stream::adoption, key, step};
        double const at = dice.uniform();
        Chooser const chooser{.gemeente = gemeente,
                              .staff = staff_of(turn, gemeente, quarter),
                              .at = at,
                              .first = first_in_line(project_shares, dice.uniform()),
                              .lot = sim::Dice{turn.seed, stream::adoption_lot, key, step}.word(),
                              .key = key};
        auto const pilot_site = places > 0 ? next_wijk(turn, gemeente, {}) : std::nullopt;
        auto const regio = turn.world.geography.regio_of_gemeente[gemeente];
        auto const choice = look_at_routes(turn, chooser, project_shares, outlook,
                                           {.peers = outlook.peers[sim::position(regio)],
                                            .under_way = under_way,
                                            .pilots = pilot_site.has_value()},
                                           candidates);
        bool const pilots = !choice.takes_over && pilot_site && at >= 1.0 - choice.wants_pilot;
        if (pilots) {
            applicants.push_back(applicant_for(turn, gemeente, *pilot_site, step));
        }
        auto& choices = turn.state.choices;
        ++(choice.takes_over ? choices.take_over : pilots ? choices.pilot : choices.wait);
    }
    begin_pilots(turn, applicants, places, quarter);
    begin_projects(turn, candidates, project_shares, quarter);
}

} // namespace opschaling::models
