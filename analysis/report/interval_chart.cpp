#include "analysis/report/interval_chart.hpp"

#include "analysis/report/number_text.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace opschaling::analysis {

std::string draw_interval_chart(IntervalChart const& chart, Language language) {
    double const size = chart.font_size;
    double const row_height = size * 2.3;
    double const top = size * 4.2;
    double const bottom = top + row_height * static_cast<double>(chart.rows.size());
    double widest_label = 0.0;
    double widest_value = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (auto const& row : chart.rows) {
        widest_label = std::max(widest_label, text_width(row.label, size, true));
        widest_value = std::max(widest_value, text_width(row.value_text, size));
        for (double const edge : {row.mean, row.low, row.high}) {
            if (std::isfinite(edge)) {
                low = std::min(low, edge);
                high = std::max(high, edge);
            }
        }
    }
    auto const ticks = round_ticks(low, high, 5);
    double const step = ticks[1] - ticks[0];
    int const decimals = decimals_of_step(step);
    double const left = widest_label + 22.0;
    double const right = chart.width - widest_value - 22.0;
    Scale const across{ticks.front(), ticks.back(), left, right};

    Drawing drawing{chart.width, bottom + size * 2.4};
    drawing.text({left, size * 1.1}, chart.axis_label, Anchor::start, size, palette::ink);
    for (double const tick : ticks) {
        double const x = across(tick);
        bool const is_zero = std::abs(tick) < step / 2.0;
        drawing.straight_line({x, top - 6.0}, {x, bottom}, is_zero ? palette::grey : palette::grid,
                              is_zero ? 2.0 : 1.0);
        drawing.text({x, bottom + size * 1.5},
                     chart.is_difference ? signed_number_text(tick, decimals, language)
                                         : number_text(tick, decimals, language),
                     Anchor::middle, size, palette::ink);
    }
    double const zero = across(0.0);
    if (zero - left > text_width(chart.less_label, size)) {
        drawing.text({zero - 8.0, top - size * 0.9}, chart.less_label, Anchor::end, size * 0.9,
                     palette::grey);
    }
    if (right - zero > text_width(chart.more_label, size)) {
        drawing.text({zero + 8.0, top - size * 0.9}, chart.more_label, Anchor::start, size * 0.9,
                     palette::grey);
    }
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        auto const& row = chart.rows[i];
        double const y = top + row_height * (static_cast<double>(i) + 0.5);
        drawing.text({left - 14.0, y + size * 0.35}, row.label, Anchor::end, size, row.look.colour,
                     true);
        if (std::isfinite(row.low) && std::isfinite(row.high)) {
            drawing.straight_line({across(row.low), y}, {across(row.high), y}, row.look.colour,
                                  3.0);
            for (double const edge : {row.low, row.high}) {
                drawing.straight_line({across(edge), y - 6.0}, {across(edge), y + 6.0},
                                      row.look.colour, 3.0);
            }
        }
        if (std::isfinite(row.mean)) {
            drawing.dot({across(row.mean), y}, 6.0, row.look.colour, chart.is_indicative);
        }
        drawing.text({right + 14.0, y + size * 0.35}, row.value_text, Anchor::start, size,
                     palette::ink);
    }
    return drawing.finish(chart.id, chart.title, chart.description);
}

} // namespace opschaling::analysis
