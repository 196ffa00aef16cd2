#include "models/heat/cost_table.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinRel;

namespace {

CostTable costs_in(sim::Quarter quarter) {
    return tests::costs_of(tests::shipped_parameters(), quarter);
}

constexpr auto in_2024 = sim::Quarter::of(2024, 1);
constexpr std::size_t boiler{0};
constexpr std::size_t hybrid{1};
constexpr std::size_t heat_pump{2};
constexpr std::size_t warmtenet{3};

constexpr std::size_t terraced_of_the_seventies{
    heat_class(DwellingShape::terraced, BuildingPeriod::from_1965_to_1984, Insulation::moderate)};

} // namespace

TEST_CASE("use of a terraced home of 1965-1984 follows from its heat demand", "[models][heat]") {
    auto const costs = costs_in(in_2024);
    auto const c = terraced_of_the_seventies;
    // By hand: 1.478 W/K/m2 on 108 m2 times 0.97 for its period, 49.917 kKh, behaviour 1.06.
    double const space = 0.001478 * 108.0 * 0.97 * 49917.28 * 1.06;
    CHECK_THAT(costs.heat[c].space_heat, WithinRel(space, 1e-5));
    CHECK_THAT(costs.heat[c].tap_water, WithinRel(1944.0, 1e-9));
    // 0.93 and 0.7 of 9.77 kWh/m3.
    CHECK_THAT(costs.gas[c][boiler], WithinRel(space / 0.93 / 9.77 + 1944.0 / 0.7 / 9.77, 1e-5));
    CHECK(costs.electricity[c][boiler] == 0.0);
    CHECK(costs.gas[c][heat_pump] == 0.0);
    CHECK(costs.gas[c][warmtenet] == 0.0);
}

TEST_CASE("yearly cost is energy at its price times demand, and the standing charge",
          "[models][heat]") {
    auto p = tests::shipped_parameters();
    p.price.gas = {{{2018, sim::EuroPerGas::of_canonical(1.35)}}};
    p.price.gas_standing_charge = {
        {{2018, sim::EuroPerYear::of_canonical(290.0 / sim::hours_per_year)}}};
    p.heat.upkeep = {};
    auto const costs = tests::costs_of(p, in_2024);
    CHECK_THAT(costs.yearly(terraced_of_the_seventies, HeatingSystem::gas_boiler, 2.0),
               WithinRel(2.0 * costs.gas[terraced_of_the_seventies][boiler] * 1.35 + 290.0, 1e-9));
    CHECK(costs.standing[heat_pump] == 0.0);
}

TEST_CASE("prices lie straight between the years given and flat after the last", "[models][heat]") {
    auto p = tests::shipped_parameters();
    p.price.gas = {
        {{2020, sim::EuroPerGas::of_canonical(1.0)}, {2024, sim::EuroPerGas::of_canonical(2.0)}}};
    auto const cost_in = [&](sim::Quarter quarter) {
        return tests::costs_of(p, quarter).energy[terraced_of_the_seventies][boiler];
    };
    double const at_one_euro = cost_in(sim::Quarter::of(2018, 1));
    CHECK_THAT(at_one_euro,
               WithinRel(costs_in(in_2024).gas[terraced_of_the_seventies][boiler], 1e-9));
    // The value of a year stands in the middle of it.
    double const halfway =
        (cost_in(sim::Quarter::of(2022, 2)) + cost_in(sim::Quarter::of(2022, 3))) / 2.0;
    CHECK_THAT(halfway, WithinRel(1.5 * at_one_euro, 1e-9));
    CHECK_THAT(cost_in(sim::Quarter::of(2050, 4)), WithinRel(2.0 * at_one_euro, 1e-9));
}

TEST_CASE("a heat pump comes with insulation where the home still needs it", "[models][heat]") {
    auto const costs = costs_in(sim::Quarter::of(2020, 1));
    auto const with = [](Insulation insulation) {
        return heat_class(DwellingShape::terraced, BuildingPeriod::before_1945, insulation);
    };
    auto const poor = with(Insulation::poor);
    auto const good = with(Insulation::good);
    // H12: 7,200 EUR from a low to a medium level.
    CHECK_THAT(costs.investment[poor][heat_pump] - costs.investment[good][heat_pump],
               WithinRel(7200.0, 0.01));
    CHECK(costs.subsidy[poor][heat_pump] > costs.subsidy[good][heat_pump]);
    CHECK(costs.subsidy[poor][boiler] == 0.0);
    CHECK(costs.class_under(poor, HeatingSystem::heat_pump, false) == good);
    CHECK(costs.class_under(poor, HeatingSystem::hybrid, false) == poor);
    // A net of low temperature asks the same of a home, one of middle temperature nothing.
    CHECK(costs.class_under(poor, HeatingSystem::warmtenet, true) == good);
    CHECK(costs.class_under(poor, HeatingSystem::warmtenet, false) == poor);
    CHECK_THAT(costs.investment_in(poor, HeatingSystem::warmtenet, true) -
                   costs.investment_in(poor, HeatingSystem::warmtenet, false),
               WithinRel(costs.to_good[poor], 1e-12));
}

TEST_CASE("annuity and present value are those of the textbook", "[models][heat]") {
    CHECK_THAT(annuity(0.05, 15.0), WithinRel(0.0963422876, 1e-9));
    CHECK_THAT(present_value(0.068, 30.0), WithinRel(12.6624818, 1e-8));
    CHECK_THAT(annuity(0.0, 20.0), WithinRel(0.05, 1e-12));
    CHECK_THAT(annuity(1e-5, 20.0), WithinRel(0.05, 2e-4)); // no jump near zero
    CHECK_THAT(annuity(0.08, 15.0) * present_value(0.08, 15.0), WithinRel(1.0, 1e-12));
}

TEST_CASE("the next heater is worth less today the more impatient its buyer", "[models][heat]") {
    auto heat = tests::shipped_parameters().heat;
    CHECK_THAT(value_of_next_failure(heat, 0.0), WithinRel(1.0, 1e-12));
    double before{1.0};
    for (double const rate : {0.02, 0.1, 0.3, 1.0}) {
        double const value = value_of_next_failure(heat, rate);
        CHECK(value < before);
        before = value;
    }
    // Without wear the time left is exponential, whatever the age: 1 / (1 + log(1 + r) * mean).
    heat.boiler_life_shape = 1.0;
    double const mean = sim::in_years(heat.boiler_life_mean);
    CHECK_THAT(value_of_next_failure(heat, 0.1),
               WithinRel(1.0 / (1.0 + std::log(1.1) * mean), 1e-3));
}

TEST_CASE("impatient classes of households spread an investment over fewer years' worth",
          "[models][heat]") {
    auto const costs = costs_in(in_2024);
    for (std::size_t k = 1; k < discount_classes; ++k) {
        CHECK(costs.annuity[k] > costs.annuity[k - 1]);
    }
}
