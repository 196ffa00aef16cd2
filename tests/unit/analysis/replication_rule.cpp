#include "analysis/statistics/replication_rule.hpp"

#include "sim/random/dice.hpp"
#include "sim/random/distributions.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace opschaling;
using analysis::are_enough;
using analysis::next_checkpoint;
using analysis::ReplicationRule;

namespace {

constexpr auto failed = std::numeric_limits<double>::quiet_NaN();

ReplicationRule five_percent(std::size_t least) {
    return {.least = least, .outcome = "homes", .relative = 0.05, .absolute = {}};
}

} // namespace

TEST_CASE("replications are looked at in steps, and no more than allowed are asked",
          "[analysis][sweep]") {
    auto const rule = five_percent(10);
    CHECK(next_checkpoint(rule, 0, 35) == 10);
    CHECK(next_checkpoint(rule, 10, 35) == 20);
    CHECK(next_checkpoint(rule, 30, 35) == 35);
}

TEST_CASE("equal values are enough, two far apart are not", "[analysis][sweep]") {
    auto const rule = five_percent(2);
    CHECK(are_enough(rule, std::vector{7.0, 7.0}));
    CHECK_FALSE(are_enough(rule, std::vector{7.0, 9.0}));
    CHECK_FALSE(are_enough(rule, std::vector{7.0}));
    CHECK_FALSE(are_enough(rule, std::vector<double>{}));
}

TEST_CASE("failed runs are left out; where all failed there is nothing to wait for",
          "[analysis][sweep]") {
    auto const rule = five_percent(2);
    CHECK(are_enough(rule, std::vector{7.0, failed, 7.0}));
    CHECK_FALSE(are_enough(rule, std::vector{7.0, failed}));
    CHECK(are_enough(rule, std::vector{failed, failed}));
}

TEST_CASE("a policy is judged on its paired difference with the reference", "[analysis][sweep]") {
    auto const rule = five_percent(3);
    std::vector<double> const reference{50.0, 150.0, 100.0, 120.0};
    std::vector<double> const shifted{51.0, 151.0, 101.0, 121.0};
    std::vector<double> const crossed{150.0, 50.0, 120.0, 100.0};
    CHECK_FALSE(are_enough(rule, reference));
    CHECK(are_enough(rule, shifted, reference)); // the difference is always 1
    CHECK_FALSE(are_enough(rule, crossed, reference));
}

TEST_CASE("stopping on a relative width keeps its confidence", "[analysis][sweep]") {
    // Normal values with a coefficient of variation of .3, gamma 5 %, at least 30: theory and
    // simulation give about .96 (Law 2015, 9.4.1). 400 tries have a standard error of .010; four of
    // them below .95 is the bound.
    auto const rule = five_percent(30);
    int covered{0};
    constexpr int tries{400};
    for (std::uint32_t attempt = 0; attempt < tries; ++attempt) {
        std::vector<double> values;
        for (std::size_t n = 30; n <= 1200; n += 30) {
            while (values.size() < n) {
                sim::Dice dice{
                    {7, attempt}, sim::Stream{1}, static_cast<std::uint32_t>(values.size()), 0};
                values.push_back(1.0 + 0.3 * sim::normal(dice));
            }
            if (are_enough(rule, values)) {
                break;
            }
        }
        double sum{0.0};
        for (double const value : values) {
            sum += value;
        }
        double const mean = sum / static_cast<double>(values.size());
        covered += std::abs(mean - 1.0) <= 0.05 ? 1 : 0;
    }
    CHECK(static_cast<double>(covered) / tries >= 0.92);
}
