#include "analysis/statistics/moments.hpp"
#include "app/effects/outcomes.hpp"
#include "app/effects/routes.hpp"
#include "app/effects/whole_tables.hpp"
#include "app/study/read_figures.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;

struct LearningFigure {
    char const* series;
    BothLanguages label;
};

/// What is measured of beliefs each year (2.7), as the runs record it.
std::vector<LearningFigure> const& figures() {
    static std::vector<LearningFigure> const named{
        {"learning_local", {"leerkwaliteit van gemeenten", "quality of what gemeenten believe"}},
        {"learning_collective", {"leerkwaliteit van het KLP", "quality of what the KLP believes"}},
        {"learning_institutional",
         {"leerkwaliteit van het Rijk", "quality of what the Rijk believes"}},
        {"belief_bias", {"gemiddelde fout van wat het KLP gelooft", "mean error of the KLP"}},
        {"belief_coverage",
         {"waarheden binnen het 80 %-interval van het KLP",
          "truths within the KLP's 80 % interval"}},
        {"decision_regret",
         {"gemist door wat men het beste gelooft", "lost by what is believed best"}},
        {"typology_basis", {"kwaliteit van de vergelijkingsbasis", "quality of the basis"}},
        {"layer_accuracy", {"lagen goed ingeschat", "layers judged right"}},
        {"homes_gas_free_by_project",
         {"aardgasvrije woningen door projecten", "gas-free homes by projects"}}};
    return named;
}

/// Years at which the path of learning is shown.
std::vector<int> years_of(scenarios::Horizon const& horizon) {
    std::vector<int> years;
    for (int year = horizon.branch.year() - 1; year <= horizon.last.year(); year += 5) {
        years.push_back(year);
    }
    if (years.empty() || years.back() != horizon.last.year()) {
        years.push_back(horizon.last.year());
    }
    return years;
}

std::shared_ptr<models::Parameters const> shared(models::Parameters parameters) {
    return std::make_shared<models::Parameters const>(std::move(parameters));
}

/// The programme as it is, without seen results, and with beliefs that stay as they are.
constexpr std::size_t arms{3};

/// The programme as it is less another, for each counted outcome.
analysis::EffectTable value_table(std::string key, BothLanguages title, BothLanguages sentence,
                                  std::vector<std::vector<double>> const& outcomes,
                                  std::size_t against) {
    analysis::EffectTable table{.key = std::move(key),
                                .title = std::move(title),
                                .sentence = std::move(sentence),
                                .unit = {"eigen eenheid", "own unit"},
                                .chart = analysis::EffectChart::none,
                                .rows = {}};
    for (std::size_t o = 0; o < counted_outcomes().size(); ++o) {
        std::vector<double> differences;
        for (std::size_t r = 0; r < outcomes.size() / arms; ++r) {
            differences.push_back(outcomes[arms * r][o] - outcomes[arms * r + against][o]);
        }
        table.rows.push_back(row_of(counted_outcomes()[o].key, counted_outcomes()[o].label,
                                    analysis::estimate_of(differences)));
    }
    return table;
}

/// What seeing results and going on learning are worth in homes, held against the homes there are
/// without: a difference may well be zero.
std::vector<Watched> known_of(std::vector<std::vector<double>> const& outcomes) {
    auto const against = [&](std::size_t arm, std::string key, analysis::BothLanguages label) {
        std::vector<double> differences;
        std::vector<double> without;
        for (std::size_t first = 0; first < outcomes.size(); first += arms) {
            without.push_back(outcomes[first + arm].front());
            differences.push_back(outcomes[first].front() - without.back());
        }
        return Watched{
            .key = std::move(key),
            .label = std::move(label),
            .of = {"de aardgasvrije woningen zonder dat", "the gas-free homes without it"},
            .figure = {.interval = analysis::mean_interval(differences),
                       .size = analysis::mean(without)}};
    };
    return {against(1, "learning", {"woningen door te zien", "homes by seeing"}),
            against(2, "frozen", {"woningen door te leren", "homes by learning"})};
}

} // namespace

analysis::EffectResult effect_learning(EffectRuns& runs) {
    auto const& horizon = runs.study().horizon;
    auto blind = runs.study().parameters;
    blind.route.results_are_seen = false;
    auto frozen = runs.study().parameters;
    frozen.learning.learns_until = horizon.branch.year();
    std::array const parameters{shared(runs.study().parameters), shared(blind), shared(frozen)};
    auto const runs_of = [&](std::uint32_t replication) {
        std::vector<BatchRun> batch;
        for (auto const& arm : parameters) {
            batch.push_back({.replication = replication, .parameters = arm});
        }
        return batch;
    };
    auto const years = years_of(horizon);
    auto const counted = counted_outcomes().size();
    auto const follow = [&](FinishedRun const& run) {
        auto values = count_outcomes(run, horizon.branch, horizon.last);
        for (auto const& figure : figures()) {
            auto const series = series_named(run.shape, figure.series);
            for (int const year : years) {
                values.push_back(static_cast<double>(
                    figures_at(run.shape, run.figures, series, sim::Quarter::of(year, 4)).front()));
            }
        }
        return values;
    };
    auto const outcomes = runs.run_replications("learning", runs_of, follow, known_of);
    analysis::EffectTable quality{
        .key = "quality",
        .title = {"Wat men weet, naast wat er staat", "What is known, beside what stands"},
        .sentence = {"Kwaliteit 1 is alles weten, 0 is niets, onder 0 is op het verkeerde been; de "
                     "woningen "
                     "eronder laten zien dat veel bouwen en veel weten niet hetzelfde zijn.",
                     "Quality 1 is knowing all, 0 nothing, below 0 being misled; the homes beneath "
                     "show that "
                     "building much and knowing much are not the same."},
        .unit = {"eigen eenheid", "own unit"},
        .chart = analysis::EffectChart::none,
        .rows = {}};
    for (std::size_t f = 0; f < figures().size(); ++f) {
        for (std::size_t y = 0; y < years.size(); ++y) {
            std::vector<double> values;
            for (std::uint32_t r = 0; r < runs.replications(); ++r) {
                double const value = outcomes[arms * r][counted + f * years.size() + y];
                if (std::isfinite(value)) {
                    values.push_back(value);
                }
            }
            if (!values.empty()) {
                auto const& figure = figures()[f];
                quality.rows.push_back(row_of(fmt::format("{}_{}", figure.series, years[y]),
                                              {fmt::format("{}, {}", figure.label.nl, years[y]),
                                               fmt::format("{}, {}", figure.label.en, years[y])},
                                              analysis::estimate_of(values)));
            }
        }
    }
    auto result = runs.frame();
    result.tables = {
        value_table("learning",
                    {"Wat het waard is dat resultaten gezien worden",
                     "What it is worth that results are seen"},
                    {"Het verschil tussen een programma dat ziet wat eerder werkte en hetzelfde "
                     "programma dat dat vanaf het beginjaar niet meer ziet; wie wat leert staat er "
                     "niet in.",
                     "The difference between a programme that sees what worked before and the same "
                     "one that no longer does from its first year; who learns what is not in it."},
                    outcomes, 1),
        value_table(
            "frozen", {"Wat het waard is om door te leren", "What it is worth to go on learning"},
            {"Het verschil met hetzelfde programma waarin wat men gelooft vanaf het beginjaar "
             "vaststaat; onder nul leert men het verkeerde of kost leren meer dan het brengt.",
             "The difference from the same programme in which beliefs stay as they are from "
             "its first year; below zero what is learned is wrong or costs more than it "
             "brings."},
            outcomes, 2),
        quality};
    return result;
}

} // namespace opschaling::app
