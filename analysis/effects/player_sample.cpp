#include "analysis/effects/player_sample.hpp"

#include "analysis/effects/draw_order.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

constexpr sim::Stream singleton_order{9003};

std::vector<double> weights_of(std::span<Stratum const> strata, std::span<double const> sizes) {
    std::vector<double> weights;
    for (auto const& stratum : strata) {
        double weight{0.0};
        for (auto const player : stratum) {
            weight += sizes.empty() ? 1.0 : sizes[player];
        }
        weights.push_back(weight);
    }
    return weights;
}

/// How many of each stratum are drawn: in proportion to their weights, what a small one cannot give
/// passing to the others.
std::vector<std::size_t> allocate(std::span<Stratum const> strata, std::span<double const> weights,
                                  std::size_t how_many) {
    std::vector<bool> is_whole(strata.size(), false);
    std::vector<std::size_t> due(strata.size(), 0);
    for (bool again{true}; again;) {
        again = false;
        double weight{0.0};
        auto left = static_cast<double>(how_many);
        for (std::size_t s = 0; s < strata.size(); ++s) {
            weight += is_whole[s] ? 0.0 : weights[s];
            left -= is_whole[s] ? static_cast<double>(strata[s].size()) : 0.0;
        }
        for (std::size_t s = 0; s < strata.size(); ++s) {
            if (is_whole[s]) {
                continue;
            }
            double const part = weight > 0.0 ? std::max(left, 0.0) * weights[s] / weight : 0.0;
            due[s] = static_cast<std::size_t>(std::llround(part));
            if (due[s] >= strata[s].size()) {
                due[s] = strata[s].size();
                is_whole[s] = again = true;
            }
        }
    }
    return due;
}

} // namespace

PlayerSample sample_players(std::span<Stratum const> strata, std::size_t how_many, sim::Seed seed,
                            std::span<double const> sizes) {
    auto const due = allocate(strata, weights_of(strata, sizes), how_many);
    PlayerSample sample;
    for (std::size_t s = 0; s < strata.size(); ++s) {
        auto order = by_lot(strata[s], seed, singleton_order);
        order.resize(std::min(order.size(), std::max<std::size_t>(2, due[s])));
        sample.sizes.push_back(strata[s].size());
        sample.players.push_back(std::move(order));
    }
    return sample;
}

Interval SlopeEstimate::interval(double confidence) const {
    double const half = normal_quantile(0.5 + confidence / 2.0) * std::sqrt(variance);
    return {sum - half, sum + half};
}

SlopeEstimate estimate_slope(PlayerSample const& sample,
                             std::span<std::vector<double> const> added) {
    sim::expects(added.size() == sample.sizes.size(), "each stratum has its singletons");
    SlopeEstimate slope;
    for (std::size_t s = 0; s < added.size(); ++s) {
        auto const size = static_cast<double>(sample.sizes[s]);
        auto const drawn = static_cast<double>(added[s].size());
        slope.sum += size * mean(added[s]);
        if (added[s].size() >= 2) {
            double const spread = standard_deviation(added[s]);
            slope.variance += size * size * (1.0 - drawn / size) * spread * spread / drawn;
        }
    }
    return slope;
}

} // namespace opschaling::analysis
