#include "analysis/statistics/moments.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};

/// Equal values have exactly no spread, whatever rounding does to their mean.
bool all_equal(std::span<double const> values) {
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) == values.end();
}

} // namespace

double mean(std::span<double const> values) {
    if (values.empty()) {
        return undefined;
    }
    if (all_equal(values)) {
        return values.front();
    }
    double sum{0.0};
    for (double const value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<double const> values) {
    if (values.size() < 2) {
        return undefined;
    }
    double const centre = mean(values);
    double sum{0.0};
    for (double const value : values) {
        sum += (value - centre) * (value - centre);
    }
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double correlation(std::span<double const> one, std::span<double const> other) {
    sim::expects(one.size() == other.size(), "a correlation is of pairs");
    if (one.size() < 2 || all_equal(one) || all_equal(other)) {
        return undefined;
    }
    double const centre = mean(one);
    double const other_centre = mean(other);
    double products{0.0};
    double squares{0.0};
    double other_squares{0.0};
    for (std::size_t i = 0; i < one.size(); ++i) {
        double const x = one[i] - centre;
        double const y = other[i] - other_centre;
        products += x * y;
        squares += x * x;
        other_squares += y * y;
    }
    return std::clamp(products / std::sqrt(squares * other_squares), -1.0, 1.0);
}

} // namespace opschaling::analysis
