#include "models/gemeente/take_over.hpp"

#include "models/gemeente/screen_technology.hpp"
#include "models/learning/judge_here.hpp"
#include "models/learning/keep_library.hpp"
#include "models/project/begin_project.hpp"
#include "models/rijk/make_rules.hpp"

#include <algorithm>
#include <iterator>

namespace opschaling::models {

namespace {

constexpr double quarter_of_the_modules{modules / 4.0};

/// What can be read of each module of an approach; a rule in force writes contracts down.
Codified written_down(Turn const& turn, GemeenteId gemeente, Approach const& approach) {
    Codified codified{};
    for (std::size_t module = 0; module < modules; ++module) {
        codified[module] = readable(turn, module, approach.variant[module]);
    }
    if (rule_works_in(turn, standard_contracts, gemeente)) {
        codified[contract_module] = 1.0;
    }
    return codified;
}

/// Modules that a gemeente makes to measure when there is time to try.
std::array<bool, modules> held_specific(Turn const& turn, GemeenteId gemeente) {
    std::array<bool, modules> specific{};
    auto const& layer = typology_of(turn, Holder::of(gemeente)).layer;
    for (std::size_t module = 0; module < modules; ++module) {
        specific[module] = layer[module] == Layer::specific;
    }
    return specific;
}

} // namespace

Approach take_over(Turn const& turn, GemeenteId gemeente, std::size_t route,
                   Receiver const& receiver, KnownApproach const& source,
                   TechnologyRecord const& record) {
    auto const& parameters = turn.parameters;
    double const absorbed =
        source.gemeente == receiver.gemeente
            ? 1.0
            : absorption_of(turn, gemeente) *
                  nearness(turn, gemeente, sim::id_at<GemeenteId>(source.gemeente));
    double const copy_error = parameters.route.copy_error[route];
    Approach approach = source.approach;
    if (copy_error > 0.0) {
        approach = copy_whole(turn.seed, receiver, source.approach, copy_error, absorbed,
                              written_down(turn, gemeente, source.approach));
    }
    JudgeHere const judge{turn, receiver, record, parameters.route.try_outs};
    if (parameters.route.swaps[route] > 0) {
        approach = recombine(parameters.route, parameters.route.swaps[route], turn.seed, receiver,
                             approach, donors_for(turn, receiver.wijk), judge);
    }
    approach = tailor(receiver, approach, parameters.route.tries[route],
                      held_specific(turn, gemeente), judge);
    auto const standard = turn.state.learning.standard_contract;
    if (standard != no_variant && rule_works_in(turn, standard_contracts, gemeente)) {
        approach.variant[contract_module] = standard;
    }
    return with_technology_that_fits(turn, receiver, approach, judge);
}

double plan_factor(Turn const& turn, GemeenteId gemeente, std::size_t r) {
    auto const& route = turn.parameters.route;
    auto const made = std::ranges::count(held_specific(turn, gemeente), true);
    return route.plan_factor[r] + route.plan_per_swap * route.swaps[r] +
           route.plan_per_try * route.tries[r] * static_cast<double>(made) / quarter_of_the_modules;
}

std::vector<KnownApproach> heard_by(GemeenteId gemeente, std::span<KnownApproach const> library) {
    std::vector<KnownApproach> heard;
    std::ranges::copy_if(library, std::back_inserter(heard), [&](KnownApproach const& known) {
        return known.published || known.gemeente == static_cast<std::uint32_t>(gemeente);
    });
    return heard;
}

std::optional<Example> from_elsewhere(Turn const& turn, GemeenteId gemeente, WijkId wijk,
                                      RouteSource from, std::span<KnownApproach const> heard) {
    if (heard.empty()) {
        return std::nullopt;
    }
    if (from == RouteSource::best) {
        return pick_example(turn, Holder::of(gemeente), wijk, heard);
    }
    std::array<double, context_dimensions> relevance{};
    std::ranges::copy(typology_of(turn, Holder::of(gemeente)).relevance, relevance.begin());
    return Example{
        .place = most_similar(turn.parameters.aanpak, relevance, heard, site_of(turn.world, wijk))};
}

} // namespace opschaling::models
