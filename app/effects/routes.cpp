#include "app/effects/routes.hpp"

#include "analysis/effects/exact_game.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"
#include "app/effects/outcomes.hpp"
#include "app/effects/phase_maps.hpp"
#include "app/effects/whole_tables.hpp"
#include "models/world/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;

constexpr std::size_t route_count{4};
using Mix = std::array<double, route_count>;

/// A mixture in quarters, its key and its place among the runs.
struct Mixture {
    std::string key;
    Mix mix;
};

std::array<BothLanguages, route_count> const& route_names() {
    static std::array<BothLanguages, route_count> const names{
        {{"groei", "groei"},
         {"replicatie", "replicatie"},
         {"circulatie", "circulatie"},
         {"institutionalisering", "institutionalisering"}}};
    return names;
}

std::vector<Mixture> all_mixtures() {
    std::vector<Mixture> mixtures;
    for (int g = 4; g >= 0; --g) {
        for (int r = 4 - g; r >= 0; --r) {
            for (int c = 4 - g - r; c >= 0; --c) {
                int const i = 4 - g - r - c;
                mixtures.push_back({fmt::format("g{}r{}c{}i{}", g, r, c, i),
                                    {g / 4.0, r / 4.0, c / 4.0, i / 4.0}});
            }
        }
    }
    return mixtures;
}

/// Equal shares of the routes that are at hand; bit r set: route r is.
Mix shares_of(std::uint32_t at_hand) {
    Mix mix{};
    auto const count = std::popcount(at_hand);
    for (std::size_t r = 0; r < route_count; ++r) {
        mix.at(r) = ((at_hand >> r) & 1U) != 0 ? 1.0 / count : 0.0;
    }
    return mix;
}

std::shared_ptr<models::Parameters const> with_mix(models::Parameters parameters, Mix const& mix) {
    parameters.rijk.share_groei = {{{sim::Quarter::first_year, mix[0]}}};
    parameters.rijk.share_replicatie = {{{sim::Quarter::first_year, mix[1]}}};
    parameters.rijk.share_circulatie = {{{sim::Quarter::first_year, mix[2]}}};
    parameters.rijk.share_institutionalisering = {{{sim::Quarter::first_year, mix[3]}}};
    return std::make_shared<models::Parameters const>(std::move(parameters));
}

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

Outcome with_tenth(EffectRuns const& runs) {
    auto const horizon = runs.study().horizon;
    return [horizon](FinishedRun const& run) {
        auto values = count_outcomes(run, horizon.branch, horizon.last);
        values.push_back(tenth_wijk(run));
        return values;
    };
}

/// Figures by replication, for each of some mixtures.
using Figures = std::vector<std::vector<double>>;

std::vector<double> minus(std::vector<double> a, std::vector<double> const& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] -= b[i];
    }
    return a;
}

std::size_t best_of(Figures const& figures, std::vector<std::size_t> const& among) {
    return *std::ranges::max_element(
        among, {}, [&](std::size_t place) { return analysis::mean(figures[place]); });
}

/// Mean over replications of the best of all mixtures in each less this one.
std::vector<double> regrets(Figures const& figures, std::size_t place) {
    std::vector<double> missed;
    for (std::size_t r = 0; r < figures.front().size(); ++r) {
        double best{figures.front()[r]};
        for (auto const& of_mixture : figures) {
            best = std::max(best, of_mixture[r]);
        }
        missed.push_back(best - figures[place][r]);
    }
    return missed;
}

analysis::EffectTable simplex_table(std::vector<Mixture> const& mixtures, Figures const& homes) {
    analysis::EffectTable table{
        .key = "simplex",
        .title = {"Alle mengsels van vier routes", "All mixtures of four routes"},
        .sentence =
            {"Elke stip is een verdeling van hetzelfde geld en dezelfde mensen over de vier "
             "routes, hoe donkerder hoe meer woningen; de volgorde geldt voor dit budget, "
             "deze jaren en deze verschillen tussen wijken, en niet daarbuiten.",
             "Each dot is a division of the same money and the same people over the four "
             "routes, the darker the more homes; the order holds for this budget, these "
             "years and these differences between wijken, and not beyond."},
        .unit = {"duizend aardgasvrije woningen", "thousand gas-free homes"},
        .chart = analysis::EffectChart::simplex,
        .rows = {}};
    constexpr double thousand{1000.0};
    for (std::size_t m = 0; m < mixtures.size(); ++m) {
        std::vector<double> values;
        for (double const value : homes[m]) {
            values.push_back(value / thousand);
        }
        table.rows.push_back(row_of(mixtures[m].key, {mixtures[m].key, mixtures[m].key},
                                    analysis::estimate_of(values)));
    }
    return table;
}

analysis::EffectTable pure_table(std::vector<Mixture> const& mixtures, Figures const& homes,
                                 std::array<std::size_t, route_count> const& pure,
                                 std::vector<double> const& nothing) {
    std::vector<std::size_t> all(mixtures.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = i;
    }
    auto const best = best_of(homes, all);
    auto const best_pure = best_of(homes, {pure.begin(), pure.end()});
    analysis::EffectTable table{
        .key = "routes",
        .title = {"Zuivere routes en het beste mengsel", "Pure routes and the best mixture"},
        .sentence = {"Wat elke route toevoegt aan een land zonder programma, wat het beste mengsel "
                     "meer geeft dan de beste zuivere route, en wat elke route misloopt tegen de "
                     "beste keus per replicatie; het beste mengsel is achteraf gekozen en daarom "
                     "wat te gunstig.",
                     "What each route adds to a country without a programme, what the best mixture "
                     "gives above the best pure route, and what each route misses against the best "
                     "choice of each replication; the best mixture was picked afterwards and looks "
                     "a little too good."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    for (std::size_t r = 0; r < route_count; ++r) {
        table.rows.push_back(row_of(fmt::format("pure_{}", r), route_names().at(r),
                                    analysis::estimate_of(minus(homes[pure.at(r)], nothing))));
    }
    table.rows.push_back(row_of("best",
                                {fmt::format("beste mengsel {}", mixtures[best].key),
                                 fmt::format("best mixture {}", mixtures[best].key)},
                                analysis::estimate_of(minus(homes[best], nothing))));
    table.rows.push_back(
        row_of("best_over_pure",
               {"beste mengsel boven beste zuivere route", "best mixture above best pure route"},
               analysis::estimate_of(minus(homes[best], homes[best_pure]))));
    // Synergy of the equal mixture: above the mean of the four pure routes.
    auto const equal = static_cast<std::size_t>(
        std::ranges::find(mixtures, "g1r1c1i1", &Mixture::key) - mixtures.begin());
    auto synergy = homes[equal];
    for (auto const place : pure) {
        for (std::size_t r = 0; r < synergy.size(); ++r) {
            synergy[r] -= homes[place][r] / route_count;
        }
    }
    table.rows.push_back(row_of(
        "synergy",
        {"gelijk mengsel boven gemiddelde van de vier", "equal mixture above the mean of the four"},
        analysis::estimate_of(synergy)));
    for (std::size_t r = 0; r < route_count; ++r) {
        table.rows.push_back(row_of(fmt::format("regret_{}", r),
                                    {fmt::format("gemist met alleen {}", route_names().at(r).nl),
                                     fmt::format("missed with {} alone", route_names().at(r).en)},
                                    analysis::estimate_of(regrets(homes, pure.at(r)))));
    }
    return table;
}

analysis::EffectTable pareto_table(std::vector<Mixture> const& mixtures,
                                   std::vector<Figures> const& by_outcome) {
    analysis::EffectTable table{
        .key = "pareto",
        .title = {"Mengsels die door geen ander worden verslagen",
                  "Mixtures that no other one beats"},
        .sentence =
            {"Deze mengsels zijn op woningen, kosten, overbelasting en de achterste wijken "
             "tegelijk door geen ander mengsel te verslaan; een keus ertussen is een keus "
             "tussen doelen en geen rekensom.",
             "No other mixture beats these on homes, cost, overload and the wijken that lag "
             "at the same time; to choose among them is to choose between ends, and no sum."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .rows = {}};
    // More is better for homes and the tenth wijk, less for cost and overload.
    constexpr std::array<std::pair<std::size_t, double>, 4> ends{
        {{0, 1.0}, {2, -1.0}, {6, -1.0}, {8, 1.0}}};
    auto const value = [&](std::size_t m, std::size_t end) {
        return ends.at(end).second * analysis::mean(by_outcome[ends.at(end).first][m]);
    };
    for (std::size_t m = 0; m < mixtures.size(); ++m) {
        bool beaten{false};
        for (std::size_t other = 0; other < mixtures.size() && !beaten; ++other) {
            bool all{true};
            bool any{false};
            for (std::size_t end = 0; end < ends.size(); ++end) {
                all = all && value(other, end) >= value(m, end);
                any = any || value(other, end) > value(m, end);
            }
            beaten = all && any;
        }
        if (!beaten) {
            table.rows.push_back(row_of(mixtures[m].key, {mixtures[m].key, mixtures[m].key},
                                        analysis::estimate_of(by_outcome[0][m])));
        }
    }
    return table;
}

} // namespace

analysis::EffectResult effect_routes(EffectRuns& runs) {
    auto mixtures = all_mixtures();
    auto const of_simplex = mixtures.size();
    std::vector<Mix> mixes;
    for (auto const& mixture : mixtures) {
        mixes.push_back(mixture.mix);
    }
    // The subsets of routes that are at hand, nothing first.
    constexpr std::uint32_t subsets{1U << route_count};
    for (std::uint32_t at_hand = 0; at_hand < subsets; ++at_hand) {
        mixes.push_back(at_hand == 0 ? Mix{} : shares_of(at_hand));
    }
    std::vector<std::shared_ptr<models::Parameters const>> parameters;
    for (auto const& mix : mixes) {
        parameters.push_back(with_mix(runs.study().parameters, mix));
    }
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        for (auto const& set : parameters) {
            batch.push_back({.replication = r, .parameters = set});
        }
    }
    auto const outcomes = runs.run("routes", std::move(batch), with_tenth(runs));
    std::vector<Figures> by_outcome(counted_outcomes().size() + 1, Figures(mixes.size()));
    for (std::size_t run = 0; run < outcomes.size(); ++run) {
        for (std::size_t o = 0; o < by_outcome.size(); ++o) {
            by_outcome[o][run % mixes.size()].push_back(outcomes[run][o]);
        }
    }
    auto const& homes = by_outcome.front();
    std::array<std::size_t, route_count> pure{};
    for (std::size_t m = 0; m < of_simplex; ++m) {
        for (std::size_t r = 0; r < route_count; ++r) {
            if (mixtures[m].mix.at(r) == 1.0) {
                pure.at(r) = m;
            }
        }
    }
    std::vector<analysis::Worths> games;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        auto& game = games.emplace_back();
        for (std::size_t at_hand = 0; at_hand < subsets; ++at_hand) {
            game.push_back(homes[of_simplex + at_hand][r]);
        }
    }
    analysis::EffectTable shares{
        .key = "route_shares",
        .title = {"Wat elke route bijdraagt als hij erbij komt",
                  "What each route brings when it is added"},
        .sentence =
            {"Het totaal van het programma, verdeeld over de routes naar wat elk gemiddeld "
             "toevoegt bij een vast budget (Shapley); een route met een kleine bijdrage kan "
             "voor een andere onmisbaar zijn.",
             "The total of the programme, shared out over the routes by what each adds in "
             "the mean at a fixed budget (Shapley); a route with a small share may be what "
             "another one cannot do without."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::waterfall,
        .rows = {}};
    for (std::size_t r = 0; r < route_count; ++r) {
        std::vector<double> values;
        for (auto const& game : games) {
            values.push_back(analysis::shapley_values(game)[r]);
        }
        shares.rows.push_back(
            row_of(fmt::format("route_{}", r), route_names().at(r), analysis::estimate_of(values)));
    }
    auto const maps = phase_maps(runs);
    auto result = runs.frame();
    Figures const simplex_homes(homes.begin(),
                                homes.begin() + static_cast<std::ptrdiff_t>(of_simplex));
    result.tables = {simplex_table(mixtures, simplex_homes),
                     pure_table(mixtures, simplex_homes, pure, homes[of_simplex]),
                     pareto_table(mixtures, by_outcome), shares};
    result.tables.insert(result.tables.end(), maps.begin(), maps.end());
    return result;
}

} // namespace opschaling::app
