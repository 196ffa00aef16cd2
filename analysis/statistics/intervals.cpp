#include "analysis/statistics/intervals.hpp"

#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};

/// P(|T| <= t) for t >= 0.
double student_within(double t, std::size_t degrees) {
    double const angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    double const cosine = std::cos(angle);
    bool const odd = degrees % 2 == 1;
    double term = odd ? cosine : 1.0;
    double sum = degrees == 1 ? 0.0 : term;
    for (std::size_t k = odd ? 3 : 2; k + 2 <= degrees; k += 2) {
        auto const step = static_cast<double>(k);
        term *= cosine * cosine * (step - 1.0) / step;
        sum += term;
    }
    return odd ? 2.0 / std::numbers::pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
}

/// The argument at which a rising function reaches a level, to the last bit that bisection gives.
template <typename Rising>
double where_reaches(double level, double low, double high, Rising&& rising) {
    while (true) {
        double const middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high) {
            return middle;
        }
        (rising(middle) < level ? low : high) = middle;
    }
}

/// P(at most k successes of n).
double binomial_probability(std::size_t k, std::size_t n, double p) {
    double const total = std::lgamma(static_cast<double>(n) + 1.0);
    double sum{0.0};
    for (std::size_t i = 0; i <= k; ++i) {
        auto const hits = static_cast<double>(i);
        auto const misses = static_cast<double>(n - i);
        sum += std::exp(total - std::lgamma(hits + 1.0) - std::lgamma(misses + 1.0) +
                        hits * std::log(p) + misses * std::log1p(-p));
    }
    return std::min(sum, 1.0);
}

} // namespace

double student_probability(double t, std::size_t degrees_of_freedom) {
    sim::expects(degrees_of_freedom > 0, "Student's distribution has a degree of freedom");
    double const within = student_within(std::abs(t), degrees_of_freedom);
    return t >= 0.0 ? 0.5 + within / 2.0 : 0.5 - within / 2.0;
}

double student_quantile(double probability, std::size_t degrees_of_freedom) {
    sim::expects(probability > 0.0 && probability < 1.0, "a quantile lies between 0 and 1");
    if (probability == 0.5) {
        return 0.0;
    }
    if (probability < 0.5) {
        return -student_quantile(1.0 - probability, degrees_of_freedom);
    }
    auto const below = [&](double t) { return student_probability(t, degrees_of_freedom); };
    double high{1.0};
    while (below(high) < probability) {
        high *= 2.0;
    }
    return where_reaches(probability, 0.0, high, below);
}

double normal_quantile(double probability) {
    sim::expects(probability > 0.0 && probability < 1.0, "a quantile lies between 0 and 1");
    if (probability > 0.5) {
        return -normal_quantile(1.0 - probability);
    }
    auto const below = [](double z) { return std::erfc(-z / std::numbers::sqrt2) / 2.0; };
    return where_reaches(probability, -40.0, 0.0, below);
}

Interval mean_interval(std::span<double const> values, double confidence) {
    if (values.size() < 2) {
        return {undefined, undefined};
    }
    double const centre = mean(values);
    double const error = standard_deviation(values) / std::sqrt(static_cast<double>(values.size()));
    double const half =
        error == 0.0 ? 0.0 : student_quantile(0.5 + confidence / 2.0, values.size() - 1) * error;
    return {centre - half, centre + half};
}

Interval proportion_interval(std::size_t successes, std::size_t trials, double confidence) {
    sim::expects(successes <= trials, "a proportion is of its trials");
    if (trials == 0) {
        return {0.0, 1.0};
    }
    double const z = normal_quantile(0.5 + confidence / 2.0);
    auto const n = static_cast<double>(trials);
    double const share = static_cast<double>(successes) / n;
    double const scale = 1.0 + z * z / n;
    double const centre = (share + z * z / (2.0 * n)) / scale;
    double const half = z / scale * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    return {successes == 0 ? 0.0 : centre - half, successes == trials ? 1.0 : centre + half};
}

double quantile(std::span<double const> values, double share) {
    sim::expects(share >= 0.0 && share <= 1.0, "a quantile lies between 0 and 1");
    if (values.empty()) {
        return undefined;
    }
    std::vector<double> sorted{values.begin(), values.end()};
    std::ranges::sort(sorted);
    double const place = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - std::floor(place));
}

Interval quantile_interval(std::span<double const> values, double share, double confidence) {
    sim::expects(share > 0.0 && share < 1.0, "a quantile lies between 0 and 1");
    if (values.empty()) {
        return {undefined, undefined};
    }
    std::vector<double> sorted{values.begin(), values.end()};
    std::ranges::sort(sorted);
    auto const n = sorted.size();
    double const tail = (1.0 - confidence) / 2.0;
    std::size_t low{0};
    while (low + 1 < n && binomial_probability(low + 1, n, share) <= tail) {
        ++low;
    }
    std::size_t high{n - 1};
    while (high > 0 && 1.0 - binomial_probability(high - 1, n, share) <= tail) {
        --high;
    }
    return {sorted[low], sorted[high]};
}

} // namespace opschaling::analysis
