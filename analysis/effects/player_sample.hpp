#pragma once

#include "analysis/effects/coalition.hpp"
#include "analysis/statistics/intervals.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Players drawn from each stratum: wijken to be run alone, or groups of a level.
struct PlayerSample {
    std::vector<std::uint64_t> sizes;                ///< of the strata
    std::vector<std::vector<std::uint32_t>> players; ///< drawn from each
};

/// About so many in all, and at least two of each stratum (one of a stratum of one). `sizes` has an
/// entry a player, or none when all are alike: a stratum has a part in proportion to the sum of its
/// sizes, since what a large player adds differs more from one to the next (Cochran 1977,
/// 5.5), and is drawn whole when that is more than it has.
[[nodiscard]] PlayerSample sample_players(std::span<Stratum const> strata, std::size_t how_many,
                                          sim::Seed seed, std::span<double const> sizes = {});

/// V'(0), the sum over all players of what each adds alone, from a sample of them.
struct SlopeEstimate {
    double sum{0.0};
    double variance{0.0}; ///< of the sampling of players, without what chance does in a run

    [[nodiscard]] Interval interval(double confidence = 0.95) const;
};

/// `added` is what each drawn player adds alone, as `sample.players` lists them. Stratified
/// expansion with the correction for a finite population (Cochran 1977, 5.3).
[[nodiscard]] SlopeEstimate estimate_slope(PlayerSample const& sample,
                                           std::span<std::vector<double> const> added);

} // namespace opschaling::analysis
