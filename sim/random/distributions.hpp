#pragma once

#include "sim/random/dice.hpp"

#include <cmath>

namespace opschaling::sim {

/// Standard normal by inversion: one throw, so that the number of throws never varies.
[[nodiscard]] double normal(Dice& dice);

/// Inverse of the standard normal distribution function; Wichura 1988, AS 241 (PPND16).
[[nodiscard]] double normal_quantile(double probability);

/// Standard Gumbel: the noise of a multinomial logit.
[[nodiscard]] inline double gumbel(Dice& dice) {
    return -std::log(-std::log(dice.uniform_open()));
}

/// Weibull with shape and scale, in the unit of the scale.
[[nodiscard]] inline double weibull(Dice& dice, double shape, double scale) {
    return scale * std::pow(-std::log(dice.uniform_open()), 1.0 / shape);
}

/// Number of steps until the first success of yearly or quarterly probability p; at least 1.
[[nodiscard]] inline int geometric(Dice& dice, double probability, int at_most) {
    if (probability <= 0.0) {
        return at_most;
    }
    double const steps = std::floor(std::log(dice.uniform_open()) / std::log1p(-probability)) + 1.0;
    return steps < at_most ? static_cast<int>(steps) : at_most;
}

/// Gamma with scale 1; Marsaglia and Tsang 2000. The number of throws varies.
[[nodiscard]] double gamma(Dice& dice, double shape);

/// Beta with the given mean and standard deviation, of which the variance must be below
/// mean * (1 - mean).
[[nodiscard]] double beta(Dice& dice, double mean, double standard_deviation);

[[nodiscard]] inline double logistic(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

[[nodiscard]] inline double logit(double probability) {
    return std::log(probability / (1.0 - probability));
}

} // namespace opschaling::sim
