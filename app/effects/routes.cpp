#include "app/effects/routes.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"
#include "app/effects/outcomes.hpp"
#include "app/effects/phase_maps.hpp"
#include "app/effects/route_break_even.hpp"
#include "app/effects/route_mixtures.hpp"
#include "app/effects/route_tables.hpp"
#include "models/world/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace opschaling::app {

namespace {

/// The subsets of routes that are at hand, nothing first.
constexpr std::uint32_t subsets{1U << route_count};

/// The part of its homes without gas that nine of ten wijken reach.
double tenth_wijk(FinishedRun const& run) {
    std::vector<double> parts;
    for (auto const& counts : run.simulation.state().wijken.counts.values()) {
        if (counts.present() > 0) {
            parts.push_back(static_cast<double>(counts.gas_free()) / counts.present());
        }
    }
    return analysis::quantile(parts, 0.1);
}

/// Counted outcomes, the tenth wijk, and the path of homes.
Outcome with_tenth_and_path(EffectRuns const& runs) {
    auto const horizon = runs.study().horizon;
    return [horizon](FinishedRun const& run) {
        auto values = count_outcomes(run, horizon.branch, horizon.last);
        values.push_back(tenth_wijk(run));
        std::ranges::copy(homes_by_year(run, horizon), std::back_inserter(values));
        return values;
    };
}

/// What each pure route adds to no programme, held against the most that one of them adds.
std::vector<Watched> known_of(std::vector<std::vector<double>> const& outcomes,
                              std::array<std::size_t, route_count> const& pure, std::size_t nothing,
                              std::size_t mixes) {
    std::vector<Watched> watched;
    double most{0.0};
    for (std::size_t route = 0; route < route_count; ++route) {
        std::vector<double> added;
        for (std::size_t first = 0; first < outcomes.size(); first += mixes) {
            added.push_back(outcomes[first + pure.at(route)].front() -
                            outcomes[first + nothing].front());
        }
        auto const& name = route_names().at(route);
        watched.push_back(
            {.key = fmt::format("pure_{}", route),
             .label = {"woningen door " + name.nl, "homes by " + name.en},
             .of = {"wat de beste zuivere route toevoegt", "what the best pure route adds"},
             .figure = {.interval = analysis::mean_interval(added)}});
        most = std::max(most, std::abs(analysis::mean(added)));
    }
    for (auto& figure : watched) {
        figure.figure.size = most;
    }
    return watched;
}

/// Homes by replication of each pure route, year by year.
PurePaths paths_of(std::vector<std::vector<double>> const& outcomes,
                   std::array<std::size_t, route_count> const& pure, std::size_t mixes) {
    auto const before = static_cast<std::ptrdiff_t>(counted_outcomes().size() + 1);
    PurePaths paths;
    for (std::size_t route = 0; route < route_count; ++route) {
        for (std::size_t first = 0; first < outcomes.size(); first += mixes) {
            auto const& values = outcomes[first + pure.at(route)];
            paths.at(route).emplace_back(values.begin() + before, values.end());
        }
    }
    return paths;
}

} // namespace

analysis::EffectResult effect_routes(EffectRuns& runs) {
    auto const mixtures = all_mixtures();
    auto const pure = pure_among(mixtures);
    auto const of_simplex = mixtures.size();
    std::vector<std::shared_ptr<models::Parameters const>> parameters;
    for (auto const& mixture : mixtures) {
        parameters.push_back(with_mix(runs.study().parameters, mixture.mix));
    }
    for (std::uint32_t at_hand = 0; at_hand < subsets; ++at_hand) {
        parameters.push_back(
            with_mix(runs.study().parameters, at_hand == 0 ? Mix{} : shares_of(at_hand)));
    }
    auto const mixes = parameters.size();
    auto const runs_of = [&](std::uint32_t replication) {
        std::vector<BatchRun> batch;
        for (auto const& set : parameters) {
            batch.push_back({.replication = replication, .parameters = set});
        }
        return batch;
    };
    auto const outcomes = runs.run_replications(
        "routes", runs_of, with_tenth_and_path(runs),
        [&](auto const& so_far) { return known_of(so_far, pure, of_simplex, mixes); });
    std::vector<Figures> by_outcome(counted_outcomes().size() + 1, Figures(mixes));
    for (std::size_t run = 0; run < outcomes.size(); ++run) {
        for (std::size_t o = 0; o < by_outcome.size(); ++o) {
            by_outcome[o][run % mixes].push_back(outcomes[run][o]);
        }
    }
    auto const& homes = by_outcome.front();
    std::vector<analysis::Worths> games;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        auto& game = games.emplace_back();
        for (std::size_t at_hand = 0; at_hand < subsets; ++at_hand) {
            game.push_back(homes[of_simplex + at_hand][r]);
        }
    }
    auto const even = break_even_tables(runs, paths_of(outcomes, pure, mixes));
    auto const maps = phase_maps(runs);
    auto result = runs.frame();
    Figures const simplex_homes(homes.begin(),
                                homes.begin() + static_cast<std::ptrdiff_t>(of_simplex));
    result.tables = {simplex_table(mixtures, simplex_homes),
                     pure_table(mixtures, simplex_homes, pure, homes[of_simplex]),
                     pareto_table(mixtures, by_outcome), route_share_table(games)};
    std::ranges::copy(even, std::back_inserter(result.tables));
    std::ranges::copy(maps, std::back_inserter(result.tables));
    return result;
}

} // namespace opschaling::app
