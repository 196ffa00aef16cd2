#pragma once

#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace opschaling::analysis {

/// An interval of fewer replications than this is marked as indicative.
constexpr std::size_t replications_for_a_firm_interval{10};

/// What a variant changes against the reference, replication by replication on the same dice:
/// D_r = Y_variant,r - Y_reference,r. Positive: the variant has more.
struct PairedDifference {
    std::size_t pairs{0};    ///< replications in which both have a figure
    std::size_t left_out{0}; ///< replications in which one has none
    double mean{0.0};
    double standard_deviation{0.0};
    Interval interval; ///< of the mean, by Student's t with pairs - 1 degrees of freedom
    /// Of the two, over replications; absent when either does not vary.
    std::optional<double> correlation;
    /// (s²_variant + s²_reference) / s²_D: how many times more runs independent dice would ask.
    /// Absent when the differences do not vary.
    std::optional<double> variance_reduction;
    /// Fewer pairs than a firm interval asks.
    bool is_indicative{true};

    /// Whether the interval leaves zero out; false without an interval.
    [[nodiscard]] bool is_distinct_from_zero() const {
        return interval.low > 0.0 || interval.high < 0.0;
    }
};

/// The figures of one replication stand at the same place in both; NaN marks one without a figure.
[[nodiscard]] PairedDifference compare_pairs(std::span<double const> variant,
                                             std::span<double const> reference,
                                             double confidence = 0.95);

} // namespace opschaling::analysis
