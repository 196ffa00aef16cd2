#include "analysis/report/line_chart.hpp"

#include "analysis/report/number_text.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace opschaling::analysis {

namespace {

struct Range {
    double low{0.0};
    double high{0.0};
};

/// From zero, or from below it, to the highest figure or edge of a drawn band.
Range range_of(LineChart const& chart) {
    Range range{0.0, chart.highest};
    auto const take_in = [&](std::vector<double> const& values) {
        for (double const value : values) {
            if (std::isfinite(value)) {
                range.low = std::min(range.low, value);
                range.high = std::max(range.high, value);
            }
        }
    };
    for (auto const& line : chart.lines) {
        take_in(line.values);
        if (line.draws_band) {
            take_in(line.low);
            take_in(line.high);
        }
    }
    return range;
}

struct Frame {
    Scale across;
    Scale up;
    std::vector<double> ticks;
    double left;
    double right;
    double top;
    double bottom;
};

constexpr double title_scale{1.2};

/// Pixels that a title in the picture takes, however many lines it needs.
double title_height(LineChart const& chart) {
    if (!chart.shows_title) {
        return 0.0;
    }
    double const size = chart.font_size * title_scale;
    return size * 1.3 * static_cast<double>(wrap_text(chart.title, size, chart.width).size()) + 6.0;
}

Frame frame_of(LineChart const& chart, Language language) {
    auto const range = range_of(chart);
    auto ticks = round_ticks(range.low, range.high, chart.height > 300.0 ? 6 : 4);
    double const tick_step = ticks[1] - ticks[0];
    int const decimals = decimals_of_step(tick_step);
    double widest_tick = 0.0;
    for (double const tick : ticks) {
        widest_tick = std::max(widest_tick,
                               text_width(number_text(tick, decimals, language), chart.font_size));
    }
    double widest_label = 0.0;
    for (auto const& line : chart.lines) {
        widest_label = std::max(widest_label, text_width(line.label, chart.font_size, true));
    }
    double const size = chart.font_size;
    Frame frame;
    // A minus is wider than the letters that widths are made for.
    frame.left = widest_tick + 14.0 + (ticks.front() < 0.0 ? size * 0.5 : 0.0);
    frame.right = chart.width - widest_label - 26.0;
    frame.top = size * 2.4 + title_height(chart);
    frame.bottom = chart.height - size * 2.0;
    frame.across = {chart.years.front(), chart.years.back(), frame.left, frame.right};
    frame.up = {ticks.front(), ticks.back(), frame.bottom, frame.top};
    frame.ticks = std::move(ticks);
    return frame;
}

void draw_axes(LineChart const& chart, Frame const& frame, Language language, Drawing& drawing) {
    double const size = chart.font_size;
    double const step = frame.ticks[1] - frame.ticks[0];
    int const decimals = decimals_of_step(step);
    for (double const tick : frame.ticks) {
        double const y = frame.up(tick);
        bool const is_zero = std::abs(tick) < step / 2.0;
        drawing.straight_line({frame.left, y}, {frame.right, y},
                              is_zero ? palette::border : palette::grid, is_zero ? 1.5 : 1.0);
        drawing.text({frame.left - 8.0, y + size * 0.35}, number_text(tick, decimals, language),
                     Anchor::end, size, palette::ink);
    }
    double const years = chart.years.back() - chart.years.front();
    double const room = (frame.right - frame.left) / (size * 3.4);
    int const every = years / 5.0 <= room ? 5 : years / 10.0 <= room ? 10 : 20;
    for (double const year : chart.years) {
        if (std::fmod(year, every) == 0.0) {
            double const x = frame.across(year);
            drawing.straight_line({x, frame.bottom}, {x, frame.bottom + 5.0}, palette::border, 1.0);
            drawing.text({x, frame.bottom + size * 1.5}, std::to_string(static_cast<int>(year)),
                         Anchor::middle, size, palette::ink);
        }
    }
    if (chart.shows_title) {
        double y = 0.0;
        for (auto const& words : wrap_text(chart.title, size * title_scale, chart.width)) {
            y += size * title_scale * 1.3;
            drawing.text({0.0, y}, words, Anchor::start, size * title_scale, palette::ink, true);
        }
    }
    drawing.text({0.0, frame.top - size * 1.1}, chart.axis_label, Anchor::start, size,
                 palette::ink);
}

/// A mark where the futures part, so that the common history reads as such.
void draw_mark(LineChart const& chart, Frame const& frame, Drawing& drawing) {
    if (chart.marked_year <= chart.years.front() || chart.marked_year >= chart.years.back()) {
        return;
    }
    double const x = frame.across(chart.marked_year);
    drawing.straight_line({x, frame.top}, {x, frame.bottom}, palette::border, 1.0, "3 3");
    if (!chart.mark_label.empty()) {
        drawing.text({x + 6.0, frame.top + chart.font_size * 0.9}, chart.mark_label, Anchor::start,
                     chart.font_size * 0.9, palette::grey);
    }
}

std::vector<Point> points_of(std::vector<double> const& values, LineChart const& chart,
                             Frame const& frame) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            points.push_back({frame.across(chart.years[i]), frame.up(values[i])});
        }
    }
    return points;
}

/// Names at the ends, moved apart where lines end close together and then tied to their line.
void draw_labels(LineChart const& chart, Frame const& frame, Drawing& drawing) {
    std::vector<double> ends;
    for (auto const& line : chart.lines) {
        auto const points = points_of(line.values, chart, frame);
        ends.push_back(points.empty() ? frame.bottom : points.back().y);
    }
    auto const places = spread_labels(ends, chart.font_size * 1.3, frame.top, frame.bottom);
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        auto const& line = chart.lines[i];
        if (line.label.empty()) {
            continue;
        }
        drawing.straight_line({frame.right + 2.0, ends[i]}, {frame.right + 15.0, places[i]},
                              line.look.colour, 1.0);
        drawing.text({frame.right + 18.0, places[i] + chart.font_size * 0.35}, line.label,
                     Anchor::start, chart.font_size, line.look.colour, true);
    }
}

} // namespace

std::string draw_line_chart(LineChart const& chart, Language language) {
    Drawing drawing{chart.width, chart.height};
    auto const frame = frame_of(chart, language);
    draw_axes(chart, frame, language, drawing);
    draw_mark(chart, frame, drawing);
    for (auto const& line : chart.lines) {
        if (line.draws_band && !line.low.empty()) {
            drawing.area(points_of(line.high, chart, frame), points_of(line.low, chart, frame),
                         line.look.colour, chart.band_opacity);
        }
    }
    for (auto const& line : chart.lines) {
        drawing.path(points_of(line.values, chart, frame), line.look,
                     chart.height > 300.0 ? 3.0 : 2.2);
    }
    draw_labels(chart, frame, drawing);
    return drawing.finish(chart.id, chart.title, chart.description);
}

} // namespace opschaling::analysis
