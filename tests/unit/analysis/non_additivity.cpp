#include "analysis/grid/non_additivity.hpp"

#include "analysis/grid/staircase.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::analysis;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double quantile{2.33};
AssetMeasure const measure{quantile, {100.0, 200.0, 65.0}};

HourlyLoad load_of(std::uint32_t number, double size) {
    sim::Dice dice{{.study = 3}, sim::Stream{1}, number, 0};
    HourlyLoad load;
    for (int h = 0; h < 3; ++h) {
        load.mean.push_back(size * dice.uniform());
        load.variance.push_back(size * dice.uniform());
    }
    return load;
}

/// Runs of one asset over four steps: each wijk brings its load, and all together bring a little
/// more than the sum, which is behaviour.
AssetRuns some_runs(double behaviour) {
    AssetRuns runs;
    for (std::uint32_t step = 0; step < 4; ++step) {
        auto const base = load_of(step, 50.0);
        runs.nobody.push_back(base);
        auto all = base;
        for (std::uint32_t j = 0; j < 3; ++j) {
            auto const own = load_of(100 + 10 * j + step, 20.0 + 10.0 * j);
            all += own;
            if (runs.alone.size() <= j) {
                runs.alone.emplace_back();
            }
            runs.alone[j].push_back(base + own);
        }
        for (auto& mean : all.mean) {
            mean += behaviour;
        }
        runs.everybody.push_back(all);
    }
    return runs;
}

double energy(LoadTrajectory const& trajectory) {
    double sum{0.0};
    for (auto const& load : trajectory) {
        sum += energy_of(load, measure);
    }
    return sum;
}

double last_peak(LoadTrajectory const& trajectory) {
    return peak_of(trajectory.back(), quantile);
}

} // namespace

TEST_CASE("energy is additive: its physics is zero to rounding and all else is behaviour",
          "[analysis][grid]") {
    auto const split = split_non_additivity(some_runs(0.5), energy);
    CHECK_THAT(split.physics, WithinAbs(0.0, 1e-9));
    CHECK_THAT(split.behaviour, WithinAbs(4 * 0.5 * 365.0, 1e-6));
    CHECK_THAT(split_non_additivity(some_runs(0.0), energy).behaviour, WithinAbs(0.0, 1e-9));
}

TEST_CASE("physics and behaviour make the whole difference exactly", "[analysis][grid]") {
    auto const runs = some_runs(2.0);
    for (OfTrajectory const& measured : {OfTrajectory{energy}, OfTrajectory{last_peak}}) {
        auto const split = split_non_additivity(runs, measured);
        double whole = measured(runs.everybody) - measured(runs.nobody);
        for (auto const of_one : increments(runs, measured)) {
            whole -= of_one;
        }
        CHECK_THAT(split.total(), WithinAbs(whole, 1e-9));
    }
}

TEST_CASE("where each wijk does together what it does alone, behaviour is nothing",
          "[analysis][grid]") {
    auto const split = split_non_additivity(some_runs(0.0), last_peak);
    CHECK_THAT(split.behaviour, WithinAbs(0.0, 1e-9));
    CHECK(std::abs(split.physics) > 0.1);
}

TEST_CASE("certain loads at one hour coincide wholly, independent ones less", "[analysis][grid]") {
    HourlyLoad const certain{{3.0, 1.0}, {0.0, 0.0}};
    HourlyLoad const other_hour{{1.0, 3.0}, {0.0, 0.0}};
    HourlyLoad const chance{{3.0, 1.0}, {4.0, 4.0}};
    CHECK_THAT(coincidence({certain, certain}, quantile), WithinAbs(1.0, 1e-12));
    CHECK_THAT(coincidence({certain, other_hour}, quantile), WithinAbs(4.0 / 6.0, 1e-12));
    CHECK(coincidence({chance, chance}, quantile) < 1.0);
    CHECK(coincidence({chance, chance}, 0.0) == 1.0);
}

TEST_CASE("cost is a staircase in the load and waiting lasts until the step is ready",
          "[analysis][grid]") {
    ReinforcementRule const rule{
        .capacity = 10.0, .step = 5.0, .step_cost = 100.0, .margin = 0.0, .lead = 2};
    auto const constant = [](double load, int steps) {
        return LoadTrajectory(static_cast<std::size_t>(steps), HourlyLoad{{load}, {0.0}});
    };
    CHECK(reinforce(constant(10.0, 6), quantile, rule).cost == 0.0);
    CHECK(reinforce(constant(10.1, 6), quantile, rule).cost == 100.0);
    CHECK(reinforce(constant(15.0, 6), quantile, rule).cost == 100.0);
    CHECK(reinforce(constant(15.1, 6), quantile, rule).cost == 200.0);
    CHECK(reinforce(constant(10.0, 6), quantile, rule).waiting == 0.0);
    CHECK(reinforce(constant(10.1, 6), quantile, rule).waiting == 2.0);
    auto at_once = rule;
    at_once.lead = 0;
    CHECK(reinforce(constant(10.1, 6), quantile, at_once).waiting == 0.0);
    auto unlimited = rule;
    unlimited.capacity = 1.0e9;
    CHECK(reinforce(constant(1000.0, 6), quantile, unlimited).cost == 0.0);
    CHECK(overload_of({{1000.0, 0.0, 0.0}, {9.0, 0.0, 0.0}}, measure, 1.0e9) == 0.0);
}

TEST_CASE("the cost of two wijken on one asset is less or more than of each alone, by the steps",
          "[analysis][grid]") {
    ReinforcementRule const rule{
        .capacity = 10.0, .step = 5.0, .step_cost = 100.0, .margin = 0.0, .lead = 0};
    auto const cost = [&](LoadTrajectory const& t) { return reinforce(t, quantile, rule).cost; };
    auto const runs_of = [](double base, double own) {
        return AssetRuns{{{{base}, {0.0}}},
                         {{{base + 2 * own}, {0.0}}},
                         {{{{base + own}, {0.0}}}, {{{base + own}, {0.0}}}}};
    };
    // Each alone fits, both together do not: more than the sum.
    CHECK(split_non_additivity(runs_of(6.0, 3.0), cost).physics == 100.0);
    // Each alone needs a step, both together need that one step: less than the sum.
    CHECK(split_non_additivity(runs_of(9.0, 2.0), cost).physics == -100.0);
}

TEST_CASE("a staircase that steepens is told from a straight one", "[analysis][grid]") {
    auto const of = [](double first, double second, double middle_cost) {
        return Staircase{"string",
                         "MS-streng",
                         false,
                         {{0.0, 50.0, 0.0, 100.0},
                          {0.25, 75.0, 0.0, 100.0 + first},
                          {0.5, 100.0, middle_cost, 100.0 + first + second},
                          {1.0, 150.0, 40.0, 200.0}}};
    };
    CHECK(judge(of(10.0, 11.0, 20.0)).steepens());
    CHECK_FALSE(judge(of(10.0, 10.4, 20.0)).steepens());
    CHECK_FALSE(judge(of(10.0, 8.0, 20.0)).steepens());
    CHECK_THAT(judge(of(10.0, 10.0, 20.0)).bend, WithinAbs(0.25, 1e-12)); // nothing at a quarter
    CHECK_THAT(judge(of(10.0, 10.0, 0.0)).bend, WithinAbs(0.5, 1e-12));
}
