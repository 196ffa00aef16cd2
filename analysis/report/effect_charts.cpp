#include "analysis/report/effect_charts.hpp"

#include "analysis/report/effect_lines.hpp"
#include "analysis/report/effect_simplex.hpp"
#include "analysis/report/interval_chart.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/scale.hpp"
#include "analysis/report/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace opschaling::analysis {

namespace {

constexpr double font{15.0};

/// Below this a figure is what rounding left of zero.
constexpr double nothing{1e-9};

std::string figure_text(double value, Language language) {
    if (std::abs(value) < nothing) {
        return "0";
    }
    auto text = number_text(value, decimals_for(std::abs(value)), language);
    return text.find_first_of("123456789") == std::string::npos ? "0" : text;
}

struct Frame {
    double low;
    double high;
};

/// The marks of an axis with as many decimals as tell them apart.
std::vector<std::string> tick_texts(std::vector<double> const& ticks, Language language) {
    int const decimals = decimals_of_step(ticks[1] - ticks[0]);
    std::vector<std::string> texts;
    for (double const tick : ticks) {
        texts.push_back(number_text(tick, decimals, language));
    }
    return texts;
}

/// From the lowest to the highest of all values, intervals and zero.
Frame frame_of(EffectTable const& table) {
    Frame frame{0.0, 0.0};
    auto const take = [&](double value) {
        if (std::isfinite(value)) {
            frame.low = std::min(frame.low, value);
            frame.high = std::max(frame.high, value);
        }
    };
    for (auto const& row : table.rows) {
        take(row.value);
        take(row.low);
        take(row.high);
    }
    take(table.straight);
    return frame;
}

/// V(p) against the straight line.
std::string draw_curve(EffectTable const& table, Language language) {
    constexpr double width{860.0};
    constexpr double height{440.0};
    auto const frame = frame_of(table);
    auto const ticks = round_ticks(frame.low, frame.high, 5);
    Scale const y{ticks.front(), ticks.back(), height - 60.0, 40.0};
    Scale const x{0.0, 1.0, 110.0, width - 230.0};
    Drawing drawing{width, height};
    drawing.text({10.0, 22.0}, table.unit.in(language), Anchor::start, font, palette::ink);
    auto const marks = tick_texts(ticks, language);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        drawing.straight_line({x(0.0), y(ticks[i])}, {x(1.0), y(ticks[i])}, palette::grid, 1.0);
        drawing.text({x(0.0) - 8.0, y(ticks[i]) + 5.0}, marks[i], Anchor::end, font, palette::ink);
    }
    for (double const part : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        drawing.text({x(part), height - 35.0}, fmt::format("{:.0f} %", 100.0 * part),
                     Anchor::middle, font, palette::ink);
    }
    drawing.text({x(0.5), height - 10.0},
                 language == Language::dutch ? "deel van de wijken dat meedoet"
                                             : "part of the wijken that takes part",
                 Anchor::middle, font, palette::ink);
    std::vector<Point> line;
    std::vector<Point> upper;
    std::vector<Point> lower;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const& row = table.rows[i];
        line.push_back({x(table.places[i]), y(row.value)});
        if (std::isfinite(row.low) && std::isfinite(row.high)) {
            upper.push_back({x(table.places[i]), y(row.high)});
            lower.push_back({x(table.places[i]), y(row.low)});
        }
    }
    if (upper.size() > 1) {
        drawing.area(upper, lower, palette::blue, 0.2);
    }
    drawing.straight_line({x(0.0), y(0.0)}, {x(1.0), y(table.straight)}, palette::orange, 2.5,
                          "8 5");
    drawing.path(line, {std::string{palette::blue}, ""}, 3.0);
    auto const ends = spread_labels({line.back().y, y(table.straight)}, 40.0, 30.0, height - 60.0);
    drawing.text({x(1.0) + 12.0, ends[0] + 5.0}, language == Language::dutch ? "samen" : "together",
                 Anchor::start, font, palette::blue, true);
    drawing.text({x(1.0) + 12.0, ends[1] + 5.0},
                 language == Language::dutch ? "som van losse wijken" : "sum of single wijken",
                 Anchor::start, font, palette::orange, true);
    return drawing.finish(table.key + "_chart", table.title.in(language),
                          table.sentence.in(language));
}

/// Rows that stand on the ground: where a waterfall starts and arrives.
bool stands_on_ground(EffectRow const& row) {
    return row.key == "at_scale" || row.key == "pilot" || row.key == "total";
}

/// Bars from one to the next.
std::string draw_waterfall(EffectTable const& table, Language language) {
    constexpr double width{860.0};
    constexpr double row_height{34.0};
    constexpr double names{330.0};
    std::vector<EffectRow> rows;
    std::ranges::copy_if(table.rows, std::back_inserter(rows), [](EffectRow const& row) {
        return row.key != "bias" && row.key != "sum" &&
               (row.key != "interaction" || row.label.nl == "samen anders");
    });
    double low{0.0};
    double high{0.0};
    double at{0.0};
    std::vector<std::pair<double, double>> bars;
    for (auto const& row : rows) {
        double const from = stands_on_ground(row) ? 0.0 : at;
        at = from + row.value;
        bars.emplace_back(from, at);
        low = std::min({low, from, at});
        high = std::max({high, from, at});
    }
    auto const ticks = round_ticks(low, high, 5);
    double const height = row_height * static_cast<double>(rows.size() + 2) + 30.0;
    Scale const x{ticks.front(), ticks.back(), names, width - 110.0};
    Drawing drawing{width, height};
    drawing.text({names, 20.0}, table.unit.in(language), Anchor::start, font, palette::ink);
    drawing.straight_line({x(0.0), 30.0}, {x(0.0), height - row_height}, palette::border, 1.5);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double const middle = 48.0 + row_height * static_cast<double>(i);
        auto const [from, to] = bars[i];
        bool const ground = stands_on_ground(rows[i]);
        bool const own = rows[i].key == "interaction";
        auto const colour = ground       ? palette::border
                            : own        ? palette::ink
                            : to >= from ? palette::blue
                                         : palette::orange;
        drawing.straight_line({x(from), middle}, {x(to), middle}, colour, 20.0);
        if (i + 1 < rows.size()) {
            drawing.straight_line({x(to), middle}, {x(to), middle + row_height}, palette::border,
                                  1.0, "3 3");
        }
        drawing.text({names - 12.0, middle + 5.0}, rows[i].label.in(language), Anchor::end, font,
                     palette::ink);
        drawing.text({width - 100.0, middle + 5.0}, figure_text(rows[i].value, language),
                     Anchor::start, font, palette::ink);
    }
    double const bottom = height - row_height + 15.0;
    auto const marks = tick_texts(ticks, language);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        drawing.text({x(ticks[i]), bottom}, marks[i], Anchor::middle, font, palette::ink);
    }
    return drawing.finish(table.key + "_chart", table.title.in(language),
                          table.sentence.in(language));
}

std::string draw_intervals(EffectTable const& table, Language language) {
    IntervalChart chart{.id = table.key + "_chart",
                        .title = table.title.in(language),
                        .description = table.sentence.in(language),
                        .axis_label = table.unit.in(language),
                        .less_label = language == Language::dutch ? "minder" : "less",
                        .more_label = language == Language::dutch ? "meer" : "more",
                        .rows = {}};
    // Where nothing can fall below zero, figures are amounts and no differences.
    chart.is_difference = frame_of(table).low < 0.0;
    if (!chart.is_difference) {
        chart.less_label.clear();
        chart.more_label.clear();
    }
    for (auto const& row : table.rows) {
        bool const has_interval = std::isfinite(row.low) && std::isfinite(row.high);
        chart.rows.push_back({.label = row.label.in(language),
                              .look = {std::string{palette::blue}, ""},
                              .mean = row.value,
                              .low = has_interval ? row.low : row.value,
                              .high = has_interval ? row.high : row.value,
                              .value_text = figure_text(row.value, language)});
    }
    return draw_interval_chart(chart, language);
}

/// A number of an axis as the language writes it.
std::string axis_text(std::string text, Language language) {
    if (language == Language::dutch) {
        std::ranges::replace(text, '.', ',');
    }
    return text;
}

/// Cells of one colour above zero and of another below it, hollow where the interval holds zero.
std::string draw_phase(EffectTable const& table, Language language) {
    constexpr double width{860.0};
    constexpr double cell_width{110.0};
    constexpr double cell_height{48.0};
    constexpr double left{150.0};
    constexpr double top{50.0};
    auto const columns = table.columns.size();
    auto const bands = table.bands.size();
    double largest{0.0};
    for (auto const& row : table.rows) {
        largest = std::max(largest, std::abs(row.value));
    }
    double const bottom = top + cell_height * static_cast<double>(bands);
    Drawing drawing{width, bottom + 60.0};
    drawing.text({10.0, 22.0}, table.unit.in(language), Anchor::start, font, palette::ink);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const& row = table.rows[i];
        auto const column = static_cast<double>(i % columns);
        std::size_t const row_of_chart = i / columns;
        auto const band = static_cast<double>(row_of_chart);
        double const x = left + cell_width * column;
        double const y = bottom - cell_height * (band + 0.5);
        bool const is_sure = row.low > 0.0 || row.high < 0.0;
        for (double const edge : {-22.0, 22.0}) { // a cell without colour is a cell too
            drawing.straight_line({x + 2.0, y + edge}, {x + cell_width - 2.0, y + edge},
                                  palette::grid, 1.0);
        }
        double const part = largest > 0.0 ? std::abs(row.value) / largest : 0.0;
        if (is_sure) {
            drawing.area({{x + 2.0, y - 22.0}, {x + cell_width - 2.0, y - 22.0}},
                         {{x + 2.0, y + 22.0}, {x + cell_width - 2.0, y + 22.0}},
                         row.value > 0.0 ? palette::blue : palette::orange, 0.25 + 0.5 * part);
        }
        drawing.text({x + cell_width / 2.0, y + 5.0}, figure_text(row.value, language),
                     Anchor::middle, font, palette::ink, is_sure);
    }
    for (std::size_t c = 0; c < columns; ++c) {
        drawing.text({left + cell_width * (static_cast<double>(c) + 0.5), bottom + 20.0},
                     axis_text(table.columns[c], language), Anchor::middle, font, palette::ink);
    }
    for (std::size_t b = 0; b < bands; ++b) {
        drawing.text({left - 10.0, bottom - cell_height * (static_cast<double>(b) + 0.5) + 5.0},
                     axis_text(table.bands[b], language), Anchor::end, font, palette::ink);
    }
    drawing.text({left + cell_width * static_cast<double>(columns) / 2.0, bottom + 45.0},
                 table.across.in(language), Anchor::middle, font, palette::ink);
    drawing.text({10.0, 42.0}, table.upwards.in(language), Anchor::start, font, palette::ink);
    return drawing.finish(table.key + "_chart", table.title.in(language),
                          table.sentence.in(language));
}

} // namespace

std::string draw_effect(EffectTable const& table, Language language) {
    if (table.rows.empty()) {
        return {};
    }
    switch (table.chart) {
    case EffectChart::none:
        return {};
    case EffectChart::curve:
        return draw_curve(table, language);
    case EffectChart::waterfall:
        return draw_waterfall(table, language);
    case EffectChart::intervals:
        return draw_intervals(table, language);
    case EffectChart::phase:
        return draw_phase(table, language);
    case EffectChart::lines:
        return draw_effect_lines(table, language);
    case EffectChart::simplex:
        break;
    }
    return draw_effect_simplex(table, language);
}

} // namespace opschaling::analysis
