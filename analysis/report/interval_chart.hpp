#pragma once

#include "analysis/report/language.hpp"
#include "analysis/report/svg.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// A mean difference with its interval.
struct IntervalRow {
    std::string label;
    LineLook look;
    double mean{0.0};
    double low{0.0};
    double high{0.0};
    std::string value_text; ///< the same in words, at the right
};

/// Dots with intervals: what each variant differs from the reference, around a zero line, or what
/// each comes to.
struct IntervalChart {
    std::string id;
    std::string title;
    std::string description;
    std::string axis_label;
    std::string less_label; ///< what lies left of zero
    std::string more_label; ///< what lies right of it
    std::vector<IntervalRow> rows;
    bool is_indicative{false}; ///< too few replications for a firm interval: hollow dots
    bool is_difference{true};  ///< ticks with a sign
    double width{860.0};
    double font_size{15.0};
};

[[nodiscard]] std::string draw_interval_chart(IntervalChart const& chart, Language language);

} // namespace opschaling::analysis
