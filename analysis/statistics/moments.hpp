#pragma once

#include <span>

namespace opschaling::analysis {

/// Arithmetic mean; NaN of nothing.
[[nodiscard]] double mean(std::span<double const> values);

/// Sample standard deviation (divided by n - 1); NaN of fewer than two values.
[[nodiscard]] double standard_deviation(std::span<double const> values);

/// Pearson's correlation of pairs; NaN when either side does not vary.
[[nodiscard]] double correlation(std::span<double const> one, std::span<double const> other);

} // namespace opschaling::analysis
