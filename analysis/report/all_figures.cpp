#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

std::string all_figures(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const& plan = subject.plan;
    int const year = subject.outcomes.front().final_year();
    MarkupTable table{.caption = wording(Phrase::numbers_caption, fmt::arg("year", year)),
                      .head = {wording(Phrase::outcome)},
                      .rows = {}};
    for (auto const& variant : plan.variants) {
        table.head.push_back(wording.name(variant));
    }
    for (auto const& series : subject.file.shape().series) {
        if (series.axis != "land") {
            continue;
        }
        auto const compared = compare_study(subject.file, series.name, year);
        double largest{0.0};
        for (auto const& variant : compared) {
            largest =
                std::isfinite(variant.mean) ? std::max(largest, std::abs(variant.mean)) : largest;
        }
        bool const is_money_in_a_year =
            series.kind == sim::SeriesKind::flow && series.unit == "EUR";
        Measure const measure{is_money_in_a_year ? "EUR/year" : series.unit, largest, wording};
        std::vector<std::string> row{measure.labelled(wording.label(series))};
        for (auto const& variant : compared) {
            row.push_back(measure.text(variant.mean));
        }
        table.rows.push_back(std::move(row));
        table.ids.push_back("series-" + series.name);
    }
    return foldable(table.caption, to_markup(table));
}

} // namespace opschaling::analysis
