#pragma once

#include <cstddef>
#include <span>

namespace opschaling::analysis {

struct Interval {
    double low{0.0};
    double high{0.0};

    [[nodiscard]] double half_width() const { return (high - low) / 2.0; }

    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }

    friend bool operator==(Interval const&, Interval const&) = default;
};

/// P(T <= t) of Student's distribution with a whole number of degrees of freedom: the finite sums
/// of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
[[nodiscard]] double student_probability(double t, std::size_t degrees_of_freedom);

/// The t that a share `probability` of Student's distribution lies below.
[[nodiscard]] double student_quantile(double probability, std::size_t degrees_of_freedom);

/// The z that a share `probability` of the standard normal distribution lies below.
[[nodiscard]] double normal_quantile(double probability);

/// Interval of the mean by Student's t; NaN bounds with fewer than two values, exactly the value
/// when all are equal. Assumes that means are near normal.
[[nodiscard]] Interval mean_interval(std::span<double const> values, double confidence = 0.95);

/// Wilson's score interval (1927) of a proportion: honest near 0 and 1 and for small samples.
[[nodiscard]] Interval proportion_interval(std::size_t successes, std::size_t trials,
                                           double confidence = 0.95);

/// The value that a share of the sample lies below, linear between order statistics (Hyndman and
/// Fan 1996, type 7: the default of R and NumPy).
[[nodiscard]] double quantile(std::span<double const> values, double share);

/// Distribution-free interval of a quantile between two order statistics, by binomial ranks. At
/// least the asked confidence; the whole range, which may hold less, when the sample is too small.
[[nodiscard]] Interval quantile_interval(std::span<double const> values, double share,
                                         double confidence = 0.95);

} // namespace opschaling::analysis
