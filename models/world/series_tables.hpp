#pragma once

#include "models/world/turn.hpp"
#include "sim/results/series.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <span>

namespace opschaling::models {

/// A figure that every level has, from the counts of its wijken.
struct CountedSeries {
    char const* name;
    sim::SeriesKind kind;
    char const* unit;
    char const* long_name;
    char const* meaning;
    char const* label_nl;
    double (*of)(Counts const&);
};

/// A figure of one level alone.
struct OwnSeries {
    char const* name;
    char const* axis;
    sim::SeriesKind kind;
    char const* unit;
    char const* long_name;
    char const* meaning;
    char const* label_nl;
    double (*of)(Turn const&, sim::Quarter, std::size_t member);
};

/// What is measured at every level: declared once, in the order of the result.
[[nodiscard]] std::span<CountedSeries const> counted_series();

/// What is measured at one level alone, in the order of the result.
[[nodiscard]] std::span<OwnSeries const> own_series();

/// What is measured of gemeenten, core teams and residents, after those.
[[nodiscard]] std::span<OwnSeries const> organisation_series();

/// What is measured of the project of each wijk at the end of a year.
[[nodiscard]] std::span<OwnSeries const> wijk_series();

/// What is measured of the grids, after those.
[[nodiscard]] std::span<OwnSeries const> grid_series();

/// What is measured of learning, after those.
[[nodiscard]] std::span<OwnSeries const> learning_series();

/// What is measured of rules, barriers, opposition and the transition as a whole, after those.
[[nodiscard]] std::span<OwnSeries const> transition_series();
/// What is measured of couplings and skills, after those.
[[nodiscard]] std::span<OwnSeries const> scale_series();

} // namespace opschaling::models
