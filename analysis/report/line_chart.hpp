#pragma once

#include "analysis/report/language.hpp"
#include "analysis/report/svg.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// One line with, if there are several replications, the band around it.
struct ChartLine {
    std::string label; ///< empty: not named
    LineLook look;
    std::vector<double> values; ///< one per x; not-a-number leaves a gap at the ends
    std::vector<double> low;    ///< lower edge of the band, or empty
    std::vector<double> high;
    bool draws_band{false};
};

/// Lines over the years, each named at its end instead of in a legend.
struct LineChart {
    std::string id;          ///< unique on the page
    std::string title;       ///< what a screen reader says first
    std::string description; ///< what is to be seen, in words
    std::string axis_label;  ///< the measure and its unit, above the axis
    std::vector<double> years;
    std::vector<ChartLine> lines;
    double marked_year{0.0}; ///< a thin upright line, 0 for none
    std::string mark_label;
    double highest{0.0}; ///< shared upper end of the axis, 0 to follow the lines
    double width{860.0};
    double height{460.0};
    double font_size{15.0};
    double band_opacity{0.25};
    bool shows_title{false}; ///< write the title in the picture itself
};

[[nodiscard]] std::string draw_line_chart(LineChart const& chart, Language language);

} // namespace opschaling::analysis
