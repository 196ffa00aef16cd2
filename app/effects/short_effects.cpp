#include "app/effects/short_effects.hpp"

#include "analysis/statistics/moments.hpp"
#include "app/effects/outcomes.hpp"
#include "app/effects/pilot_runs.hpp"
#include "app/effects/whole_design.hpp"
#include "app/effects/whole_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace opschaling::app {

namespace {

constexpr double percentage_points{100.0};

/// Rows that stand in for a table of the long form.
analysis::EffectTable table_named(std::string const& key, std::vector<analysis::EffectRow> rows) {
    return {.key = key,
            .title = {key, key},
            .sentence = {},
            .unit = {"eigen eenheid", "own unit"},
            .rows = std::move(rows)};
}

analysis::EffectRow mean_row(std::string const& key, std::vector<double> const& values) {
    return row_of(key, {key, key}, analysis::estimate_of(values));
}

analysis::EffectTable ends_of(std::string const& key, std::vector<double> const& at_scale,
                              std::vector<double> const& pilot) {
    std::vector<double> bias;
    for (std::size_t r = 0; r < pilot.size(); ++r) {
        bias.push_back(pilot[r] - at_scale[r]);
    }
    return table_named(
        key, {mean_row("at_scale", at_scale), mean_row("pilot", pilot), mean_row("bias", bias)});
}

} // namespace

analysis::EffectResult effect_non_additivity(EffectRuns& runs) {
    auto const players = players_of(runs.world());
    auto const how_many = static_cast<std::size_t>(runs.study().precision.singles);
    std::vector<analysis::PlayerSample> samples;
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        auto const& sample = samples.emplace_back(
            analysis::sample_players(players.strata, how_many, runs.seed(r), players.homes));
        batch.push_back(run_of(runs.world(), players, analysis::nobody(players.size()), r));
        batch.push_back(run_of(runs.world(), players, analysis::everybody(players.size()), r));
        for (auto const& drawn : sample.players) {
            for (auto const player : drawn) {
                batch.push_back(run_of(runs.world(), players,
                                       analysis::only(players.size(), std::array{player}), r));
            }
        }
    }
    auto const horizon = runs.study().horizon;
    auto const outcomes =
        runs.run("non_additivity", std::move(batch), [horizon](FinishedRun const& run) {
            return count_outcomes(run, horizon.branch, horizon.last);
        });
    auto const each = outcomes.size() / samples.size();
    std::vector<analysis::EffectRow> rows;
    for (std::size_t o = 0; o < counted_outcomes().size(); ++o) {
        std::vector<double> together;
        std::vector<double> parts;
        std::vector<double> difference;
        for (std::size_t r = 0; r < samples.size(); ++r) {
            std::vector<double> worths;
            for (std::size_t run = r * each; run < (r + 1) * each; ++run) {
                worths.push_back(outcomes[run][o]);
            }
            auto const alone = added_alone(samples[r], std::span{worths}.subspan(2), worths[0]);
            together.push_back(worths[1] - worths[0]);
            parts.push_back(analysis::estimate_slope(samples[r], alone).sum);
            difference.push_back(together.back() - parts.back());
        }
        auto const& key = counted_outcomes()[o].key;
        rows.push_back(mean_row(key + "_together", together));
        rows.push_back(mean_row(key + "_parts", parts));
        rows.push_back(mean_row(key + "_difference", difference));
    }
    auto result = runs.frame();
    result.tables = {table_named("whole", std::move(rows))};
    return result;
}

analysis::EffectResult effect_bias(EffectRuns& runs) {
    auto const of_pilots = gains_of_pilots(runs, {.from = 0, .to = runs.replications()});
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        auto const best = best_of_pilots(of_pilots[r]);
        batch.push_back(run_of(runs, r, {.as_pilot = 0, .showcase = best}));
        auto shown = models::all_as_pilot;
        shown.showcase = best;
        batch.push_back(run_of(runs, r, shown));
        batch.push_back(run_of(runs, r, models::PilotWorld{.as_pilot = 0}));
    }
    auto const outcomes = runs.run("ends", std::move(batch), gains);
    std::array<std::vector<double>, 3> ends;
    std::vector<double> mean_pilot;
    for (std::size_t run = 0; run < outcomes.size(); ++run) {
        ends.at(run % ends.size()).push_back(percentage_points * analysis::mean(outcomes[run]));
    }
    for (auto const& shown : of_pilots) {
        mean_pilot.push_back(percentage_points * analysis::mean(shown));
    }
    auto result = runs.frame();
    result.tables = {ends_of("showcase", ends[0], ends[1]), ends_of("mean", ends[2], mean_pilot)};
    return result;
}

std::optional<analysis::EffectResult> measure_short(std::string_view name, EffectRuns& runs) {
    if (name == "non-additivity") {
        return effect_non_additivity(runs);
    }
    if (name == "bias") {
        return effect_bias(runs);
    }
    return std::nullopt;
}

} // namespace opschaling::app
