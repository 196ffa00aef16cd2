#pragma once

#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Draws a whole number below `count`; a pure function of what is drawn for which.
[[nodiscard]] std::size_t resampled(std::uint32_t seed, std::uint32_t resample, std::uint32_t place,
                                    std::size_t count);

/// The central part of values, NaN left out; NaN bounds when none is left.
[[nodiscard]] Interval percentile_interval(std::vector<double> values, double confidence);

/// Percentile intervals by the bootstrap (Efron 1979): `estimate` turns a choice of rows, with some
/// twice and some not at all, into figures; each figure gets an interval.
[[nodiscard]] std::vector<Interval> bootstrap_intervals(
    std::size_t rows, std::size_t resamples, std::uint32_t seed, double confidence,
    std::function<std::vector<double>(std::span<std::size_t const>)> const& estimate);

} // namespace opschaling::analysis
