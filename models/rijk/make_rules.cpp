#include "models/rijk/make_rules.hpp"

#include "models/bewoner/schedule_moments.hpp"
#include "models/gemeente/staff.hpp"
#include "models/rijk/vote_on_rule.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
constexpr int throws_per_attempt{16};

std::int64_t staff_cost(Turn const& turn, double fte_years) {
    return std::llround(fte_years * turn.parameters.gemeente.staff_cost.canonical() *
                        sim::hours_per_year);
}

void spend(Turn& turn, std::int64_t amount) {
    turn.state.rijk.purse[institutions_route] -= amount;
    turn.state.rijk.rule_cost += amount;
    turn.state.rijk.rule_cost_total += amount;
}

/// Work that the purse allows, in fte years.
double affordable(Turn const& turn, double wanted) {
    if (!turn.parameters.rijk.budget_binds) {
        return wanted;
    }
    auto const purse = static_cast<double>(turn.state.rijk.purse[institutions_route]);
    return std::min(wanted, std::max(0.0, purse) / static_cast<double>(staff_cost(turn, 1.0)));
}

void enter_stage(Turn& turn, std::size_t rule, int now) {
    auto const& parameters = turn.parameters.rule;
    auto& state = turn.state.rijk.rule[rule];
    // A stage that is gone through again takes a time of its own.
    auto const attempt =
        static_cast<std::uint32_t>(state.stage + state.failed_votes * throws_per_attempt);
    sim::Dice dice{turn.seed, stream::law_stage, static_cast<std::uint32_t>(rule), attempt};
    double const mean = sim::in_years(parameters.mean_time) / parameters.stages;
    state.stage_ends =
        quarters_later(now, -std::log(dice.uniform_open()) * mean * quarters_per_year);
}

void work_at_rijk(Turn& turn, std::size_t rule, int now) {
    auto& state = turn.state.rijk.rule[rule];
    // The national work does not shrink with the world, but a smaller world pays its part of it.
    double const part = turn.world.share_of_country;
    double const wanted = std::min(static_cast<double>(state.work_left),
                                   turn.parameters.rule.largest_team / quarters_per_year);
    double const done = part > 0.0 ? std::min(wanted, affordable(turn, wanted * part) / part) : 0.0;
    spend(turn, staff_cost(turn, done * part));
    state.work_left -= static_cast<float>(done);
    if (state.work_left <= 1.0e-6F) {
        state.work_left = 0.0F;
        state.drafted = static_cast<std::uint16_t>(now);
        enter_stage(turn, rule, now);
    }
}

/// Whether the people who see a rule through its stages are paid in this quarter.
bool stage_is_staffed(Turn& turn) {
    double const wanted =
        turn.parameters.rule.stage_team / quarters_per_year * turn.world.share_of_country;
    if (affordable(turn, wanted) < wanted) {
        return false;
    }
    spend(turn, staff_cost(turn, wanted));
    return true;
}

void pass_through_stages(Turn& turn, std::size_t rule, int now) {
    auto const& parameters = turn.parameters.rule;
    auto& state = turn.state.rijk.rule[rule];
    if (!stage_is_staffed(turn)) {
        ++state.stage_ends;
        return;
    }
    if (state.stage_ends != static_cast<std::uint16_t>(now)) {
        return;
    }
    if (parameters.votes && state.stage + 1 == std::min(parameters.vote_after, parameters.stages)) {
        auto const quarter = sim::Quarter::at(now);
        if (!votes_in(quarter)) {
            ++state.stage_ends; // until the next session
            return;
        }
        if (!passes_vote(turn, rule, quarter)) {
            ++state.failed_votes;
            enter_stage(turn, rule, now);
            return;
        }
    }
    ++state.stage;
    if (state.stage >= turn.parameters.rule.stages) {
        state.in_force = static_cast<std::uint16_t>(now);
        state.stage_ends = never;
    } else {
        enter_stage(turn, rule, now);
    }
}

/// Gemeenten in an order of their own, whatever the order in which they are stored: where the money
/// does not reach, the first ones have it.
std::vector<GemeenteId> gemeenten_in_turn(World const& world) {
    std::vector<std::pair<std::uint32_t, GemeenteId>> keyed;
    keyed.reserve(world.gemeenten());
    for (std::size_t g = 0; g < world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        keyed.emplace_back(key_of_gemeente(world.geography, gemeente), gemeente);
    }
    std::ranges::sort(keyed);
    std::vector<GemeenteId> order;
    order.reserve(keyed.size());
    for (auto const& [key, gemeente] : keyed) {
        order.push_back(gemeente);
    }
    return order;
}

/// Each gemeente works on the rules in force, one after another, with its share of staff.
void work_in_gemeenten(Turn& turn, sim::Quarter quarter, double share) {
    for (auto const gemeente : gemeenten_in_turn(turn.world)) {
        double staff = staff_of(turn, gemeente, quarter) * share / quarters_per_year;
        for (std::size_t rule = 0; rule < rules; ++rule) {
            auto& left = turn.state.gemeenten.rule_work_left[gemeente][rule];
            if (turn.state.rijk.rule[rule].in_force > quarter.index() || left <= 0.0F) {
                continue;
            }
            double const wanted = turn.parameters.project.staff_binds
                                      ? std::min(static_cast<double>(left), staff)
                                      : static_cast<double>(left);
            double const done = affordable(turn, wanted);
            spend(turn, staff_cost(turn, done));
            staff -= done;
            turn.workspace.staff_on_rules[gemeente] += done * quarters_per_year;
            left = std::max(0.0F, left - static_cast<float>(done));
            if (left < 1.0e-6F) {
                left = 0.0F;
            }
        }
    }
}

} // namespace

bool rule_works_in(Turn const& turn, std::size_t rule, GemeenteId gemeente) {
    return turn.state.rijk.rule[rule].in_force <= turn.state.quarter &&
           turn.state.gemeenten.rule_work_left[gemeente][rule] <= 0.0F;
}

void fill_purses(Turn& turn, sim::Quarter quarter) {
    auto const shares = route_shares(turn.parameters.rijk, quarter);
    double const yearly =
        sim::value_at(turn.parameters.rijk.budget, quarter.midpoint() - 0.5).canonical() *
        sim::hours_per_year * turn.world.share_of_country;
    turn.state.rijk.rule_cost = 0;
    for (std::size_t route = 0; route < routes; ++route) {
        auto const amount = std::llround(yearly * shares[route] / quarters_per_year);
        turn.state.rijk.purse[route] += amount;
        turn.state.rijk.received[route] += amount;
    }
    // Standing finance pays in a quarter when its purse is not empty at the start of it.
    turn.state.rijk.standing_finance_pays =
        turn.state.rijk.purse[institutions_route] > 0 || !turn.parameters.rijk.budget_binds;
}

void make_rules(Turn& turn, sim::Quarter quarter) {
    std::ranges::fill(turn.workspace.staff_on_rules.values(), 0.0);
    double const share = route_shares(turn.parameters.rijk, quarter)[institutions_route];
    for (std::size_t rule = 0; rule < rules; ++rule) {
        auto& state = turn.state.rijk.rule[rule];
        if (state.in_force <= quarter.index()) {
            continue;
        }
        int const dated =
            turn.parameters.rule.history_is_given ? turn.parameters.rule.in_force_from[rule] : 0;
        if (dated > 0) {
            if (quarter.year() >= dated) {
                state.in_force = static_cast<std::uint16_t>(quarter.index());
            }
        } else if (state.stage_ends == never) { // still on the desk at the Rijk
            if (share > 0.0 && turn.state.learning.on_agenda[rule] != 0) {
                work_at_rijk(turn, rule, quarter.index());
            }
        } else {
            pass_through_stages(turn, rule, quarter.index());
        }
    }
    if (share > 0.0) {
        work_in_gemeenten(turn, quarter, share);
    }
}

} // namespace opschaling::models
