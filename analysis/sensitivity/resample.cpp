#include "analysis/sensitivity/resample.hpp"

#include "sim/random/dice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace opschaling::analysis {

std::size_t resampled(std::uint32_t seed, std::uint32_t resample, std::uint32_t place,
                      std::size_t count) {
    constexpr std::uint32_t resamples{0x52530000};
    auto const words = sim::philox4x32({place, resample, 0, 0}, {seed, resamples});
    // 64 bits, so that the remainder favours nothing that could be seen.
    std::uint64_t const number = (std::uint64_t{words[0]} << 32U) | words[1];
    return number % count;
}

Interval percentile_interval(std::vector<double> values, double confidence) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) {
        double const undefined = std::numeric_limits<double>::quiet_NaN();
        return {undefined, undefined};
    }
    double const outside = (1.0 - confidence) / 2.0;
    return {quantile(values, outside), quantile(values, 1.0 - outside)};
}

std::vector<Interval> bootstrap_intervals(
    std::size_t rows, std::size_t resamples, std::uint32_t seed, double confidence,
    std::function<std::vector<double>(std::span<std::size_t const>)> const& estimate) {
    std::vector<std::vector<double>> figures;
    std::vector<std::size_t> chosen(rows);
    for (std::size_t resample = 0; resample < resamples; ++resample) {
        for (std::size_t i = 0; i < rows; ++i) {
            chosen[i] = resampled(seed, static_cast<std::uint32_t>(resample),
                                  static_cast<std::uint32_t>(i), rows);
        }
        auto const estimated = estimate(chosen);
        figures.resize(estimated.size());
        for (std::size_t i = 0; i < estimated.size(); ++i) {
            figures[i].push_back(estimated[i]);
        }
    }
    std::vector<Interval> intervals;
    intervals.reserve(figures.size());
    for (auto& figure : figures) {
        intervals.push_back(percentile_interval(std::move(figure), confidence));
    }
    return intervals;
}

} // namespace opschaling::analysis
