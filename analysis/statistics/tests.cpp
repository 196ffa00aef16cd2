#include "analysis/statistics/tests.hpp"

#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::analysis {

namespace {

double covariance(std::span<double const> one, std::span<double const> other) {
    double const centre = mean(one);
    double const other_centre = mean(other);
    double sum{0.0};
    for (std::size_t i = 0; i < one.size(); ++i) {
        sum += (one[i] - centre) * (other[i] - other_centre);
    }
    return sum / static_cast<double>(one.size() - 1);
}

double standard_error(std::span<double const> values) {
    return standard_deviation(values) / std::sqrt(static_cast<double>(values.size()));
}

} // namespace

std::optional<Interval> ratio_interval(std::span<double const> numerators,
                                       std::span<double const> denominators, double confidence) {
    sim::expects(numerators.size() == denominators.size(), "a ratio is of pairs");
    auto const n = numerators.size();
    if (n < 2) {
        return std::nullopt;
    }
    double const x = mean(numerators);
    double const y = mean(denominators);
    double const t = student_quantile(0.5 + confidence / 2.0, n - 1);
    double const scale = t * t / static_cast<double>(n);
    // All ratios q with (x - q y)^2 <= t^2 var(x - q y) / n: a quadratic inequality in q.
    double const a = y * y - scale * covariance(denominators, denominators);
    double const b = x * y - scale * covariance(numerators, denominators);
    double const c = x * x - scale * covariance(numerators, numerators);
    if (a <= 0.0) {
        return std::nullopt;
    }
    double const root = std::sqrt(std::max(0.0, b * b - a * c));
    return Interval{(b - root) / a, (b + root) / a};
}

double equivalence_p_value(std::span<double const> values, double margin) {
    if (values.size() < 2) {
        return 1.0;
    }
    double const centre = std::abs(mean(values));
    double const error = standard_error(values);
    if (error == 0.0) {
        return centre < margin ? 0.0 : 1.0;
    }
    // The nearer of the two margins decides.
    return 1.0 - student_probability((margin - centre) / error, values.size() - 1);
}

double mean_p_value(std::span<double const> values) {
    if (values.size() < 2) {
        return 1.0;
    }
    double const error = standard_error(values);
    if (error == 0.0) {
        return mean(values) == 0.0 ? 1.0 : 0.0;
    }
    return 2.0 * (1.0 - student_probability(std::abs(mean(values)) / error, values.size() - 1));
}

std::vector<double> holm_adjusted(std::span<double const> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
    std::vector<double> adjusted(p_values.size());
    double highest{0.0};
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        auto const left = static_cast<double>(order.size() - rank);
        highest = std::max(highest, std::min(1.0, left * p_values[order[rank]]));
        adjusted[order[rank]] = highest;
    }
    return adjusted;
}

} // namespace opschaling::analysis
