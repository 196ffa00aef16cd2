#include "analysis/report/effect_lines.hpp"

#include "analysis/report/line_chart.hpp"
#include "analysis/report/palette.hpp"

#include <cmath>
#include <cstddef>
#include <sstream>

namespace opschaling::analysis {

namespace {

double year_in(std::string const& text) {
    std::istringstream in{text};
    double year{0.0};
    in >> year;
    return year;
}

} // namespace

std::string draw_effect_lines(EffectTable const& table, Language language) {
    LineChart chart{.id = table.key + "_chart",
                    .title = table.title.in(language),
                    .description = table.sentence.in(language),
                    .axis_label = table.unit.in(language),
                    .years = {},
                    .lines = {},
                    .mark_label = {}};
    for (auto const& column : table.columns) {
        chart.years.push_back(year_in(column));
    }
    for (std::size_t band = 0; band < table.bands.size(); ++band) {
        ChartLine line{.label = table.bands[band],
                       .look = variant_look(band),
                       .values = {},
                       .low = {},
                       .high = {}};
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto const& row = table.rows[band * table.columns.size() + c];
            line.values.push_back(row.value);
            line.low.push_back(row.low);
            line.high.push_back(row.high);
            line.draws_band = line.draws_band || std::isfinite(row.low);
        }
        chart.lines.push_back(std::move(line));
    }
    return draw_line_chart(chart, language);
}

} // namespace opschaling::analysis
