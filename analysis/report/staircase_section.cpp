#include "analysis/grid/staircase.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

constexpr double percent{100.0};
constexpr double euro_per_million{1.0e6};
constexpr double kW_per_MW{1000.0};

std::string line_name(Staircase const& staircase, Wording const& wording) {
    return wording(staircase.is_warmtenet ? Phrase::staircase_warmtenet
                                          : Phrase::staircase_heat_pump,
                   fmt::arg("level", staircase.level_name));
}

/// Cost above the reference in millions, or peak above it in MW.
double rise_of(Staircase const& staircase, std::size_t step, bool of_cost) {
    auto const& first = staircase.steps.front();
    auto const& at = staircase.steps[step];
    return of_cost ? (at.cost - first.cost) / euro_per_million : (at.peak - first.peak) / kW_per_MW;
}

std::string chart_of(std::vector<Staircase> const& staircases, bool of_cost,
                     Wording const& wording) {
    LineChart chart;
    chart.id = of_cost ? "staircase_cost" : "staircase_peak";
    chart.title = wording(of_cost ? Phrase::staircase_cost_claim : Phrase::staircase_peak_claim);
    chart.description = wording(Phrase::staircase_text);
    chart.axis_label = wording(of_cost ? Phrase::staircase_cost_axis : Phrase::staircase_peak_axis);
    for (auto const& staircase : staircases) {
        for (auto const& step : staircase.steps) {
            double const share = std::round(step.share * percent);
            if (std::ranges::find(chart.years, share) == chart.years.end()) {
                chart.years.push_back(share);
            }
        }
    }
    std::ranges::sort(chart.years);
    std::size_t rank{0};
    for (auto const& staircase : staircases) {
        ChartLine line{.label = line_name(staircase, wording),
                       .look = variant_look(rank++),
                       .values = std::vector<double>(chart.years.size(), std::nan("")),
                       .low = {},
                       .high = {},
                       .draws_band = false};
        for (std::size_t i = 0; i < staircase.steps.size(); ++i) {
            double const share = std::round(staircase.steps[i].share * percent);
            auto const at = std::ranges::find(chart.years, share) - chart.years.begin();
            line.values[static_cast<std::size_t>(at)] = rise_of(staircase, i, of_cost);
        }
        chart.lines.push_back(std::move(line));
    }
    return draw_line_chart(chart, wording.language);
}

std::string table_of(std::vector<Staircase> const& staircases, Wording const& wording) {
    MarkupTable table{.caption = wording(Phrase::staircase_heading), .head = {}, .rows = {}};
    table.head = {wording(Phrase::staircase_line), wording(Phrase::staircase_share),
                  wording(Phrase::staircase_cost_axis), wording(Phrase::staircase_peak_axis)};
    for (auto const& staircase : staircases) {
        for (std::size_t i = 0; i < staircase.steps.size(); ++i) {
            table.rows.push_back({line_name(staircase, wording),
                                  wording.number(staircase.steps[i].share * percent),
                                  wording.number(rise_of(staircase, i, true), 2),
                                  wording.number(rise_of(staircase, i, false), 2)});
        }
    }
    return to_markup(table);
}

std::string verdict_of(Staircase const& staircase, Wording const& wording) {
    auto const verdict = judge(staircase);
    return paragraph(wording(
        verdict.steepens() ? Phrase::staircase_steepens : Phrase::staircase_does_not_steepen,
        fmt::arg("line", line_name(staircase, wording)),
        fmt::arg("first", wording.number(verdict.first_quarter / kW_per_MW, 2)),
        fmt::arg("second", wording.number(verdict.second_quarter / kW_per_MW, 2)),
        fmt::arg("bend", wording.number(verdict.bend * percent))));
}

} // namespace

std::string staircase_section(ReportSubject const& subject) {
    auto const staircases = read_staircases(subject.file);
    if (staircases.empty()) {
        return {};
    }
    auto const& wording = subject.wording;
    auto markup =
        fmt::format("<section>\n{}{}", heading(3, wording(Phrase::staircase_heading), "staircase"),
                    paragraph(wording(Phrase::staircase_text)));
    markup += figure(chart_of(staircases, true, wording), wording(Phrase::staircase_cost_claim),
                     foldable(wording(Phrase::as_table), table_of(staircases, wording)));
    markup +=
        figure(chart_of(staircases, false, wording), wording(Phrase::staircase_peak_claim), {});
    for (auto const& staircase : staircases) {
        markup += verdict_of(staircase, wording);
    }
    return markup + "</section>\n";
}

} // namespace opschaling::analysis
