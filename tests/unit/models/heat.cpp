#include "models/heat/cost_table.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinRel;

namespace {

CostTable costs_in(sim::Quarter quarter) {
    auto const& p = tests::shipped_parameters();
    return make_cost_table(p.heat, p.price, p.warmtenet, p.bewoner, quarter);
}

constexpr auto in_2024 = sim::Quarter::of(2024, 1);
constexpr std::size_t boiler{0};
constexpr std::size_t hybrid{1};
constexpr std::size_t heat_pump{2};
constexpr std::size_t warmtenet{3};

constexpr std::size_t terraced_of_the_seventies{
    dwelling_cell(DwellingType::terraced, BuildingPeriod::from_1965_to_1984)};

} // namespace

TEST_CASE("homes of 1965-1984 use the gas that was measured at label C", "[models][heat]") {
    // H2: flats 909, terraced 1280, semi-detached 1543, detached 1955 m3 a year. Within 10 %.
    constexpr std::array measured{909.0, 1280.0, 1543.0, 1955.0};
    auto const costs = costs_in(in_2024);
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        auto const cell =
            dwelling_cell(static_cast<DwellingType>(type), BuildingPeriod::from_1965_to_1984);
        INFO("type " << type);
        CHECK_THAT(costs.gas[cell][boiler], WithinRel(measured[type], 0.10));
    }
}

TEST_CASE("use of a terraced home of 1965-1984 follows from its heat demand", "[models][heat]") {
    // By hand: 8532 kWh space heat, 1944 kWh tap water; 0.93 and 0.7 of 9.77 kWh/m3; 3.39 and 1.75.
    auto const costs = costs_in(in_2024);
    auto const cell = terraced_of_the_seventies;
    CHECK_THAT(costs.gas[cell][boiler], WithinRel(1223.2688, 1e-6));
    CHECK_THAT(costs.electricity[cell][heat_pump], WithinRel(3627.6713, 1e-6));
    CHECK(costs.electricity[cell][boiler] == 0.0);
    CHECK(costs.gas[cell][heat_pump] == 0.0);
    CHECK(costs.gas[cell][warmtenet] == 0.0);
    // A hybrid makes 68 % of the space heat with a performance of 4.25, tap water on gas.
    CHECK_THAT(costs.gas[cell][hybrid], WithinRel(0.32 * 939.0146 + 284.2521, 1e-5));
    CHECK_THAT(costs.electricity[cell][hybrid], WithinRel(0.68 * 8532.0 / 4.25, 1e-9));
    CHECK_THAT(costs.useful_heat[cell], WithinRel(10476.0, 1e-9));
}

TEST_CASE("yearly cost is energy at its price times demand, and the standing charge",
          "[models][heat]") {
    auto p = tests::shipped_parameters();
    p.price.gas = {{{2018, sim::EuroPerGas::of_canonical(1.35)}}};
    p.price.gas_standing_charge = {
        {{2018, sim::EuroPerYear::of_canonical(290.0 / sim::hours_per_year)}}};
    p.heat.upkeep = {};
    auto const costs = make_cost_table(p.heat, p.price, p.warmtenet, p.bewoner, in_2024);
    CHECK_THAT(costs.yearly(terraced_of_the_seventies, HeatingSystem::gas_boiler, 2.0),
               WithinRel(2.0 * 1223.2688 * 1.35 + 290.0, 1e-5));
    CHECK(costs.standing[heat_pump] == 0.0);
}

TEST_CASE("prices lie straight between the years given and flat after the last", "[models][heat]") {
    auto p = tests::shipped_parameters();
    p.price.gas = {
        {{2020, sim::EuroPerGas::of_canonical(1.0)}, {2024, sim::EuroPerGas::of_canonical(2.0)}}};
    auto const cost_in = [&](sim::Quarter quarter) {
        return make_cost_table(p.heat, p.price, p.warmtenet, p.bewoner, quarter)
            .energy[terraced_of_the_seventies][boiler];
    };
    double const at_one_euro = cost_in(sim::Quarter::of(2018, 1));
    CHECK_THAT(at_one_euro, WithinRel(1223.2688, 1e-6));
    // The value of a year stands in the middle of it.
    double const halfway =
        (cost_in(sim::Quarter::of(2022, 2)) + cost_in(sim::Quarter::of(2022, 3))) / 2.0;
    CHECK_THAT(halfway, WithinRel(1.5 * at_one_euro, 1e-9));
    CHECK_THAT(cost_in(sim::Quarter::of(2050, 4)), WithinRel(2.0 * at_one_euro, 1e-9));
}

TEST_CASE("a heat pump comes with insulation where the home still needs it", "[models][heat]") {
    auto const costs = costs_in(in_2024);
    auto const old = dwelling_cell(DwellingType::terraced, BuildingPeriod::before_1945);
    auto const recent = dwelling_cell(DwellingType::terraced, BuildingPeriod::since_2005);
    // H12: 7,200 EUR from a low to a medium level.
    CHECK_THAT(costs.investment[old][heat_pump] - costs.investment[recent][heat_pump],
               WithinRel(7200.0, 1e-9));
    CHECK(costs.subsidy[old][heat_pump] > costs.subsidy[recent][heat_pump]);
    CHECK(costs.subsidy[old][boiler] == 0.0);
}

TEST_CASE("annuity and present value are those of the textbook", "[models][heat]") {
    CHECK_THAT(annuity(0.05, 15.0), WithinRel(0.0963422876, 1e-9));
    CHECK_THAT(present_value(0.068, 30.0), WithinRel(12.6624818, 1e-8));
    CHECK_THAT(annuity(0.0, 20.0), WithinRel(0.05, 1e-12));
    CHECK_THAT(annuity(1e-5, 20.0), WithinRel(0.05, 2e-4)); // no jump near zero
    CHECK_THAT(annuity(0.08, 15.0) * present_value(0.08, 15.0), WithinRel(1.0, 1e-12));
}

TEST_CASE("impatient classes of households spread an investment over fewer years' worth",
          "[models][heat]") {
    auto const costs = costs_in(in_2024);
    for (std::size_t k = 1; k < discount_classes; ++k) {
        CHECK(costs.annuity[k] > costs.annuity[k - 1]);
    }
}
