#include "analysis/design/unit_points.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace opschaling::analysis {

namespace {

/// The lower triangle L of L Lᵀ = matrix; empty when the matrix is not positive definite.
std::vector<double> cholesky(std::vector<double> const& matrix, std::size_t size) {
    std::vector<double> lower(matrix.size(), 0.0);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double left = matrix[i * size + j];
            for (std::size_t k = 0; k < j; ++k) {
                left -= lower[i * size + k] * lower[j * size + k];
            }
            if (i == j && left <= 0.0) {
                return {};
            }
            lower[i * size + j] = i == j ? std::sqrt(left) : left / lower[j * size + j];
        }
    }
    return lower;
}

/// Of normal variables that have these rank correlations (Kruskal 1958).
std::vector<double> normal_correlations(std::vector<double> ranks) {
    for (double& rank : ranks) {
        rank = rank == 1.0 ? 1.0 : 2.0 * std::sin(std::numbers::pi * rank / 6.0);
    }
    return ranks;
}

double normal_probability(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

/// Each point as normal scores, mixed by the triangle.
std::vector<double> mixed_scores(std::vector<double> const& unit, std::size_t dimensions,
                                 std::vector<double> const& correlations) {
    auto const lower = cholesky(normal_correlations(correlations), dimensions);
    std::vector<double> mixed(unit.size(), 0.0);
    std::vector<double> scores(dimensions);
    for (std::size_t first = 0; first < unit.size(); first += dimensions) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            scores[j] = sim::normal_quantile(unit[first + j]);
        }
        for (std::size_t i = 0; i < dimensions; ++i) {
            for (std::size_t k = 0; k <= i; ++k) {
                mixed[first + i] += lower[i * dimensions + k] * scores[k];
            }
        }
    }
    return mixed;
}

} // namespace

bool is_correlation(std::vector<double> const& correlations, std::size_t dimensions) {
    if (correlations.size() != dimensions * dimensions) {
        return false;
    }
    for (std::size_t i = 0; i < dimensions; ++i) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            double const one = correlations[i * dimensions + j];
            if (std::abs(one) > 1.0 || one != correlations[j * dimensions + i] ||
                (i == j && one != 1.0)) {
                return false;
            }
        }
    }
    return !cholesky(normal_correlations(correlations), dimensions).empty();
}

void copula_to_correlate(std::vector<double>& unit, std::size_t dimensions,
                         std::vector<double> const& correlations) {
    auto const mixed = mixed_scores(unit, dimensions, correlations);
    std::ranges::transform(mixed, unit.begin(), normal_probability);
}

void reorder_to_correlate(std::vector<double>& unit, std::size_t dimensions,
                          std::vector<double> const& correlations) {
    auto const mixed = mixed_scores(unit, dimensions, correlations);
    std::size_t const rows = unit.size() / dimensions;
    std::vector<std::size_t> order(rows);
    std::vector<double> column(rows);
    for (std::size_t j = 0; j < dimensions; ++j) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t row) { return mixed[row * dimensions + j]; });
        for (std::size_t row = 0; row < rows; ++row) {
            column[row] = unit[row * dimensions + j];
        }
        std::ranges::sort(column);
        for (std::size_t rank = 0; rank < rows; ++rank) {
            unit[order[rank] * dimensions + j] = column[rank];
        }
    }
}

} // namespace opschaling::analysis
