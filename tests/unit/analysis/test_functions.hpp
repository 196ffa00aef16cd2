#pragma once

#include "analysis/design/design.hpp"
#include "sim/random/distributions.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numbers>
#include <span>
#include <vector>

namespace opschaling::testing {

using Function = std::function<double(std::span<double const>)>;

/// sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 (Ishigami and Homma 1990).
inline double ishigami(std::span<double const> x) {
    double const second = std::sin(x[1]);
    return std::sin(x[0]) * (1.0 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7.0 * second * second;
}

/// The product of (|4x - 2| + a) / (1 + a) with a = 0, 1, 4.5, 9, 99, 99, ... (Sobol' 1993).
inline double sobol_g(std::span<double const> x) {
    constexpr std::array<double, 4> a{0.0, 1.0, 4.5, 9.0};
    double product{1.0};
    for (std::size_t i = 0; i < x.size(); ++i) {
        double const weight = i < a.size() ? a[i] : 99.0;
        product *= (std::abs(4.0 * x[i] - 2.0) + weight) / (1.0 + weight);
    }
    return product;
}

inline analysis::DesignRequest request_for(analysis::DesignKind kind, std::size_t inputs,
                                           std::size_t rows, double low, double high) {
    analysis::DesignRequest request;
    request.kind = kind;
    request.rows = rows;
    for (std::size_t i = 0; i < inputs; ++i) {
        request.inputs.push_back(
            {.name = fmt::format("x{}", i + 1), .unit = "1", .map = {.low = low, .high = high}});
    }
    return request;
}

inline analysis::DesignRequest ishigami_request(std::size_t rows) {
    return request_for(analysis::DesignKind::saltelli, 3, rows, -std::numbers::pi,
                       std::numbers::pi);
}

inline std::vector<double> figures_of(analysis::Design const& design, Function const& function) {
    std::vector<double> figures;
    for (std::size_t point = 0; point < design.points(); ++point) {
        figures.push_back(function(design.point(point)));
    }
    return figures;
}

/// Standard normal noise of a point, that of its dice alone.
inline double noise_at(analysis::Design const& design, std::size_t point) {
    sim::Dice dice{{11, design.dice.at(point)}, sim::Stream{1}, 0, 0};
    return sim::normal(dice);
}

} // namespace opschaling::testing
