#pragma once

#include "analysis/statistics/intervals.hpp"

#include <optional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// The set of ratios of two means that paired values do not contradict (Fieller 1954). Nothing when
/// it is not one bounded interval: the denominator may then be zero.
[[nodiscard]] std::optional<Interval> ratio_interval(std::span<double const> numerators,
                                                     std::span<double const> denominators,
                                                     double confidence = 0.95);

/// The larger p-value of the two one-sided t-tests (Schuirmann 1987) that the mean lies within
/// (-margin, margin): small means equivalent to zero. 1 with fewer than two values; of values
/// without spread 0 or 1.
[[nodiscard]] double equivalence_p_value(std::span<double const> values, double margin);

/// Two-sided p-value that the mean is zero, by Student's t; of values without spread 1 or 0.
[[nodiscard]] double mean_p_value(std::span<double const> values);

/// p-values of a list of tests that may be held against one level together (Holm 1979), in the
/// order given.
[[nodiscard]] std::vector<double> holm_adjusted(std::span<double const> p_values);

} // namespace opschaling::analysis
