#pragma once

#include "analysis/effects/coalition.hpp"
#include "analysis/statistics/intervals.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Players drawn from each stratum, to be run alone.
struct SingletonSample {
    std::vector<std::uint64_t> sizes;                ///< of the strata
    std::vector<std::vector<std::uint32_t>> players; ///< drawn from each
};

/// About so many in all, in proportion to the strata's sizes and at least two of each (one of a
/// stratum of one).
[[nodiscard]] SingletonSample sample_singletons(std::span<Stratum const> strata,
                                                std::size_t how_many, sim::Seed seed);

/// V'(0), the sum over all players of what each adds alone, from a sample of them.
struct SlopeEstimate {
    double sum{0.0};
    double variance{0.0}; ///< of the sampling of players, without what chance does in a run

    [[nodiscard]] Interval interval(double confidence = 0.95) const;
};

/// `added` is what each drawn player adds alone, as `sample.players` lists them. Stratified
/// expansion with the correction for a finite population (Cochran 1977, 5.3).
[[nodiscard]] SlopeEstimate estimate_slope(SingletonSample const& sample,
                                           std::span<std::vector<double> const> added);

} // namespace opschaling::analysis
