#pragma once

#include "analysis/effects/chance.hpp"
#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Running sums of yearly amounts, each worth (1 + rate) times less a year later; the first counts
/// in full.
[[nodiscard]] std::vector<double> discounted_sums(std::span<double const> yearly, double rate);

/// The first place from which one path lies above another to the end; nothing where it does not at
/// the end. Paths that are equal are not above each other.
[[nodiscard]] std::optional<std::size_t> overtakes_from(std::span<double const> path,
                                                        std::span<double const> other);

/// When one path overtakes another for good, over replications.
struct BreakEven {
    /// Year by which it has in half of the replications; infinite where it has not in half.
    double year{0.0};
    /// Interval of that median between replications (binomial ranks; the whole range of fewer than
    /// six), infinite above where that lies beyond the last year; NaN of one replication.
    Interval interval{};
    Proportion never; ///< replications in which it never does
};

/// `places` is by replication what `overtakes_from` found; place 0 is `first_year`.
[[nodiscard]] BreakEven break_even(std::span<std::optional<std::size_t> const> places,
                                   int first_year);

} // namespace opschaling::analysis
