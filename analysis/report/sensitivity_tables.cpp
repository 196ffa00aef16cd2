#include "analysis/report/interval_chart.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/parameter_name.hpp"
#include "analysis/report/sweep_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr std::size_t shown_rows{5};
constexpr int share_decimals{3};

FindingCell share_cell(double share, SweepWording const& words) {
    double const shown = std::abs(share) < 0.5e-3 ? 0.0 : share;
    return {.text = words.wording.number(shown, share_decimals), .value = share};
}

FindingCell bound_cell(Interval const& interval, SweepWording const& words) {
    if (std::isnan(interval.low)) {
        return {.text = "–"};
    }
    return {.text = fmt::format("[{}; {}]", words.wording.number(interval.low, share_decimals),
                                words.wording.number(interval.high, share_decimals))};
}

std::string about(SweepPhrase phrase, SweepTable const& table, AboutOutcome const& finding,
                  SweepWording const& words) {
    return words(phrase, fmt::arg("outcome", name_of(table.outcomes[finding.outcome], words)),
                 fmt::arg("policy", name_of(table.policies[finding.policy], words)));
}

std::string file_of(std::string_view method, SweepTable const& table, AboutOutcome const& finding) {
    return fmt::format("{}_{}_{}", method, table.outcomes[finding.outcome].name,
                       table.policies[finding.policy].name);
}

std::vector<std::string> labels_of(SweepTable const& table, std::vector<std::size_t> const& which,
                                   SweepWording const& words) {
    std::vector<std::string> labels;
    labels.reserve(which.size());
    for (std::size_t const input : which) {
        labels.push_back(parameter_name(table.inputs[input].label, words.wording.language));
    }
    return labels;
}

/// Inputs and chance with their shares, the largest first.
struct NamedShares {
    std::string label;
    VarianceShares shares;
};

std::vector<NamedShares> in_order(SweepTable const& table, SobolIndices const& indices,
                                  SweepWording const& words) {
    std::vector<NamedShares> all;
    for (std::size_t i = 0; i < indices.inputs.size(); ++i) {
        all.push_back({table.inputs[i].label, indices.inputs[i]});
    }
    for (auto const& chance : indices.chance) {
        all.push_back({words(SweepPhrase::chance), chance});
    }
    if (indices.varies) {
        std::ranges::stable_sort(all, std::greater{},
                                 [](auto const& one) { return one.shares.total.value; });
    }
    return all;
}

void note_rows(DesignShape const& shape, std::vector<DroppedRow> const& dropped, std::size_t used,
               std::vector<std::string>& notes, SweepWording const& words) {
    auto const number = [&](std::size_t count) {
        return words.wording.number(static_cast<double>(count));
    };
    if (dropped.empty()) {
        notes.push_back(words(SweepPhrase::rows_used, fmt::arg("rows", number(used))));
        return;
    }
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min(dropped.size(), shown_rows); ++i) {
        named.push_back(words(SweepPhrase::dropped_row, fmt::arg("row", number(dropped[i].row)),
                              fmt::arg("scramble", number(dropped[i].scramble)),
                              fmt::arg("point", number(dropped[i].point))));
    }
    notes.push_back(
        words(SweepPhrase::rows_dropped, fmt::arg("dropped", number(dropped.size())),
              fmt::arg("rows", number(shape.rows * shape.scrambles)),
              fmt::arg("which", fmt::format("{}{}", fmt::join(named, "; "),
                                            dropped.size() > shown_rows ? "; …" : ""))));
}

void note_convergence(SweepTable const& table, Convergence const& judged,
                      std::vector<std::string>& notes, SweepWording const& words) {
    auto const widest = words.wording.number(judged.widest, share_decimals);
    notes.push_back(words(judged.figures_settled ? SweepPhrase::settled
                          : judged.ranks_settled ? SweepPhrase::ranks_only
                                                 : SweepPhrase::not_settled,
                          fmt::arg("widest", widest)));
    if (judged.figures_settled && !judged.ranks_settled) {
        notes.push_back(words(SweepPhrase::ranks_unsettled));
    }
    if (!judged.without_influence.empty()) {
        notes.push_back(words(
            SweepPhrase::without_influence,
            fmt::arg("inputs",
                     fmt::format("{}", fmt::join(labels_of(table, judged.without_influence, words),
                                                 ", ")))));
    }
    if (!judged.undecided.empty()) {
        notes.push_back(
            words(SweepPhrase::undecided,
                  fmt::arg("inputs",
                           fmt::format(
                               "{}", fmt::join(labels_of(table, judged.undecided, words), ", ")))));
    }
    if (judged.first_exceeds_one) {
        notes.push_back(words(SweepPhrase::warn_first_sum));
    }
    if (judged.first_exceeds_total) {
        notes.push_back(words(SweepPhrase::warn_first_total));
    }
    if (judged.estimators_disagree) {
        notes.push_back(words(SweepPhrase::warn_estimators));
    }
}

IntervalRow chart_row(std::string label, SensitivityEstimate const& estimate, std::string text) {
    return {.label = std::move(label),
            .look = {std::string{palette::blue}, ""},
            .mean = estimate.value,
            .low = estimate.interval.low,
            .high = estimate.interval.high,
            .value_text = std::move(text)};
}

std::string chart_of(std::string const& id, std::string const& title, std::string const& axis,
                     std::vector<IntervalRow> rows, SweepWording const& words) {
    IntervalChart const chart{.id = id,
                              .title = title,
                              .description = words(SweepPhrase::chart_text),
                              .axis_label = axis,
                              .less_label = {},
                              .more_label = {},
                              .rows = std::move(rows)};
    return draw_interval_chart(chart, words.wording.language);
}

} // namespace

FindingTable sobol_table(SweepTable const& table, SobolFinding const& finding,
                         SweepWording const& words) {
    auto const& indices = finding.indices;
    FindingTable made{.name = file_of("sobol", table, finding),
                      .caption = about(SweepPhrase::sobol_caption, table, finding, words),
                      .head = {words(SweepPhrase::input), words(SweepPhrase::sobol_alone),
                               words(SweepPhrase::interval), words(SweepPhrase::sobol_total),
                               words(SweepPhrase::interval)},
                      .rows = {},
                      .notes = {},
                      .chart = {}};
    std::vector<IntervalRow> bars;
    for (auto const& [label, shares] : in_order(table, indices, words)) {
        made.rows.push_back({{.text = parameter_name_and_path(label, words.wording.language)},
                             share_cell(shares.first.value, words),
                             bound_cell(shares.first.interval, words),
                             share_cell(shares.total.value, words),
                             bound_cell(shares.total.interval, words)});
        bars.push_back(chart_row(parameter_name(label, words.wording.language), shares.total,
                                 share_cell(shares.total.value, words).text));
    }
    if (!indices.varies) {
        made.notes.push_back(words(SweepPhrase::sobol_constant));
        return made;
    }
    made.chart = chart_of(made.name, made.caption, words(SweepPhrase::chart_sobol_axis),
                          std::move(bars), words);
    made.notes.push_back(words(SweepPhrase::sobol_reading));
    for (auto const& chance : indices.chance) {
        made.notes.push_back(
            words(SweepPhrase::sobol_noise,
                  fmt::arg("share", percent_cell(chance.first.value, words).text)));
    }
    note_rows(table.design.shape, indices.dropped, indices.rows, made.notes, words);
    made.notes.push_back(words(indices.source == IntervalSource::scrambles
                                   ? SweepPhrase::by_scrambles
                                   : SweepPhrase::by_bootstrap));
    note_convergence(table, finding.convergence, made.notes, words);
    return made;
}

FindingTable effects_table(SweepTable const& table, EffectsFinding const& finding,
                           SweepWording const& words) {
    auto const& effects = finding.effects;
    double largest{0.0};
    for (auto const& effect : effects.inputs) {
        largest = std::max(largest, std::abs(effect.magnitude.value));
    }
    auto const& outcome = table.outcomes[finding.outcome];
    Measure const measure{outcome.unit, largest, words.wording};
    auto const cell = [&](double value) {
        return FindingCell{.text = measure.text(value), .value = value};
    };
    FindingTable made{.name = file_of("morris", table, finding),
                      .caption = about(SweepPhrase::effects_caption, table, finding, words),
                      .head = {words(SweepPhrase::input),
                               measure.labelled(words(SweepPhrase::effects_size)),
                               words(SweepPhrase::interval), words(SweepPhrase::effects_mean),
                               words(SweepPhrase::effects_spread)},
                      .rows = {},
                      .notes = {},
                      .chart = {}};
    std::vector<std::size_t> order(effects.inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t input) {
        return effects.inputs[input].magnitude.value;
    });
    std::vector<IntervalRow> bars;
    for (std::size_t const input : order) {
        auto const& effect = effects.inputs[input];
        auto const& size = effect.magnitude;
        made.rows.push_back(
            {{.text = parameter_name_and_path(table.inputs[input].label, words.wording.language)},
             cell(size.value),
             {.text = fmt::format("[{}; {}]", measure.text(size.interval.low),
                                  measure.text(size.interval.high))},
             cell(effect.mean),
             cell(effect.spread)});
        SensitivityEstimate const scaled{
            measure.scaled(size.value),
            {measure.scaled(size.interval.low), measure.scaled(size.interval.high)}};
        bars.push_back(chart_row(parameter_name(table.inputs[input].label, words.wording.language),
                                 scaled, measure.text(size.value)));
    }
    made.chart =
        chart_of(made.name, made.caption, measure.labelled(words(SweepPhrase::chart_effects_axis)),
                 std::move(bars), words);
    made.notes.push_back(words(SweepPhrase::effects_reading));
    note_rows(table.design.shape, effects.dropped, effects.trajectories, made.notes, words);
    if (!std::isnan(effects.noise_floor)) {
        made.notes.push_back(words(SweepPhrase::effects_noise,
                                   fmt::arg("floor", measure.with_unit(effects.noise_floor))));
    }
    return made;
}

FindingTable given_data_table(SweepTable const& table, GivenDataFinding const& finding,
                              SweepWording const& words) {
    FindingTable made{.name = file_of("given_data", table, finding),
                      .caption = about(SweepPhrase::given_caption, table, finding, words),
                      .head = {words(SweepPhrase::input), words(SweepPhrase::given_share),
                               words(SweepPhrase::given_chance_level)},
                      .rows = {},
                      .notes = {words(SweepPhrase::given_reading,
                                      fmt::arg("points", words.wording.number(static_cast<double>(
                                                             finding.points))))},
                      .chart = {}};
    std::vector<std::size_t> order(finding.inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t input) { return finding.inputs[input].first; });
    for (std::size_t const input : order) {
        made.rows.push_back(
            {{.text = parameter_name_and_path(table.inputs[input].label, words.wording.language)},
             share_cell(finding.inputs[input].first, words),
             share_cell(finding.inputs[input].chance_level, words)});
    }
    return made;
}

} // namespace opschaling::analysis
