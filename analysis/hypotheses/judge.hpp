#pragma once

#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// A figure that an inequality is made of: paired values by replication, or only a value with its
/// 95 % interval (of a proportion, say).
struct HypothesisFigure {
    std::vector<double> values;
    double value{0.0};
    Interval interval{};
};

/// The same replication by replication of many figures, added with these signs; where one has an
/// interval alone, values are added and half-widths as of independent figures.
[[nodiscard]] HypothesisFigure combine(std::span<HypothesisFigure const> figures,
                                       std::span<double const> factors);

/// How a measure is held against a bound.
enum class Inequality : std::uint8_t { above, below, beyond, within, equals };

enum class Finding : std::uint8_t { holds, fails, uncertain };

/// What became of one inequality. The value of a ratio is that of the means, never a mean of
/// ratios, its interval Fieller's.
struct Judged {
    double value{0.0};
    std::optional<Interval> interval; ///< nothing with one replication, or when unbounded
    double p{1.0};                    ///< of the test that it does not hold
    Finding finding{Finding::uncertain};
    /// Whether the value itself lies on the side that is asked for, whatever chance says.
    bool on_side{false};
};

/// Holds a difference, or with `below` a ratio, against a bound at the given level. A ratio is
/// tested by the difference of the figure above and the bound times that below, which is Fieller's
/// test turned round and needs a positive mean below.
[[nodiscard]] Judged judge(HypothesisFigure const& above, HypothesisFigure const* below,
                           Inequality inequality, double bound, double level = 0.05);

} // namespace opschaling::analysis
