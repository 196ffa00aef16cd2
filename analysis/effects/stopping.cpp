#include "analysis/effects/stopping.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

std::size_t more_replications(std::span<double const> values, StoppingRule const& rule) {
    if (values.size() < rule.first) {
        return rule.first - values.size();
    }
    double const enough = std::max(rule.amount, rule.part * std::abs(mean(values)));
    if (mean_interval(values).half_width() <= enough || values.size() >= rule.most) {
        return 0;
    }
    return std::min(values.size(), rule.most - values.size());
}

} // namespace opschaling::analysis
