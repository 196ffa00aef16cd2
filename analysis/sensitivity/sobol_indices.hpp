#pragma once

#include "analysis/design/design.hpp"
#include "analysis/statistics/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// An estimate with its interval.
struct SensitivityEstimate {
    double value{0.0};
    Interval interval;
};

/// How much of an outcome's variance an input is behind. Estimates are never clipped: an index of
/// about zero may come out just below it.
struct VarianceShares {
    SensitivityEstimate first; ///< alone: S (Janon and others 2014)
    SensitivityEstimate total; ///< with all it interacts with: ST (Jansen 1999)
    /// S again, by Saltelli and others (2010, table 2b) and by Jansen. Where these differ much from
    /// `first`, the sample is too small.
    double first_saltelli{0.0};
    double first_jansen{0.0};
};

/// A base row that fell out, since a run of one of its points has no figure.
struct DroppedRow {
    std::size_t row{0};
    std::size_t scramble{0};
    std::size_t point{0}; ///< the first of its points without a figure
};

/// Where the intervals of an analysis come from.
enum class IntervalSource : std::uint8_t { none, scrambles, bootstrap };

/// Sobol' indices of one outcome.
struct SobolIndices {
    std::vector<VarianceShares> inputs; ///< in the order of the design
    /// The dice, when they are an input; `first` is the share of plain noise. Else empty.
    std::vector<VarianceShares> chance;
    double mean{0.0};
    double variance{0.0};
    bool varies{true}; ///< else every index is NaN: of nothing there are no shares
    std::size_t rows{0};
    std::vector<DroppedRow> dropped;
    IntervalSource source{IntervalSource::none};
};

struct IndexOptions {
    double confidence{0.95};
    std::size_t resamples{1000}; ///< of the bootstrap, used where there is one scramble
    std::uint32_t seed{1};
};

/// First and total order indices from the runs of a Saltelli design. `figures` has one value a
/// point, NaN where its run failed: then the whole base row is left out of every index, which stays
/// right since each is a mean over rows. Intervals come from independent scrambles by Student's t,
/// with one scramble from the bootstrap over rows, which is too wide for a net.
[[nodiscard]] SobolIndices estimate_sobol(DesignShape const& shape, std::span<double const> figures,
                                          IndexOptions const& options = {});

} // namespace opschaling::analysis
