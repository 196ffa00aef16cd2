#include "models/gemeente/weigh_options.hpp"

#include "models/aanpak/approach.hpp"
#include "models/gemeente/staff.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

bool is_of_another(Turn const& turn, ProjectPlan const& plan) {
    return plan.source != no_project &&
           turn.state.projects[plan.source].gemeente !=
               static_cast<std::uint32_t>(turn.world.geography.gemeente_of_wijk[plan.wijk]);
}

/// What part of its value an approach is expected to keep here: less, the less alike the wijken
/// are.
double kept_here(Turn const& turn, ProjectPlan const& plan) {
    if (plan.source == no_project) {
        return 1.0;
    }
    auto const& context = turn.world.geography.context;
    auto const from = sim::id_at<WijkId>(turn.state.projects[plan.source].wijk);
    double const apart =
        context_distance(turn.parameters.aanpak, mean_relevance(turn.parameters.aanpak),
                         context[plan.wijk], context[from]);
    return std::exp(-0.5 * turn.parameters.gemeente.similarity_decay * apart);
}

double subsidy_felt(Turn const& turn, sim::Euro per_home) {
    return std::log1p(per_home.canonical() /
                      turn.parameters.gemeente.subsidy_reference.canonical());
}

/// Learning, imitation and coercion (Shipan and Volden 2008).
double diffusion(Turn const& turn, GemeenteId gemeente, Options const& options) {
    auto const& parameters = turn.parameters.gemeente;
    double const prior =
        std::clamp(turn.parameters.route.result_prior.value(), 1.0e-6, 1.0 - 1.0e-6);
    double const gain =
        turn.parameters.route.results_are_seen
            ? sim::logit(std::clamp(options.result, 1.0e-6, 1.0 - 1.0e-6)) - sim::logit(prior)
            : 0.0;
    sim::Dice dice{turn.seed, stream::peer_threshold,
                   key_of_gemeente(turn.world.geography, gemeente), 0};
    double const threshold =
        std::max(0.0, parameters.peer_threshold_mean.value() +
                          parameters.peer_threshold_spread * sim::normal(dice));
    double works{0.0};
    for (std::size_t rule = 0; rule < rules; ++rule) {
        works += rule_works_in(turn, rule, gemeente) ? 1.0 / rules : 0.0;
    }
    return parameters.posterior_gain * gain +
           parameters.adopt_peers * (options.peers >= threshold ? options.peers : 0.0) +
           parameters.rule_push * works;
}

double value_of_taking_over(Turn const& turn, GemeenteId gemeente, Options const& options) {
    auto const& parameters = turn.parameters.gemeente;
    double const foreign = is_of_another(turn, *options.plan)
                               ? subsidy_felt(turn, turn.parameters.rijk.take_over_subsidy) -
                                     parameters.not_invented_here - parameters.switching
                               : 0.0;
    return options.value * kept_here(turn, *options.plan) + foreign +
           diffusion(turn, gemeente, options);
}

} // namespace

Chances chances_of(Turn const& turn, GemeenteId gemeente, Options const& options) {
    auto const& parameters = turn.parameters.gemeente;
    double const waiting = -parameters.adopt_base + parameters.free_riding * options.under_way;
    // Odds against waiting.
    double const take_over = options.plan != nullptr
                                 ? std::exp(value_of_taking_over(turn, gemeente, options) - waiting)
                                 : 0.0;
    double const pilot =
        options.pilots ? std::exp(options.value +
                                  subsidy_felt(turn, turn.parameters.proeftuin.status_per_home) +
                                  parameters.reputation - waiting)
                       : 0.0;
    double const all = 1.0 + take_over + pilot;
    return {.take_over = take_over / all, .pilot = pilot / all};
}

double part_under_way(Turn const& turn) {
    std::vector<bool> busy(turn.world.gemeenten(), false);
    for (auto const& project : turn.state.projects) {
        busy[project.gemeente] = busy[project.gemeente] || project.active();
    }
    return static_cast<double>(std::ranges::count(busy, true)) /
           static_cast<double>(std::max<std::size_t>(1, busy.size()));
}

bool has_money(Turn const& turn, std::size_t route) {
    return !turn.parameters.rijk.budget_binds || turn.state.rijk.purse[route] > 0;
}

std::int64_t contribution_to(Turn const& turn, ProjectPlan const& plan) {
    auto const& rijk = turn.parameters.rijk;
    return std::llround(rijk.contribution.canonical() +
                        (is_of_another(turn, plan) ? rijk.take_over_subsidy.canonical() : 0.0));
}

} // namespace opschaling::models
