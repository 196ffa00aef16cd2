#include "models/rijk/vote_on_rule.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

/// Published results against what they scatter, drawn to nothing while there are few.
double evidence_of(Turn const& turn) {
    constexpr double most{2.0};
    auto const& published = turn.state.learning.status_published;
    auto const& parameters = turn.parameters.learning;
    double const mean =
        static_cast<double>(published.result) * evidence_unit /
        std::max(1.0e-9, static_cast<double>(published.count) + parameters.status_prior);
    return std::clamp(mean / parameters.result_spread, -most, most);
}

/// Signals in the stock against those that put a rule on the agenda; the tenth says less than the
/// first: 1 at the threshold, 2 at three times as many.
double signals_for(Turn const& turn, std::size_t rule) {
    double const threshold =
        turn.parameters.learning.agenda_threshold * turn.world.share_of_country;
    return threshold > 0.0
               ? std::log2(1.0 + static_cast<double>(turn.state.learning.agenda[rule]) / threshold)
               : 0.0;
}

} // namespace

bool votes_in(sim::Quarter quarter) {
    return quarter.index() % 2 == 1; // quarter 0 is the first of a year
}

double chance_to_pass(Turn const& turn, std::size_t rule) {
    auto const& parameters = turn.parameters.rule;
    return sim::logistic(parameters.pass_base + parameters.pass_evidence * evidence_of(turn) +
                         parameters.pass_signals * signals_for(turn, rule) -
                         turn.parameters.opposition.weight_in_rules *
                             turn.state.opposition.strength +
                         parameters.pass_chiefs * parameters.chiefs_of_staff.value());
}

bool passes_vote(Turn const& turn, std::size_t rule, sim::Quarter quarter) {
    sim::Dice dice{turn.seed, stream::rule_vote, static_cast<std::uint32_t>(rule),
                   static_cast<std::uint32_t>(quarter.index())};
    return dice.lands_below(chance_to_pass(turn, rule));
}

} // namespace opschaling::models
