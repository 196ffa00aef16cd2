#include "analysis/effects/singletons.hpp"

#include "analysis/effects/draw_order.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

constexpr sim::Stream singleton_order{9003};

} // namespace

SingletonSample sample_singletons(std::span<Stratum const> strata, std::size_t how_many,
                                  sim::Seed seed) {
    std::size_t players{0};
    for (auto const& stratum : strata) {
        players += stratum.size();
    }
    SingletonSample sample;
    for (auto const& stratum : strata) {
        double const part = static_cast<double>(stratum.size()) / static_cast<double>(players);
        auto const due =
            static_cast<std::size_t>(std::llround(part * static_cast<double>(how_many)));
        auto order = by_lot(stratum, seed, singleton_order);
        order.resize(std::min(order.size(), std::max<std::size_t>(2, due)));
        sample.sizes.push_back(stratum.size());
        sample.players.push_back(std::move(order));
    }
    return sample;
}

Interval SlopeEstimate::interval(double confidence) const {
    double const half = normal_quantile(0.5 + confidence / 2.0) * std::sqrt(variance);
    return {sum - half, sum + half};
}

SlopeEstimate estimate_slope(SingletonSample const& sample,
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
