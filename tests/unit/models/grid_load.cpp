#include "models/grid/load_table.hpp"
#include "models/grid/weigh.hpp"
#include "sim/random/dice.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double terraced_label_c{0.16}; // kW/K, H7

GridParameters const& grid() {
    return tests::shipped_parameters().grid;
}

HeatParameters const& heat() {
    return tests::shipped_parameters().heat;
}

/// kW per heat pump of so many together.
double peak_of_pumps(double outdoor, double homes) {
    return peak_per_heat_pump(heat(), grid().quantile, Insulation::moderate, terraced_label_c,
                              outdoor, homes);
}

LoadTable const& table() {
    static auto const made = make_load_table(grid(), tests::shipped_parameters().heat);
    return made;
}

/// Contents of so many homes of a terraced street and what they have.
Contents street(std::int32_t homes, std::int32_t pumps, std::int32_t cars = 0,
                std::int32_t roofs = 0) {
    Contents contents;
    contents.count[load_class::base + 1] = homes;
    contents.count[load_class::heat_pump + 3] = pumps;
    contents.count[load_class::ev] = cars;
    contents.count[load_class::pv] = roofs;
    return contents;
}

/// Any contents at all, by the dice.
Contents anything(std::uint32_t number) {
    sim::Dice dice{{.study = 7}, sim::Stream{1}, number, 0};
    Contents contents;
    auto const most = std::pow(10.0, 1.0 + 4.0 * dice.uniform());
    for (auto& count : contents.count) {
        count = dice.uniform() < 0.4 ? 0 : static_cast<std::int32_t>(dice.uniform() * most);
    }
    return contents;
}

struct PlainWeight {
    double peak{0.0};
    double feed_in{0.0};
    double overload{0.0};
};

/// Every design hour, one after the other.
PlainWeight hour_by_hour(Contents const& contents, double firms, double capacity = 0.0) {
    PlainWeight found;
    double const roofs = table().pv_power * contents.count[load_class::pv];
    for (std::size_t h = 0; h < design_hours; ++h) {
        float mean{0.0F};
        float variance{0.0F};
        float power{0.0F};
        for (std::size_t c = 0; c < load_classes; ++c) {
            auto const n = static_cast<float>(contents.count[c]);
            mean += n * table().all.mean[c][h];
            variance += n * table().all.variance[c][h];
            power += n * table().all.power[c][h];
        }
        double const other = firms * table().other[h];
        double const spread = table().quantile * std::sqrt(static_cast<double>(variance));
        double const peak = std::min(static_cast<double>(mean) + other + spread,
                                     static_cast<double>(power) + other);
        double const feed_in = std::clamp(spread - (static_cast<double>(mean) + other), 0.0, roofs);
        found.peak = std::max(found.peak, peak);
        found.feed_in = std::max(found.feed_in, feed_in);
        found.overload +=
            table().day_weight[h / hours_a_day] * std::max(0.0, std::max(peak, feed_in) - capacity);
    }
    return found;
}

} // namespace

TEST_CASE("the heat pump rule gives the table of B3.1", "[models][grid]") {
    // Temperature and the peak per home of n = 1, 10, 40, 150, 275 and 1,000 heat pumps.
    struct Row {
        double temperature;
        std::array<double, 6> peak;
    };

    constexpr std::array homes{1.0, 10.0, 40.0, 150.0, 275.0, 1000.0};
    constexpr std::array rows{Row{-10.0, {2.60, 2.60, 2.60, 2.49, 2.45, 2.40}},
                              Row{-4.0, {2.60, 2.44, 1.97, 1.74, 1.67, 1.59}},
                              Row{0.0, {2.60, 2.01, 1.54, 1.31, 1.25, 1.16}},
                              Row{7.0, {2.60, 1.25, 0.88, 0.69, 0.64, 0.57}}};
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < homes.size(); ++i) {
            INFO(row.temperature << " degC, " << homes[i] << " homes");
            CHECK_THAT(peak_of_pumps(row.temperature, homes[i]), WithinAbs(row.peak[i], 0.015));
        }
    }
}

TEST_CASE("coincidence falls with numbers in mild weather and hardly at design temperature",
          "[models][grid]") {
    auto const fall = [](double temperature) {
        return 1.0 - peak_of_pumps(temperature, 1000.0) / peak_of_pumps(temperature, 1.0);
    };
    CHECK(fall(-10.0) < 0.10);
    CHECK(fall(-4.0) > 0.30);
    CHECK(fall(7.0) > 0.70);
}

TEST_CASE("Velander's formula gives the household peaks of E2", "[models][grid]") {
    auto parameters = grid();
    parameters.base_use.fill(sim::Energy::of_canonical(3500.0));
    auto const loads = make_load_table(parameters, tests::shipped_parameters().heat);
    constexpr std::array<std::pair<int, double>, 4> peaks{
        {{10, 1.52}, {40, 1.28}, {150, 1.17}, {1000, 1.10}}};
    for (auto const& [homes, peak] : peaks) {
        CHECK_THAT(weigh_all_hours(loads, street(homes, 0), 0.0).peak / homes,
                   WithinAbs(peak, 0.011));
    }
}

TEST_CASE("forty charging cars give the peak that was measured", "[models][grid]") {
    // E14: 1.4 kW a car at 40 connections, 0.8 to 2.0.
    Contents cars;
    cars.count[load_class::ev] = 40;
    double const peak = weigh_all_hours(table(), cars, 0.0).peak / 40.0;
    CHECK(peak > 0.8);
    CHECK(peak < 2.0);
}

TEST_CASE("every home keeps warm at every design hour", "[models][grid]") {
    for (auto load = load_class::heat_pump; load < load_class::hybrid; ++load) {
        for (auto const day : heat().day_temperature) {
            auto const pump = heat_pump_load(heat(), insulation_of_load(load),
                                             heat_loss_of_load(load), 0.25, in_celsius(day), 1.0);
            INFO("class " << load << " at " << in_celsius(day));
            CHECK(pump.unmet <= 1e-9);
            CHECK(pump.power <= table().installed[load] + 1e-9);
        }
    }
}

TEST_CASE("a heat loss falls in the class of which the middle is nearest by ratio",
          "[models][grid]") {
    for (std::size_t u = 0; u < heat_loss_classes; ++u) {
        CHECK(class_of_heat_loss(heat_loss_of_class(u)) == u);
        CHECK(class_of_heat_loss(heat_loss_of_class(u) * 1.15) == u);
        CHECK(class_of_heat_loss(heat_loss_of_class(u) / 1.15) == u);
    }
    CHECK(class_of_heat_loss(0.001) == 0);
    CHECK(class_of_heat_loss(9.0) == heat_loss_classes - 1);
}

TEST_CASE("no peak is above the power installed, whatever an asset feeds", "[models][grid]") {
    for (std::uint32_t i = 0; i < 2000; ++i) {
        auto const contents = anything(i);
        double const installed = installed_power(table(), contents) * (1.0 + 1e-6) + 1e-6;
        auto const weight = weigh_all_hours(table(), contents, 0.0);
        REQUIRE(weight.peak <= installed);
        REQUIRE(weigh(table(), contents).peak <= weight.peak * (1.0 + 1e-6));
        REQUIRE(weight.feed_in <= table().pv_power * contents.count[load_class::pv] * (1.0 + 1e-6));
    }
}

TEST_CASE("hours that are passed over hide no peak, no feed-in and no overload", "[models][grid]") {
    for (std::uint32_t i = 0; i < 2000; ++i) {
        auto const contents = anything(i);
        double const firms = i % 3 == 0 ? 0.0 : 0.8 * contents.homes();
        auto const weight = weigh_all_hours(table(), contents, firms);
        auto const plain = hour_by_hour(contents, firms);
        REQUIRE(weight.peak == plain.peak);
        REQUIRE(weight.feed_in == plain.feed_in);
        REQUIRE(peak_above(table(), contents, 0.0) == hour_by_hour(contents, 0.0).peak);
        double const capacity = 0.7 * plain.peak;
        REQUIRE_THAT(overload(table(), contents, firms, capacity),
                     WithinRel(hour_by_hour(contents, firms, capacity).overload, 1e-12));
    }
}

TEST_CASE("an empty asset carries nothing", "[models][grid]") {
    auto const weight = weigh_all_hours(table(), {}, 0.0);
    CHECK(weight.peak == 0.0);
    CHECK(weight.feed_in == 0.0);
    CHECK(overload(table(), {}, 0.0, 0.0) == 0.0);
    CHECK(energy_of(table(), {}) == 0.0);
}

TEST_CASE("candidate hours miss less than two per cent of a street's peak", "[models][grid]") {
    for (std::int32_t pumps = 0; pumps <= 40; pumps += 10) {
        for (std::int32_t cars = 0; cars <= 40; cars += 20) {
            for (std::int32_t roofs = 0; roofs <= 40; roofs += 20) {
                auto const contents = street(45, pumps, cars, roofs);
                auto const all = weigh_all_hours(table(), contents, 0.0);
                auto const seen = weigh(table(), contents);
                INFO(pumps << " heat pumps, " << cars << " cars, " << roofs << " roofs");
                CHECK(seen.peak >= 0.98 * all.peak);
                CHECK(seen.feed_in >= 0.98 * all.feed_in);
            }
        }
    }
}

TEST_CASE("energy adds up to rounding and the peak of two streets is less than their peaks",
          "[models][grid]") {
    for (std::uint32_t i = 0; i < 500; ++i) {
        auto const a = anything(2 * i);
        auto const b = anything(2 * i + 1);
        double const together = energy_of(table(), a + b);
        double const apart = energy_of(table(), a) + energy_of(table(), b);
        REQUIRE_THAT(together, WithinAbs(apart, 1e-9 * (std::abs(apart) + 1e6)));
        REQUIRE(weigh_all_hours(table(), a + b, 0.0).peak <=
                (weigh_all_hours(table(), a, 0.0).peak + weigh_all_hours(table(), b, 0.0).peak) *
                    (1.0 + 1e-5));
    }
}

TEST_CASE("overload falls to zero as capacity reaches the peak", "[models][grid]") {
    auto const contents = street(45, 45);
    double const peak = weigh_all_hours(table(), contents, 0.0).peak;
    double before = overload(table(), contents, 0.0, 0.0);
    for (double const part : {0.2, 0.4, 0.6, 0.8, 0.95}) {
        double const above = overload(table(), contents, 0.0, part * peak);
        CHECK(above > 0.0);
        CHECK(above < before);
        before = above;
    }
    CHECK(overload(table(), contents, 0.0, peak * 1.0001) == 0.0);
}

TEST_CASE("design days make a year", "[models][grid]") {
    auto const& weight = table().day_weight;
    CHECK_THAT(std::accumulate(weight.begin(), weight.end(), 0.0), WithinAbs(365.0, 1e-6));
}

TEST_CASE("cars and roofs move the peak the right way", "[models][grid]") {
    auto const plain = weigh_all_hours(table(), street(45, 10), 0.0);
    CHECK(weigh_all_hours(table(), street(45, 10, 20), 0.0).peak > plain.peak);
    CHECK(weigh_all_hours(table(), street(45, 20), 0.0).peak > plain.peak);
    auto const roofs = weigh_all_hours(table(), street(45, 10, 0, 45), 0.0);
    CHECK(roofs.peak <= plain.peak);
    CHECK(plain.feed_in == 0.0);
    CHECK(roofs.feed_in > 0.5 * 45 * 2.8);
}
