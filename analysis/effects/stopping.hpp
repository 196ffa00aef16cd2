#pragma once

#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <span>

namespace opschaling::analysis {

/// When a figure is known well enough: half the width of its interval is at most a part of a size
/// or an amount in its own unit, whichever is more; or as many replications as allowed have been
/// run (measurement.md 2.1).
struct StoppingRule {
    std::size_t first{32};
    std::size_t most{1024};
    double part{0.05};
    double amount{0.005};
};

/// A figure that replications go on for: its interval, and the size that a part is taken of.
struct WatchedFigure {
    Interval interval{};
    double size{0.0};
};

/// Half a width that is narrow enough for a figure of this size.
[[nodiscard]] double narrow_enough(StoppingRule const& rule, double size);

/// Whether a figure is known well enough; never where it has no interval.
[[nodiscard]] bool is_known(StoppingRule const& rule, WatchedFigure const& figure);

/// Replications still to run before looking again: 0 when every figure is known, else as many as
/// there are already (so that the number doubles), up to the most allowed.
[[nodiscard]] std::size_t more_replications(std::size_t done,
                                            std::span<WatchedFigure const> figures,
                                            StoppingRule const& rule);

/// The same for a mean, one value a replication, held against its own size.
[[nodiscard]] std::size_t more_replications(std::span<double const> values,
                                            StoppingRule const& rule);

} // namespace opschaling::analysis
