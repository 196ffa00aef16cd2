#include "models/bewoner/choose_heating.hpp"

#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr sim::Stream throws{1};
constexpr std::uint32_t households{20'000};

/// A household in a terraced home of 1965-1984 in 2024, and all that it looks at.
struct KitchenTable {
    BewonerParameters bewoner{tests::shipped_parameters().bewoner};
    CorporatieParameters corporatie{tests::shipped_parameters().corporatie};
    CostTable costs{tests::costs_of(tests::shipped_parameters(), sim::Quarter::of(2024, 1))};
    Chooser chooser{.heat_class =
                        heat_class(DwellingShape::terraced, BuildingPeriod::from_1965_to_1984,
                                   Insulation::moderate),
                    .household = Household::of(2, 3, false)};
    Offer offer{};
    double aware_hybrid{1.0};
    double aware_heat_pump{1.0};

    [[nodiscard]] ChoiceSetting setting() const {
        return {.bewoner = bewoner,
                .corporatie = corporatie,
                .costs = costs,
                .aware_hybrid = aware_hybrid,
                .aware_heat_pump = aware_heat_pump,
                .reference_per_year = 1500.0};
    }

    [[nodiscard]] double utility_of(HeatingSystem option) const {
        return utility(setting(), chooser, offer, option);
    }

    [[nodiscard]] std::array<double, heating_systems> chosen() const {
        std::array<double, heating_systems> count{};
        for (std::uint32_t i = 0; i < households; ++i) {
            auto const option = choose_heating(
                setting(), chooser, offer, sim::Dice{{.study = 3, .replication = 0}, throws, i, 0});
            count[static_cast<std::size_t>(option)] += 1.0;
        }
        return count;
    }
};

constexpr std::size_t gas_boiler{0};
constexpr std::size_t hybrid{1};
constexpr std::size_t heat_pump{2};
constexpr std::size_t warmtenet{3};

} // namespace

TEST_CASE("choices follow the closed form of the logit", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.broken = true;
    table.offer = {.open = true, .option = HeatingSystem::warmtenet, .appeal = 1.0};
    table.chooser.reached = true;
    std::array<double, heating_systems> weight{};
    double sum{0.0};
    for (std::size_t o = 0; o < heating_systems; ++o) {
        weight[o] = std::exp(table.utility_of(static_cast<HeatingSystem>(o)));
        sum += weight[o];
    }
    auto const chosen = table.chosen();
    for (std::size_t o = 0; o < heating_systems; ++o) {
        double const p = weight[o] / sum;
        INFO("option " << o << " with chance " << p);
        // Five standard deviations of a binomial with n = 20 000.
        CHECK_THAT(chosen[o],
                   WithinAbs(households * p, 5.0 * std::sqrt(households * p * (1.0 - p)) + 1e-9));
    }
}

TEST_CASE("when only cost counts the cheapest option is taken", "[models][bewoner]") {
    KitchenTable table;
    table.bewoner.cost_weight = 1.0e4;
    table.chooser.broken = true;
    std::size_t cheapest{0};
    for (std::size_t o = 1; o < 3; ++o) {
        if (table.utility_of(static_cast<HeatingSystem>(o)) >
            table.utility_of(static_cast<HeatingSystem>(cheapest))) {
            cheapest = o;
        }
    }
    CHECK(table.chosen()[cheapest] == households);
}

TEST_CASE("what nobody knows of is not chosen", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.broken = true;
    table.aware_hybrid = 0.0;
    table.aware_heat_pump = 0.0;
    CHECK(table.chosen()[gas_boiler] == households);

    SECTION("a tie that has it makes it known") {
        table.chooser.ties[heat_pump] = 1;
        table.chooser.degree = 7;
        CHECK(table.chosen()[heat_pump] > 0);
        CHECK(table.chosen()[hybrid] == 0);
    }
    SECTION("a project at the door makes its option known") {
        table.offer = {.open = true, .option = HeatingSystem::heat_pump};
        table.chooser.reached = true;
        CHECK(table.chosen()[heat_pump] > 0);
    }
    SECTION("a project that has not reached the door does not") {
        table.offer = {.open = true, .option = HeatingSystem::heat_pump};
        CHECK(table.chosen()[heat_pump] == 0);
    }
}

TEST_CASE("a warmtenet is no choice without a net or an offer", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.broken = true;
    table.bewoner.hassle_warmtenet = -100.0; // nothing would be liked more
    CHECK(table.chosen()[warmtenet] == 0);
    table.chooser.main = true;
    CHECK(table.chosen()[warmtenet] == households);
}

TEST_CASE("a household keeps a working boiler when nothing better is known", "[models][bewoner]") {
    KitchenTable table;
    table.aware_hybrid = 0.0;
    table.aware_heat_pump = 0.0;
    CHECK(table.chosen()[gas_boiler] == households);
}

TEST_CASE("keeping a heater costs its replacement when it fails", "[models][bewoner]") {
    KitchenTable table;
    double const with = table.utility_of(HeatingSystem::gas_boiler);
    double const boiler = table.costs.investment[table.chooser.heat_class][gas_boiler];
    auto const patience = table.chooser.household.discount_class();
    double const yearly =
        boiler * table.costs.replaced_later[patience] * table.costs.annuity[patience];
    table.costs.replaced_later = {};
    CHECK_THAT(table.utility_of(HeatingSystem::gas_boiler) - with,
               WithinAbs(table.bewoner.cost_weight * yearly / 1500.0, 1e-9));
    CHECK(yearly > 0.0);
}

TEST_CASE("nobody goes back to gas while the heater works", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.current = HeatingSystem::hybrid;
    CHECK(table.chosen()[gas_boiler] == 0);
    table.chooser.broken = true;
    CHECK(table.chosen()[gas_boiler] > 0);
}

TEST_CASE("where gas has ended no gas boiler or hybrid is chosen", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.broken = true;
    table.offer.gas_ends = true;
    auto const chosen = table.chosen();
    CHECK(chosen[gas_boiler] == 0);
    CHECK(chosen[hybrid] == 0);
    CHECK(chosen[heat_pump] == households);
}

TEST_CASE("neighbours count from the number and the share of ties that it takes",
          "[models][bewoner]") {
    KitchenTable table;
    table.bewoner.ties_needed = 2;
    table.chooser.degree = 8;
    table.chooser.threshold = 0.5;
    double const alone = table.utility_of(HeatingSystem::heat_pump);
    auto const with_ties = [&](unsigned ties) {
        table.chooser.ties[heat_pump] = ties;
        return table.utility_of(HeatingSystem::heat_pump) - alone;
    };
    CHECK(with_ties(1) == 0.0);
    CHECK(with_ties(3) == 0.0); // 3 of 8 is below one half
    CHECK_THAT(with_ties(4), WithinAbs(0.5 * table.bewoner.social_weight, 1e-12));
    CHECK_THAT(with_ties(8), WithinAbs(table.bewoner.social_weight, 1e-12));
    table.chooser.threshold = 0.0;
    CHECK(with_ties(1) == 0.0); // one tie is not enough whatever the share
    CHECK(with_ties(2) > 0.0);
}

TEST_CASE("a project's appeal and money count for its own option at the homes it has reached",
          "[models][bewoner]") {
    KitchenTable table;
    double const without = table.utility_of(HeatingSystem::heat_pump);
    double const hybrid_without = table.utility_of(HeatingSystem::hybrid);
    table.offer = {.open = true, .option = HeatingSystem::heat_pump, .appeal = 0.7};
    CHECK(table.utility_of(HeatingSystem::heat_pump) == without);
    table.chooser.reached = true;
    CHECK_THAT(table.utility_of(HeatingSystem::heat_pump) - without, WithinAbs(0.7, 1e-12));
    CHECK(table.utility_of(HeatingSystem::hybrid) == hybrid_without);
    double const poor = table.utility_of(HeatingSystem::heat_pump);
    table.offer.household_money = 1000.0;
    double const yearly = 1000.0 * table.costs.annuity[3];
    CHECK_THAT(table.utility_of(HeatingSystem::heat_pump) - poor,
               WithinAbs(table.bewoner.cost_weight * yearly / 1500.0, 1e-9));
}

TEST_CASE("money never pays more than the investment", "[models][bewoner]") {
    KitchenTable table;
    table.chooser.reached = true;
    table.offer = {.open = true, .option = HeatingSystem::heat_pump, .household_money = 1.0e5};
    double const paid = table.utility_of(HeatingSystem::heat_pump);
    table.offer.household_money = 1.0e6;
    CHECK(table.utility_of(HeatingSystem::heat_pump) == paid);
}

TEST_CASE("low income makes cost weigh heavier, also with a private landlord's tenant unasked",
          "[models][bewoner]") {
    KitchenTable table;
    double const usual = table.utility_of(HeatingSystem::gas_boiler); // cost alone: it is kept
    table.chooser.household = Household::of(2, 3, true);
    CHECK_THAT(table.utility_of(HeatingSystem::gas_boiler),
               WithinAbs(usual * table.bewoner.low_income_cost_factor, 1e-9));
    table.chooser.tenure = Tenure::private_rent;
    double const poor_tenant = table.utility_of(HeatingSystem::heat_pump);
    table.chooser.household = Household::of(0, 3, false); // a convinced, well-off tenant
    CHECK(table.utility_of(HeatingSystem::heat_pump) == poor_tenant);
}
