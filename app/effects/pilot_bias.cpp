#include "app/effects/pilot_bias.hpp"

#include "analysis/effects/exact_game.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/statistics/moments.hpp"
#include "app/effects/pilot_runs.hpp"
#include "app/effects/whole_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;
using models::PilotCause;

struct NamedCause {
    char const* key;
    BothLanguages label;
};

std::array<NamedCause, models::pilot_causes> const& causes() {
    static std::array<NamedCause, models::pilot_causes> const named{
        {{"selection", {"selectie van wijken", "selection of wijken"}},
         {"resources", {"middelen", "resources"}},
         {"exemption", {"ontheffing", "exemption"}},
         {"equilibrium",
          {"evenwicht: weinig wijken tegelijk", "equilibrium: few wijken at a time"}},
         {"context", {"context waar het voor gemaakt is", "context that it was made for"}},
         {"executor", {"uitvoerders", "executors"}},
         {"chance", {"toeval", "chance"}}}};
    return named;
}

/// One game a replication: the worth of every world.
using Games = std::vector<analysis::Worths>;

constexpr std::uint32_t worlds{std::uint32_t{1} << models::pilot_causes};

/// What the worlds of each replication gave: gain and cost of the showcase's 128, then of the mean
/// pilot's.
struct Played {
    std::vector<std::vector<double>> outcomes;

    /// One figure of one of the two, a game a replication.
    [[nodiscard]] Games games(bool showcase, std::size_t figure) const {
        Games games;
        for (std::size_t first = showcase ? 0 : worlds; first < outcomes.size();
             first += 2 * std::size_t{worlds}) {
            auto& game = games.emplace_back();
            for (std::size_t world = 0; world < worlds; ++world) {
                game.push_back(outcomes[first + world][figure]);
            }
        }
        return games;
    }
};

/// Runs all worlds of some replications; the showcase is the pilot that did best in its own.
void play(EffectRuns& runs, Round round, Played& played) {
    auto const of_pilots = gains_of_pilots(runs, round);
    std::vector<BatchRun> batch;
    for (std::uint32_t r = round.from; r < round.to; ++r) {
        auto const best = best_of_pilots(of_pilots[r - round.from]);
        for (auto const showcase : {std::optional{best}, std::optional<std::uint32_t>{}}) {
            for (std::uint32_t world = 0; world < worlds; ++world) {
                batch.push_back(run_of(runs, r, {.as_pilot = world, .showcase = showcase}));
            }
        }
    }
    auto outcomes = runs.run(round.part("worlds"), std::move(batch), gain_and_cost);
    std::ranges::move(outcomes, std::back_inserter(played.outcomes));
}

template <typename Value>
analysis::Estimate over(Games const& games, Value&& value) {
    std::vector<double> values;
    for (auto const& game : games) {
        values.push_back(value(game));
    }
    return analysis::estimate_of(values);
}

constexpr double percentage_points{100.0};

analysis::Estimate scaled(analysis::Estimate estimate, double factor) {
    estimate.mean *= factor;
    estimate.interval = {estimate.interval.low * factor, estimate.interval.high * factor};
    for (double& value : estimate.values) {
        value *= factor;
    }
    return estimate;
}

analysis::Estimate bias_of(Games const& games, double factor) {
    return scaled(over(games, [](auto const& g) { return g.back() - g.front(); }), factor);
}

/// The bias in percentage points, held against itself.
Watched known_of(std::string key, BothLanguages const& pilot, Games const& games) {
    auto const bias = bias_of(games, percentage_points);
    return {.key = std::move(key),
            .label = {"vertekening, " + pilot.nl, "bias, " + pilot.en},
            .of = {"de vertekening", "the bias"},
            .figure = {.interval = bias.interval, .size = bias.mean}};
}

/// A number as it stands in a sentence of either language.
BothLanguages in_words(double value, int decimals) {
    return {analysis::number_text(value, decimals, analysis::Language::dutch),
            analysis::number_text(value, decimals, analysis::Language::english)};
}

/// The reading of a waterfall, with the two figures that it joins.
BothLanguages reading_of(Games const& games, double factor, bool is_cost) {
    auto const decimals = is_cost ? 0 : 1;
    auto const at_scale =
        in_words(factor * over(games, [](auto const& g) { return g.front(); }).mean, decimals);
    auto const shown =
        in_words(factor * over(games, [](auto const& g) { return g.back(); }).mean, decimals);
    return {fmt::format("{}; elke balk daartussen is wat één oorzaak uitmaakt, en een grote balk "
                        "zegt niet dat de proeftuin iets fout deed.",
                        is_cost ? fmt::format("Bij opschaling kost een woning {} euro, in de "
                                              "proeftuin {}",
                                              at_scale.nl, shown.nl)
                                : fmt::format("Bij opschaling gaan er {} van de 100 woningen van "
                                              "het gas, de proeftuin liet {} zien",
                                              at_scale.nl, shown.nl)),
            fmt::format("{}; each bar in between is what one cause makes of it, and a large bar "
                        "does not say that the pilot did anything wrong.",
                        is_cost ? fmt::format("At scale a home costs {} euros, in the pilot {}",
                                              at_scale.en, shown.en)
                                : fmt::format("At scale {} of 100 homes leave gas, the pilot "
                                              "showed {}",
                                              at_scale.en, shown.en))};
}

analysis::EffectTable bias_table(std::string key, BothLanguages title, BothLanguages unit,
                                 Games const& games, double factor) {
    analysis::EffectTable table{.key = std::move(key),
                                .title = std::move(title),
                                .sentence = reading_of(games, factor, factor == 1.0),
                                .unit = std::move(unit),
                                .chart = analysis::EffectChart::waterfall,
                                .rows = {}};
    table.rows.push_back(
        row_of("at_scale", {"bij opschaling", "at scale"},
               scaled(over(games, [](auto const& g) { return g.front(); }), factor)));
    for (std::size_t cause = 0; cause < models::pilot_causes; ++cause) {
        table.rows.push_back(row_of(
            causes().at(cause).key, causes().at(cause).label,
            scaled(
                over(games, [cause](auto const& g) { return analysis::shapley_values(g)[cause]; }),
                factor)));
    }
    table.rows.push_back(
        row_of("pilot", {"in de proeftuin", "in the pilot"},
               scaled(over(games, [](auto const& g) { return g.back(); }), factor)));
    table.rows.push_back(row_of("bias", {"vertekening", "bias"}, bias_of(games, factor)));
    table.rows.push_back(row_of(
        "interaction", {"waarvan alleen samen te zien", "of which seen together only"},
        scaled(over(games, [](auto const& g) { return analysis::non_additivity(g); }), factor)));
    return table;
}

/// Interactions of the three largest causes.
analysis::EffectTable pair_table(Games const& games) {
    analysis::EffectTable table{
        .key = "pairs",
        .title = {"Oorzaken die elkaar versterken", "Causes that strengthen one another"},
        .sentence =
            {"Boven nul versterken twee oorzaken elkaar, onder nul nemen zij elkaars werk "
             "over; alleen de drie grootste oorzaken staan erin.",
             "Above zero two causes strengthen one another, below zero one does the other's "
             "work; only the three largest causes are shown."},
        .unit = {"procentpunten", "percentage points"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    std::vector<std::pair<double, std::size_t>> size;
    for (std::size_t cause = 0; cause < models::pilot_causes; ++cause) {
        auto const mean =
            over(games, [cause](auto const& g) { return analysis::shapley_values(g)[cause]; }).mean;
        size.emplace_back(-std::abs(mean), cause);
    }
    std::ranges::sort(size);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = i + 1; j < 3; ++j) {
            auto const a = std::min(size[i].second, size[j].second);
            auto const b = std::max(size[i].second, size[j].second);
            auto const& first = causes().at(a);
            auto const& second = causes().at(b);
            table.rows.push_back(row_of(fmt::format("{}_{}", first.key, second.key),
                                        {first.label.nl + " × " + second.label.nl,
                                         first.label.en + " × " + second.label.en},
                                        scaled(over(games,
                                                    [a, b](auto const& g) {
                                                        return analysis::pair_interactions(
                                                            g)[a * models::pilot_causes + b];
                                                    }),
                                               percentage_points)));
        }
    }
    return table;
}

/// Four of List's five vital signs (2022), and the causes that they gather.
analysis::EffectTable sign_table(Games const& showcase) {
    analysis::EffectTable table{
        .key = "vital_signs",
        .title = {"Vier tekenen dat iets niet schaalt", "Four signs that something does not scale"},
        .sentence =
            {"De vertekening van de etalagepilot naar vier van de vijf tekenen van List (2022): "
             "hoe verder naar rechts, hoe meer dat teken voorspelt dat opschaling tegenvalt "
             "(omstandigheden zijn middelen, ontheffing, uitvoerders en context); het zegt niets "
             "over "
             "een bepaalde wijk.",
             "The bias of the showcase by four of the five signs of List (2022): the farther to "
             "the right, the more that sign tells of disappointment to come (circumstances are "
             "resources, exemption, executors and context); it says nothing of any one wijk."},
        .unit = {"procentpunten", "percentage points"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    auto const together = [&](std::initializer_list<PilotCause> of) {
        std::vector<std::size_t> const which = [&] {
            std::vector<std::size_t> places;
            for (auto const cause : of) {
                places.push_back(static_cast<std::size_t>(cause));
            }
            return places;
        }();
        return scaled(over(showcase,
                           [&](auto const& g) {
                               auto const values = analysis::shapley_values(g);
                               double sum{0.0};
                               for (auto const place : which) {
                                   sum += values[place];
                               }
                               return sum;
                           }),
                      percentage_points);
    };
    table.rows = {row_of("false_positive", {"vals positief (toeval)", "false positive (chance)"},
                         together({PilotCause::chance})),
                  row_of("population", {"andere mensen (selectie)", "other people (selection)"},
                         together({PilotCause::selection})),
                  row_of("situation", {"andere omstandigheden", "other circumstances"},
                         together({PilotCause::resources, PilotCause::exemption,
                                   PilotCause::executor, PilotCause::context})),
                  row_of("spillovers", {"wisselwerking (evenwicht)", "spillovers (equilibrium)"},
                         together({PilotCause::equilibrium}))};
    return table;
}

/// List's fifth sign, which has a unit of its own.
analysis::EffectTable cost_sign_table(Games const& cost) {
    return {.key = "cost_trap",
            .title = {"Het vijfde teken: de kostenval", "The fifth sign: the cost trap"},
            .sentence = {"Rechts van nul kost een woning bij opschaling meer dan de etalagepilot "
                         "deed geloven; het zegt niet of dat geld goed besteed is.",
                         "Right of zero a home costs more at scale than the showcase made "
                         "believe; it does not say whether that money is well spent."},
            .unit = {"euro per woning van het gas", "EUR per home off gas"},
            .chart = analysis::EffectChart::intervals,
            .rows = {row_of("cost_trap", {"kostenval", "cost trap"},
                            over(cost, [](auto const& g) { return g.front() - g.back(); }))}};
}

} // namespace

analysis::EffectResult effect_pilot_bias(EffectRuns& runs) {
    Played played;
    runs.run_until_known(
        [&](Round round) { play(runs, round, played); },
        [&] {
            return std::vector{
                known_of("showcase", {"etalagepilot", "showcase"}, played.games(true, 0)),
                known_of("mean", {"gemiddelde proeftuin", "mean pilot"}, played.games(false, 0))};
        });
    auto const showcase = played.games(true, 0);
    auto const cost = played.games(true, 1);
    auto const mean = played.games(false, 0);
    BothLanguages const points{"procentpunten woningen van het gas",
                               "percentage points of homes off gas"};
    auto result = runs.frame();
    result.tables = {
        bias_table("showcase", {"De etalagepilot", "The showcase pilot"}, points, showcase,
                   percentage_points),
        bias_table("mean", {"De gemiddelde proeftuin", "The mean pilot"}, points, mean,
                   percentage_points),
        bias_table("cost",
                   {"Kosten per woning bij de etalagepilot", "Cost per home of the showcase"},
                   {"euro per woning van het gas", "EUR per home off gas"}, cost, 1.0),
        pair_table(showcase),
        sign_table(showcase),
        cost_sign_table(cost)};
    return result;
}

} // namespace opschaling::app
