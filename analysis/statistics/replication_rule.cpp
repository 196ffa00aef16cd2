#include "analysis/statistics/replication_rule.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

std::vector<double> present(std::span<double const> values) {
    std::vector<double> kept;
    std::ranges::copy_if(values, std::back_inserter(kept),
                         [](double value) { return std::isfinite(value); });
    return kept;
}

bool is_narrow(ReplicationRule const& rule, std::span<double const> values, double size) {
    auto const half_width = mean_interval(values, rule.confidence).half_width();
    auto const gamma = rule.relative.value_or(0.0);
    return half_width <= std::max(rule.absolute.value_or(0.0), gamma / (1.0 + gamma) * size);
}

} // namespace

std::size_t next_checkpoint(ReplicationRule const& rule, std::size_t done, std::size_t most) {
    auto const step = std::max<std::size_t>(1, rule.least);
    return std::min(most, (done / step + 1) * step);
}

bool are_enough(ReplicationRule const& rule, std::span<double const> values) {
    auto const kept = present(values);
    if (kept.size() < 2) {
        return kept.empty() && !values.empty();
    }
    return is_narrow(rule, kept, std::abs(mean(kept)));
}

bool are_enough(ReplicationRule const& rule, std::span<double const> values,
                std::span<double const> reference) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(values.size(), reference.size()); ++i) {
        differences.push_back(values[i] - reference[i]);
    }
    auto const kept = present(differences);
    if (kept.size() < 2) {
        return kept.empty() && !values.empty();
    }
    auto const base = present(reference);
    return is_narrow(rule, kept, std::abs(mean(base)));
}

} // namespace opschaling::analysis
