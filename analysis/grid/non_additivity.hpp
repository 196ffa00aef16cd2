#pragma once

#include "analysis/grid/load_trajectory.hpp"

#include <functional>
#include <vector>

namespace opschaling::analysis {

/// What is measured of an asset from its trajectory: energy, peak, overload, cost or waiting.
using OfTrajectory = std::function<double(LoadTrajectory const&)>;

/// One asset in runs of the same dice: nobody takes part, everybody does, and each wijk alone.
struct AssetRuns {
    LoadTrajectory nobody;
    LoadTrajectory everybody;
    std::vector<LoadTrajectory> alone;
};

/// How far the whole differs from the sum of its parts on one asset (measurement.md 2.3). What the
/// loads do by themselves, put on top of each other, is physics; what wijken do otherwise because
/// others take part is behaviour. Their sum is the whole, exactly.
struct NonAdditivity {
    double sum_of_parts{0.0}; ///< of the increments of each wijk alone
    double physics{0.0};
    double behaviour{0.0};

    [[nodiscard]] double total() const { return physics + behaviour; }

    NonAdditivity& operator+=(NonAdditivity const& other);
};

[[nodiscard]] NonAdditivity split_non_additivity(AssetRuns const& runs,
                                                 OfTrajectory const& measured);

/// The same over the assets of a level.
[[nodiscard]] NonAdditivity split_level(std::vector<AssetRuns> const& assets,
                                        OfTrajectory const& measured);

/// What each wijk alone adds to the base load: C({j}) - C(nobody).
[[nodiscard]] std::vector<double> increments(AssetRuns const& runs, OfTrajectory const& measured);

/// What each wijk adds when it joins after those before it.
[[nodiscard]] std::vector<double> joining_increments(LoadTrajectory const& nobody,
                                                     std::vector<LoadTrajectory> const& joined,
                                                     OfTrajectory const& measured);

/// Peak of all together over the sum of each one's own peak, base load left out: 1 where all peak
/// at one hour and nothing is gained by numbers.
[[nodiscard]] double coincidence(std::vector<HourlyLoad> const& loads, double quantile);

} // namespace opschaling::analysis
