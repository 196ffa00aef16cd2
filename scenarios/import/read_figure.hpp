#pragma once

#include "scenarios/import/layout.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// What a figure may be: its range, whether it is a whole number, and in words.
struct FigureRange {
    double lowest{0.0};
    double highest{0.0};
    bool whole{false};
    std::string expected;
};

[[nodiscard]] FigureRange range_of(RegionColumn column);

/// A number as the layout has it, in our unit: nothing when the field says that there is none, or
/// with a finding when it is no such number. `what` names the figure and whose it is,
/// when that is asked.
[[nodiscard]] std::optional<double> read_figure(std::string_view field, Layout const& layout,
                                                ColumnRule const& rule, FigureRange const& range,
                                                std::function<std::string()> const& what,
                                                Place const& place, ImportFindings& findings);

} // namespace opschaling::scenarios
