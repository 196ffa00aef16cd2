#include "analysis/grid/non_additivity.hpp"

namespace opschaling::analysis {

NonAdditivity& NonAdditivity::operator+=(NonAdditivity const& other) {
    sum_of_parts += other.sum_of_parts;
    physics += other.physics;
    behaviour += other.behaviour;
    return *this;
}

NonAdditivity split_non_additivity(AssetRuns const& runs, OfTrajectory const& measured) {
    double const base = measured(runs.nobody);
    NonAdditivity split;
    auto stacked = runs.nobody;
    for (auto const& alone : runs.alone) {
        stacked = add(std::move(stacked), subtract(alone, runs.nobody));
        split.sum_of_parts += measured(alone) - base;
    }
    double const of_stacked = measured(stacked);
    split.physics = of_stacked - base - split.sum_of_parts;
    split.behaviour = measured(runs.everybody) - of_stacked;
    return split;
}

NonAdditivity split_level(std::vector<AssetRuns> const& assets, OfTrajectory const& measured) {
    NonAdditivity level;
    for (auto const& asset : assets) {
        level += split_non_additivity(asset, measured);
    }
    return level;
}

std::vector<double> increments(AssetRuns const& runs, OfTrajectory const& measured) {
    double const base = measured(runs.nobody);
    std::vector<double> of_each;
    of_each.reserve(runs.alone.size());
    for (auto const& alone : runs.alone) {
        of_each.push_back(measured(alone) - base);
    }
    return of_each;
}

std::vector<double> joining_increments(LoadTrajectory const& nobody,
                                       std::vector<LoadTrajectory> const& joined,
                                       OfTrajectory const& measured) {
    std::vector<double> of_each;
    double before = measured(nobody);
    for (auto const& more : joined) {
        double const now = measured(more);
        of_each.push_back(now - before);
        before = now;
    }
    return of_each;
}

double coincidence(std::vector<HourlyLoad> const& loads, double quantile) {
    HourlyLoad together;
    double apart{0.0};
    for (auto const& load : loads) {
        together += load;
        apart += peak_of(load, quantile);
    }
    return apart > 0.0 ? peak_of(together, quantile) / apart : 1.0;
}

} // namespace opschaling::analysis
