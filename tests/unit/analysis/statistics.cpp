#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace opschaling;
using analysis::student_quantile;

TEST_CASE("Student's quantiles equal the published table", "[analysis][statistics]") {
    // Abramowitz and Stegun (1964), table 26.10, and R's qt() where it has more digits.
    CHECK(student_quantile(0.975, 1) == Approx(12.7062047361747).epsilon(1e-12));
    CHECK(student_quantile(0.975, 2) == Approx(4.30265272974946).epsilon(1e-12));
    CHECK(student_quantile(0.975, 4) == Approx(2.77644510519779).epsilon(1e-12));
    CHECK(student_quantile(0.975, 9) == Approx(2.2621571627982).epsilon(1e-12));
    CHECK(student_quantile(0.975, 31) == Approx(2.03951344639641).epsilon(1e-12));
    CHECK(student_quantile(0.95, 5) == Approx(2.01504837333302).epsilon(1e-12));
    CHECK(student_quantile(0.995, 10) == Approx(3.16927267261695).epsilon(1e-12));
    CHECK(student_quantile(0.025, 9) == -student_quantile(0.975, 9));
    CHECK(student_quantile(0.5, 3) == 0.0);
    CHECK(student_quantile(0.975, 100'000) == Approx(1.95998771).epsilon(1e-7));
}

TEST_CASE("normal quantiles equal the published table", "[analysis][statistics]") {
    CHECK(analysis::normal_quantile(0.975) == Approx(1.95996398454005).epsilon(1e-13));
    CHECK(analysis::normal_quantile(0.999) == Approx(3.09023230616781).epsilon(1e-13));
    CHECK(analysis::normal_quantile(0.025) == Approx(-1.95996398454005).epsilon(1e-13));
    CHECK(analysis::normal_quantile(0.5) == Approx(0.0).margin(1e-15));
}

TEST_CASE("moments of a sample worked by hand", "[analysis][statistics]") {
    std::vector<double> const sample{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0};
    CHECK(analysis::mean(sample) == 5.0);
    CHECK(analysis::standard_deviation(sample) == Approx(std::sqrt(32.0 / 7.0)));
    auto const interval = analysis::mean_interval(sample);
    CHECK(interval.low == Approx(5.0 - 2.36462425159278 * std::sqrt(32.0 / 56.0)));
    CHECK(interval.high == Approx(5.0 + 2.36462425159278 * std::sqrt(32.0 / 56.0)));
    CHECK(std::isnan(analysis::mean({})));
    CHECK(std::isnan(analysis::standard_deviation(std::vector{1.0})));
    CHECK(std::isnan(analysis::mean_interval(std::vector{1.0}).low));
}

TEST_CASE("equal values have exactly no spread", "[analysis][statistics]") {
    std::vector<double> const sample(7, 0.1);
    CHECK(analysis::mean(sample) == 0.1);
    CHECK(analysis::standard_deviation(sample) == 0.0);
    CHECK(analysis::mean_interval(sample) == analysis::Interval{0.1, 0.1});
}

TEST_CASE("correlation knows perfect, opposite and none", "[analysis][statistics]") {
    std::vector<double> const rising{1.0, 2.0, 3.0, 4.0};
    std::vector<double> const falling{8.0, 6.0, 4.0, 2.0};
    std::vector<double> const apart{1.0, -1.0, -1.0, 1.0};
    CHECK(analysis::correlation(rising, rising) == Approx(1.0));
    CHECK(analysis::correlation(rising, falling) == Approx(-1.0));
    CHECK(analysis::correlation(rising, apart) == Approx(0.0).margin(1e-15));
    CHECK(std::isnan(analysis::correlation(rising, std::vector<double>(4, 0.1))));
}

TEST_CASE("Wilson's interval equals the worked examples", "[analysis][statistics]") {
    // Newcombe (1998, Statistics in Medicine 17:857), table I: 81/263 and 0/20.
    auto const common = analysis::proportion_interval(81, 263);
    CHECK(common.low == Approx(0.2553).margin(5e-5));
    CHECK(common.high == Approx(0.3662).margin(5e-5));
    auto const never = analysis::proportion_interval(0, 20);
    CHECK(never.low == 0.0);
    CHECK(never.high == Approx(0.1611).margin(5e-5));
    CHECK(analysis::proportion_interval(20, 20).high == 1.0);
    CHECK(analysis::proportion_interval(0, 0) == analysis::Interval{0.0, 1.0});
}

TEST_CASE("quantiles are those of R's default", "[analysis][statistics]") {
    std::vector<double> const sample{7.0, 1.0, 3.0, 5.0, 10.0}; // quantile(x, c(.1,.25,.5,.9))
    CHECK(analysis::quantile(sample, 0.1) == Approx(1.8));
    CHECK(analysis::quantile(sample, 0.25) == 3.0);
    CHECK(analysis::quantile(sample, 0.5) == 5.0);
    CHECK(analysis::quantile(sample, 0.9) == Approx(8.8));
    CHECK(analysis::quantile(sample, 0.0) == 1.0);
    CHECK(analysis::quantile(sample, 1.0) == 10.0);
}

TEST_CASE("the interval of a median lies at the binomial ranks", "[analysis][statistics]") {
    // n = 20: ranks 6 and 15 hold 95.86 % (Conover 1999, table A3).
    std::vector<double> sample;
    for (int i = 1; i <= 20; ++i) {
        sample.push_back(i);
    }
    CHECK(analysis::quantile_interval(sample, 0.5) == analysis::Interval{6.0, 15.0});
    CHECK(analysis::quantile_interval(std::vector{1.0, 2.0}, 0.5) == analysis::Interval{1.0, 2.0});
}

TEST_CASE("a 95 % interval covers the mean 95 times in 100", "[analysis][statistics]") {
    int covered{0};
    int const studies{4000};
    for (int study = 0; study < studies; ++study) {
        std::vector<double> sample;
        sim::Dice dice{sim::Seed{20261122}, sim::Stream{1}, static_cast<std::uint32_t>(study), 0};
        for (int i = 0; i < 8; ++i) {
            double const radius = std::sqrt(-2.0 * std::log(1.0 - dice.uniform()));
            sample.push_back(3.0 + radius * std::cos(6.283185307179586 * dice.uniform()));
        }
        covered += analysis::mean_interval(sample).contains(3.0) ? 1 : 0;
    }
    // Normal values; five standard deviations of a binomial with n = 4000 and p = 0.95 are 69.
    CHECK(std::abs(covered - 3800) < 69);
}
