#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace opschaling::analysis {

namespace {

/// A point of the source, whom it is for, and the series that counts something of it.
struct Point {
    Phrase text;
    Phrase whom;
    std::string_view series;
};

constexpr std::array points{
    Point{Phrase::point_verification, Phrase::for_rijk, "projects_verifying"},
    Point{Phrase::point_learning, Phrase::for_klp, "learning_collective"},
    Point{Phrase::point_scale, Phrase::for_all, "layer_accuracy"},
    Point{Phrase::point_scalers, Phrase::for_local, "take_overs_wanted"},
    Point{Phrase::point_staff, Phrase::for_rijk, "rules_in_force"}};

std::string figures_of(ReportSubject const& subject, Outcome const& outcome) {
    auto const& wording = subject.wording;
    auto const& last = outcome.finally();
    auto const highest = outcome.highest();
    auto const lowest = outcome.lowest();
    auto const text = [&](std::size_t variant) { return wording.number(last[variant].mean, 2); };
    if (text(highest) == text(lowest)) {
        return wording(Phrase::meaning_same, fmt::arg("most", text(highest)));
    }
    return wording(Phrase::meaning_range, fmt::arg("most", text(highest)),
                   fmt::arg("highest", wording.name(subject.plan.variants[highest])),
                   fmt::arg("least", text(lowest)),
                   fmt::arg("lowest", wording.name(subject.plan.variants[lowest])));
}

} // namespace

std::string meaning_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::meaning_heading),
                      .head = {wording(Phrase::meaning_point), wording(Phrase::meaning_whom),
                               wording(Phrase::meaning_indicator),
                               wording(Phrase::meaning_figures)},
                      .rows = {},
                      .figures = false};
    for (auto const& point : points) {
        std::vector<std::string> row{wording(point.text), wording(point.whom)};
        if (has_land_series(subject.file.shape(), point.series)) {
            auto const outcome = read_outcome(subject.file, point.series);
            row.push_back(wording.label(outcome.declaration));
            row.push_back(figures_of(subject, outcome));
        } else {
            row.push_back(wording(Phrase::meaning_absent));
            row.emplace_back("–");
        }
        table.rows.push_back(std::move(row));
    }
    return fmt::format("<section>\n{}{}{}</section>\n",
                       numbered_heading(subject, 8, Phrase::meaning_heading, "meaning"),
                       paragraph(wording(Phrase::meaning_text)), to_markup(table));
}

} // namespace opschaling::analysis
