#include "models/learning/pick_example.hpp"

#include "models/learning/context_cell.hpp"
#include "models/learning/learn.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Chains of takeovers with their results.
struct Chain {
    std::vector<std::size_t> places; ///< in the library
    double sum{0.0};
    double count{0.0};
    double verified_sum{0.0};
    double verified_count{0.0};
};

std::map<std::uint32_t, Chain> chains_of(Turn const& turn, std::span<KnownApproach const> library) {
    auto const wait = sim::in_years(turn.parameters.learning.verification_time) * quarters_per_year;
    std::map<std::uint32_t, Chain> chains;
    for (std::size_t i = 0; i < library.size(); ++i) {
        auto const& project = turn.state.projects[library[i].project];
        auto& chain = chains[root_of(turn, library[i].project)];
        double const result = result_of(turn, project);
        chain.places.push_back(i);
        chain.sum += result;
        chain.count += 1.0;
        bool const old_enough = !project.active() || turn.state.quarter - project.decided >= wait;
        if (project.verifies && old_enough && project.reached > 0) {
            chain.verified_sum += result;
            chain.verified_count += 1.0;
        }
    }
    return chains;
}

/// Between-chain variance of results, by the method of moments; never below zero.
double variance_between(std::map<std::uint32_t, Chain> const& chains, double within) {
    double sum{0.0};
    double squares{0.0};
    double noise{0.0};
    for (auto const& [root, chain] : chains) {
        double const mean = chain.sum / chain.count;
        sum += mean;
        squares += mean * mean;
        noise += within / chain.count;
    }
    auto const n = static_cast<double>(chains.size());
    if (n < 2.0) {
        return within;
    }
    return std::max(1.0e-3, (squares - sum * sum / n) / (n - 1.0) - noise / n);
}

double mean_of(std::map<std::uint32_t, Chain> const& chains) {
    double sum{0.0};
    for (auto const& [root, chain] : chains) {
        sum += chain.sum / chain.count;
    }
    return sum / std::max(1.0, static_cast<double>(chains.size()));
}

/// The place of a chain's best result.
std::size_t best_place(Chain const& chain, std::span<KnownApproach const> library) {
    return *std::ranges::max_element(chain.places, {}, [&](std::size_t place) {
        return std::tuple{library[place].result, ~library[place].key};
    });
}

std::size_t best_seen(Turn const& turn, Holder holder, WijkId wijk,
                      std::span<KnownApproach const> library) {
    auto const& typology = typology_of(turn, holder);
    auto const type = typology.type_of_cell[cell_of(turn.world.geography.context[wijk])];
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < library.size(); ++i) {
        if (typology.type_of_cell[cell_of(library[i].context)] == type) {
            alike.push_back(i);
        }
    }
    if (alike.empty()) {
        return best_result(library);
    }
    return *std::ranges::max_element(alike, {}, [&](std::size_t place) {
        return std::tuple{library[place].result, ~library[place].key};
    });
}

/// Chance that a chain does better than was expected beforehand, as its verifications show.
double chance_of_better(LearningParameters const& parameters, Chain const& chain, double between) {
    double const within = parameters.result_spread * parameters.result_spread;
    double const precision = chain.verified_count / within + 1.0 / between;
    double const mean = chain.verified_sum / within / precision;
    return 0.5 * std::erfc(-mean * std::sqrt(precision) / std::numbers::sqrt2);
}

} // namespace

std::uint32_t root_of(Turn const& turn, std::uint32_t project) {
    while (turn.state.projects[project].whole) {
        project = turn.state.projects[project].source;
    }
    return project;
}

bool has_verifications(Turn const& turn, std::uint32_t root) {
    int count{0};
    for (std::uint32_t p = 0; p < turn.state.projects.size(); ++p) {
        count += turn.state.projects[p].verifies && root_of(turn, p) == root ? 1 : 0;
    }
    return count >= turn.parameters.learning.verifications;
}

std::optional<Example> pick_example(Turn const& turn, Holder holder, WijkId wijk,
                                    std::span<KnownApproach const> library) {
    auto const& parameters = turn.parameters.learning;
    auto const rule = static_cast<ScalingRule>(parameters.scaling_rule);
    if (library.empty()) {
        return std::nullopt;
    }
    if (rule == ScalingRule::best_seen) {
        return Example{.place = best_seen(turn, holder, wijk, library)};
    }
    auto const chains = chains_of(turn, library);
    double const within = parameters.result_spread * parameters.result_spread;
    double const between = variance_between(chains, within);
    double const mean = mean_of(chains);
    std::optional<Example> best;
    std::tuple<double, std::uint32_t> most{};
    for (auto const& [root, chain] : chains) {
        bool const enough = chain.verified_count >= parameters.verifications;
        bool const passes =
            chance_of_better(parameters, chain, between) >= parameters.verified_certainty;
        if (rule == ScalingRule::verified && enough && !passes) {
            continue;
        }
        double const pull = between / (between + within / chain.count);
        auto const place = best_place(chain, library);
        // What passed goes before what still has to be tried.
        double const first = rule == ScalingRule::verified && enough ? 1.0e6 : 0.0;
        std::tuple const rank{first + mean + pull * (chain.sum / chain.count - mean),
                              library[place].key};
        if (!best || rank > most) {
            most = rank;
            best = Example{.place = place, .to_verify = rule == ScalingRule::verified && !enough};
        }
    }
    if (best && best->to_verify &&
        has_verifications(turn, root_of(turn, library[best->place].project))) {
        return std::nullopt; // its verifications are under way
    }
    return best;
}

} // namespace opschaling::models
