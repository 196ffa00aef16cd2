#include "app/effects/route_tables.hpp"

#include "analysis/statistics/moments.hpp"
#include "app/effects/whole_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace opschaling::app {

namespace {

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

} // namespace

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
        table.rows.push_back(
            row_of(mixtures[m].key, mixtures[m].label, analysis::estimate_of(values)));
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
    table.rows.push_back(row_of(
        "best",
        {"beste mengsel: " + mixtures[best].label.nl, "best mixture: " + mixtures[best].label.en},
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
            table.rows.push_back(row_of(mixtures[m].key, mixtures[m].label,
                                        analysis::estimate_of(by_outcome[0][m])));
        }
    }
    return table;
}

analysis::EffectTable route_share_table(std::vector<analysis::Worths> const& games) {
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
    std::vector<double> totals;
    for (auto const& game : games) {
        totals.push_back(game.back() - game.front());
    }
    shares.rows.push_back(row_of("total", {"alle vier gelijk verdeeld", "all four in equal parts"},
                                 analysis::estimate_of(totals)));
    return shares;
}

} // namespace opschaling::app
