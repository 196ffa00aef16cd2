#include "sim/random/distributions.hpp"

#include "sim/contract/expects.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <numbers>

using namespace opschaling;
using namespace opschaling::sim;

namespace {

constexpr std::uint32_t throws{200'000};

struct Moments {
    double mean{0.0};
    double variance{0.0};
};

/// Mean and variance of what as many agents draw, one each.
Moments moments_of(std::function<double(Dice&)> const& draw) {
    double sum{0.0};
    double squares{0.0};
    for (std::uint32_t agent = 0; agent < throws; ++agent) {
        Dice dice{{.study = 11, .replication = 0}, Stream{1}, agent, 0};
        double const x = draw(dice);
        sum += x;
        squares += x * x;
    }
    double const mean = sum / throws;
    return {mean, squares / throws - mean * mean};
}

/// Five standard errors of a mean of `throws` draws: a chance of 1 in 1.7 million per check.
double margin_of_mean(double variance) {
    return 5.0 * std::sqrt(variance / throws);
}

/// Five standard errors of a variance, with the distribution's kurtosis (3 for a normal one).
double margin_of_variance(double variance, double kurtosis) {
    return 5.0 * variance * std::sqrt((kurtosis - 1.0) / throws);
}

} // namespace

TEST_CASE("the normal quantile meets known values", "[sim][random]") {
    // Wichura 1988, section 4, and tables of the normal distribution.
    CHECK(normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
    CHECK(normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-15));
    CHECK(normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(normal_quantile(0.5) == 0.0);
    CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(normal_quantile(0.8413447460685429) == Approx(1.0).epsilon(1e-14));
    CHECK(normal_quantile(0.9986501019683699) == Approx(3.0).epsilon(1e-14));
}

TEST_CASE("the normal quantile undoes the distribution function", "[sim][random]") {
    for (double x = -7.9; x < 5.0; x += 0.013) {
        double const probability = 0.5 * std::erfc(-x / std::numbers::sqrt2);
        // Near 1 the probability itself carries the rounding: half a unit in the last place of 1
        // over the density at x.
        double const density = std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
        double const lost = x > 0.0 ? 1.2e-16 / density : 0.0;
        INFO("x = " << x);
        REQUIRE(normal_quantile(probability) == Approx(x).epsilon(1e-13).margin(1e-14 + lost));
    }
}

TEST_CASE("the normal quantile is symmetric and rises", "[sim][random]") {
    double before{-100.0};
    // Over both of its borders, at 0.075 and at exp(-25).
    for (double p = 1e-12; p < 0.5; p *= 1.01) {
        double const x = normal_quantile(p);
        REQUIRE(x > before);
        before = x;
    }
    for (double const p : {0.25, 0.0625, 0.03125, 0.0009765625}) {
        CHECK(normal_quantile(p) == -normal_quantile(1.0 - p));
    }
}

TEST_CASE("normal throws have mean 0 and variance 1", "[sim][random]") {
    auto const seen = moments_of([](Dice& dice) { return normal(dice); });
    CHECK(seen.mean == Approx(0.0).margin(margin_of_mean(1.0)));
    CHECK(seen.variance == Approx(1.0).margin(margin_of_variance(1.0, 3.0)));
}

TEST_CASE("Gumbel throws have Euler's constant as mean", "[sim][random]") {
    double const variance = std::numbers::pi * std::numbers::pi / 6.0;
    auto const seen = moments_of([](Dice& dice) { return gumbel(dice); });
    CHECK(seen.mean == Approx(std::numbers::egamma).margin(margin_of_mean(variance)));
    CHECK(seen.variance == Approx(variance).margin(margin_of_variance(variance, 5.4)));
}

TEST_CASE("Weibull throws have the mean and spread of the life of a boiler", "[sim][random]") {
    // Shape 6 and scale 18.6 years give a mean of 17.2 years.
    double const mean = 18.6 * std::tgamma(1.0 + 1.0 / 6.0);
    double const variance = 18.6 * 18.6 * std::tgamma(1.0 + 2.0 / 6.0) - mean * mean;
    auto const seen = moments_of([](Dice& dice) { return weibull(dice, 6.0, 18.6); });
    CHECK(mean == Approx(17.26).margin(0.01));
    CHECK(seen.mean == Approx(mean).margin(margin_of_mean(variance)));
    CHECK(seen.variance == Approx(variance).margin(margin_of_variance(variance, 3.1)));
}

TEST_CASE("geometric throws count the steps to the first success", "[sim][random]") {
    double const p = 0.05;
    double const variance = (1.0 - p) / (p * p);
    auto const seen = moments_of([&](Dice& dice) { return geometric(dice, p, 1'000'000); });
    CHECK(seen.mean == Approx(1.0 / p).margin(margin_of_mean(variance)));
    CHECK(seen.variance == Approx(variance).margin(margin_of_variance(variance, 9.1)));
}

TEST_CASE("a geometric throw stays between one and its limit", "[sim][random]") {
    for (std::uint32_t agent = 0; agent < 1000; ++agent) {
        Dice dice{{}, Stream{2}, agent, 0};
        auto const steps = geometric(dice, 0.001, 40);
        REQUIRE(steps >= 1);
        REQUIRE(steps <= 40);
        REQUIRE(geometric(dice, 1.0, 40) == 1);
        REQUIRE(geometric(dice, 0.0, 40) == 40);
        // A chance too small for 1 - p to differ from 1.
        REQUIRE(geometric(dice, 1e-300, 40) == 40);
    }
}

TEST_CASE("gamma throws have their shape as mean and variance", "[sim][random]") {
    for (double const shape : {0.3, 1.0, 2.5, 40.0}) {
        INFO("shape " << shape);
        auto const seen = moments_of([&](Dice& dice) { return gamma(dice, shape); });
        CHECK(seen.mean == Approx(shape).margin(margin_of_mean(shape)));
        CHECK(seen.variance == Approx(shape).margin(margin_of_variance(shape, 3.0 + 6.0 / shape)));
    }
}

TEST_CASE("beta throws have the mean and deviation asked for, within 0 and 1", "[sim][random]") {
    for (auto const& [mean, deviation] : {std::pair{0.5, 0.2}, {0.25, 0.12}, {0.9, 0.25}}) {
        INFO("mean " << mean << ", deviation " << deviation);
        double const variance = deviation * deviation;
        auto const seen = moments_of([&, m = mean, s = deviation](Dice& dice) {
            double const x = beta(dice, m, s);
            REQUIRE(x >= 0.0);
            REQUIRE(x <= 1.0);
            return x;
        });
        CHECK(seen.mean == Approx(mean).margin(margin_of_mean(variance)));
        // The kurtosis of these three stays below 8.
        CHECK(seen.variance == Approx(variance).margin(margin_of_variance(variance, 8.0)));
    }
}

TEST_CASE("a beta that cannot exist breaks a promise, one without spread is its mean",
          "[sim][random]") {
    Dice dice{{}, Stream{3}, 0, 0};
    CHECK(beta(dice, 0.4, 0.0) == 0.4);
    CHECK_THROWS_AS(beta(dice, 0.5, 0.5), InvariantError);
    CHECK_THROWS_AS(beta(dice, 0.1, 0.4), InvariantError);
}

TEST_CASE("logit undoes logistic", "[sim][random]") {
    for (double x = -30.0; x <= 30.0; x += 0.5) {
        CHECK(logit(logistic(x)) == Approx(x).margin(1e-2).epsilon(1e-3));
    }
    CHECK(logistic(0.0) == 0.5);
    CHECK(logistic(-800.0) == 0.0);
    CHECK(logistic(800.0) == 1.0);
}
