#include "analysis/report/markup.hpp"
#include "analysis/report/outcome_charts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/svg.hpp"

#include <fmt/format.h>

#include <array>

namespace opschaling::analysis {

namespace {

/// Why projects stood still, over all years from the branch on: the mean of each variant.
std::string causes_table(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::people_table,
                                         fmt::arg("first", subject.plan.branch.year()),
                                         fmt::arg("year", subject.shortages.front().final_year())),
                      .head = {wording(Phrase::variant)},
                      .rows = {}};
    for (auto const& variant : subject.plan.variants) {
        table.rows.push_back({wording.name(variant)});
    }
    for (auto const& shortage : subject.shortages) {
        if (shortage.declaration.kind != sim::SeriesKind::flow) {
            continue;
        }
        table.head.push_back(wording.label(shortage.declaration));
        auto const total = compare_study(subject.file, shortage.declaration.name,
                                         shortage.final_year(), 0, Window::since_branch);
        for (std::size_t variant = 0; variant < table.rows.size(); ++variant) {
            table.rows[variant].push_back(wording.number(total[variant].mean, 1));
        }
    }
    return table.head.size() > 1 ? to_markup(table) : std::string{};
}

} // namespace

std::vector<std::string> shortage_series(sim::ResultShape const& shape) {
    constexpr std::array names{"staff_short",      "stalls_staff",   "stalls_queue",
                               "stalls_anchoring", "stalls_permits", "stalls_pace",
                               "jobs_withdrawn"};
    std::vector<std::string> there;
    for (auto const* name : names) {
        if (has_land_series(shape, name)) {
            there.emplace_back(name);
        }
    }
    return there;
}

std::string people_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto markup = "<section>\n" + numbered_heading(subject, 6, Phrase::people_heading, "people") +
                  paragraph(wording(Phrase::people_text));
    if (subject.shortages.empty()) {
        return markup + paragraph(wording(Phrase::people_none), "note") + "</section>\n";
    }
    markup += causes_table(subject) + "<div class=\"pairs\">\n";
    for (auto const& shortage : subject.shortages) {
        markup += figure(levels_chart(shortage, subject.plan, wording, ChartSize::half, false),
                         claim_of_levels(shortage, subject.plan, wording),
                         foldable(wording(Phrase::as_table), levels_table(subject, shortage)) +
                             download_link(subject, shortage.declaration.name + ".csv"));
    }
    return markup + "</div>\n</section>\n";
}

} // namespace opschaling::analysis
