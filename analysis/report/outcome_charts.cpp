#include "analysis/report/outcome_charts.hpp"

#include "analysis/report/interval_chart.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

std::string axis_label(Outcome const& outcome, Measure const& measure, Wording const& wording) {
    return measure.labelled(wording.label(outcome.declaration));
}

/// "Groei 123, Replicatie 120, ...": the final figures for who cannot see the chart.
std::string spoken_levels(Outcome const& outcome, ResultPlan const& plan, Measure const& measure,
                          Wording const& wording) {
    std::string text;
    for (auto const& compared : outcome.finally()) {
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : ", ",
                        wording.name(plan.variants[compared.variant]), measure.text(compared.mean));
    }
    return text;
}

std::vector<double> as_numbers(std::vector<int> const& years) {
    return {years.begin(), years.end()};
}

ChartLine line_of(Outcome const& outcome, std::size_t variant, std::string label, LineLook look,
                  Measure const& measure, bool draws_band) {
    ChartLine line{.label = std::move(label),
                   .look = std::move(look),
                   .values = {},
                   .low = {},
                   .high = {},
                   .draws_band = draws_band};
    for (auto const& level : outcome.levels[variant]) {
        line.values.push_back(measure.scaled(level.mean));
        line.low.push_back(measure.scaled(level.low));
        line.high.push_back(measure.scaled(level.high));
    }
    return line;
}

double highest_edge(Outcome const& outcome, Measure const& measure) {
    double highest = 0.0;
    for (auto const& of_variant : outcome.levels) {
        for (auto const& level : of_variant) {
            if (std::isfinite(level.high)) {
                highest = std::max(highest, measure.scaled(level.high));
            }
        }
    }
    return highest;
}

} // namespace

std::vector<LineLook> looks_of(ResultPlan const& plan) {
    std::vector<LineLook> looks;
    std::size_t rank = 0;
    for (auto const& variant : plan.variants) {
        looks.push_back(variant.is_reference && plan.variants.size() > 1 ? reference_look()
                                                                         : variant_look(rank++));
    }
    return looks;
}

std::string claim_of_levels(Outcome const& outcome, ResultPlan const& plan,
                            Wording const& wording) {
    auto const highest = outcome.highest();
    auto const lowest = outcome.lowest();
    auto const label = wording.label(outcome.declaration);
    if (highest == lowest) {
        return wording(Phrase::claim_equal, fmt::arg("label", label),
                       fmt::arg("year", outcome.final_year()));
    }
    return wording(Phrase::claim_levels, fmt::arg("label", label),
                   fmt::arg("year", outcome.final_year()),
                   fmt::arg("highest", wording.name(plan.variants[highest])),
                   fmt::arg("lowest", wording.name(plan.variants[lowest])));
}

std::string claim_of_differences(Outcome const& outcome, ResultPlan const& plan,
                                 Wording const& wording) {
    auto const& compared = outcome.finally();
    auto const distinct = std::ranges::count_if(compared, [](auto const& variant) {
        return variant.difference && variant.difference->is_distinct_from_zero();
    });
    auto const reference = wording.name(plan.variants[plan.reference()]);
    auto const label = wording.label(outcome.declaration);
    if (distinct == 0) {
        return wording(Phrase::claim_no_differences, fmt::arg("label", label),
                       fmt::arg("year", outcome.final_year()), fmt::arg("reference", reference));
    }
    return wording(Phrase::claim_differences, fmt::arg("label", label),
                   fmt::arg("year", outcome.final_year()), fmt::arg("distinct", distinct),
                   fmt::arg("all", compared.size() - 1), fmt::arg("reference", reference));
}

std::string levels_chart(Outcome const& outcome, ResultPlan const& plan, Wording const& wording,
                         ChartSize size, bool shows_title) {
    Measure const measure{outcome, wording};
    auto const looks = looks_of(plan);
    LineChart chart{
        .id = "levels-" + outcome.declaration.name,
        .title = claim_of_levels(outcome, plan, wording),
        .description = wording(Phrase::describes_levels, fmt::arg("first", outcome.years.front()),
                               fmt::arg("year", outcome.final_year()),
                               fmt::arg("figures", spoken_levels(outcome, plan, measure, wording))),
        .axis_label = axis_label(outcome, measure, wording),
        .years = as_numbers(outcome.years),
        .lines = {},
        .marked_year = static_cast<double>(plan.branch.year() - 1),
        .mark_label = size == ChartSize::full ? wording(Phrase::branch_mark) : "",
        .band_opacity = plan.variants.size() == 1 ? 0.25 : 0.10,
        .shows_title = shows_title};
    if (size == ChartSize::half) {
        chart.width = 560.0;
        chart.height = 290.0;
    }
    for (std::size_t variant = 0; variant < plan.variants.size(); ++variant) {
        chart.lines.push_back(line_of(outcome, variant, wording.name(plan.variants[variant]),
                                      looks[variant], measure,
                                      shows_title || plan.variants.size() == 1));
    }
    return draw_line_chart(chart, wording.language);
}

std::string claim_of_band(Outcome const& outcome, ResultPlan const& plan, std::size_t variant,
                          Wording const& wording) {
    Measure const measure{outcome, wording};
    auto const& level = outcome.levels[variant].back();
    return wording(Phrase::claim_band, fmt::arg("variant", wording.name(plan.variants[variant])),
                   fmt::arg("mean", measure.with_unit(level.mean)),
                   fmt::arg("year", outcome.final_year()), fmt::arg("low", measure.text(level.low)),
                   fmt::arg("high", measure.text(level.high)));
}

std::string band_chart(Outcome const& outcome, ResultPlan const& plan, std::size_t variant,
                       Wording const& wording) {
    Measure const measure{outcome, wording};
    auto const looks = looks_of(plan);
    auto const name = wording.name(plan.variants[variant]);
    LineChart chart{
        .id = fmt::format("band-{}-{}", outcome.declaration.name, plan.variants[variant].name),
        .title = claim_of_band(outcome, plan, variant, wording),
        .description =
            wording(Phrase::describes_band, fmt::arg("label", wording.label(outcome.declaration)),
                    fmt::arg("variant", name)),
        .axis_label = axis_label(outcome, measure, wording),
        .years = as_numbers(outcome.years),
        .lines = {},
        .mark_label = {},
        .highest = highest_edge(outcome, measure),
        .width = 430.0,
        .height = 250.0};
    auto const reference = plan.reference();
    if (reference != variant) {
        chart.lines.push_back(line_of(outcome, reference, wording(Phrase::reference_mark),
                                      looks[reference], measure, false));
    }
    // The caption names the variant; every panel is then equally wide.
    chart.lines.push_back(line_of(outcome, variant,
                                  reference == variant ? wording(Phrase::reference_mark) : "",
                                  looks[variant], measure, true));
    return draw_line_chart(chart, wording.language);
}

std::string differences_chart(Outcome const& outcome, ResultPlan const& plan,
                              Wording const& wording) {
    Measure const measure{outcome, wording};
    auto const looks = looks_of(plan);
    IntervalChart chart{
        .id = "differences-" + outcome.declaration.name,
        .title = claim_of_differences(outcome, plan, wording),
        .description = {},
        .axis_label = measure.labelled(
            wording(Phrase::difference_axis, fmt::arg("label", wording.label(outcome.declaration)),
                    fmt::arg("year", outcome.final_year()))),
        .less_label = wording(Phrase::less_than_reference),
        .more_label = wording(Phrase::more_than_reference),
        .rows = {}};
    std::string spoken;
    for (auto const& compared : outcome.finally()) {
        if (!compared.difference) {
            continue;
        }
        auto const& difference = *compared.difference;
        auto const name = wording.name(plan.variants[compared.variant]);
        auto const words = measure.interval_text(difference);
        chart.rows.push_back({.label = name,
                              .look = looks[compared.variant],
                              .mean = measure.scaled(difference.mean),
                              .low = measure.scaled(difference.interval.low),
                              .high = measure.scaled(difference.interval.high),
                              .value_text = words});
        chart.is_indicative = chart.is_indicative || difference.is_indicative;
        spoken += fmt::format("{}{} {}", spoken.empty() ? "" : ", ", name, words);
    }
    chart.description =
        wording(Phrase::describes_differences, fmt::arg("year", outcome.final_year()),
                fmt::arg("figures", spoken));
    return draw_interval_chart(chart, wording.language);
}

} // namespace opschaling::analysis
