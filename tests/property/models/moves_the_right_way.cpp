#include "models/world/state.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr int quarters{60};
constexpr std::uint32_t replications{6};

/// A figure at the end of the run, summed over replications. Two calls throw the same dice, so the
/// difference is the parameter's doing.
double at_the_end(Parameters const& parameters, std::string_view name) {
    double sum{0.0};
    for (std::uint32_t r = 0; r < replications; ++r) {
        sum +=
            tests::run_model(tests::polder(), parameters, quarters, {.study = 1, .replication = r})
                .last(name);
    }
    return sum;
}

double gas_free(Parameters const& parameters) {
    return at_the_end(parameters, "homes_gas_free");
}

} // namespace

TEST_CASE("dearer gas leaves more homes without it", "[property][models]") {
    auto dear = tests::shipped_parameters();
    for (auto& [year, price] : dear.price.gas.knots) {
        price = price * 2.0;
    }
    CHECK(gas_free(dear) > 1.05 * gas_free(tests::shipped_parameters()));
}

TEST_CASE("dearer heat pumps leave fewer homes without gas", "[property][models]") {
    auto dear = tests::shipped_parameters();
    dear.heat.heat_pump_cost = dear.heat.heat_pump_cost * 2.0;
    CHECK(gas_free(dear) < 0.95 * gas_free(tests::shipped_parameters()));
}

TEST_CASE("nobody waits where crews and stations have room without end", "[property][models]") {
    auto unlimited = tests::with_routes(0.2, 0.2, 0.2, 0.2);
    unlimited.installer.capacity_binds = false;
    unlimited.netbeheerder.capacity_binds = false;
    auto const free = tests::run_model(tests::polder(), unlimited, quarters);
    CHECK(free.sum("homes_waiting") == 0.0);
    CHECK(free.sum("jobs_withdrawn") == 0.0);
    CHECK(free.sum("jobs_asked") > 100.0);
    CHECK(free.sum("jobs_granted") == free.sum("jobs_asked"));
    auto full = unlimited;
    full.installer.capacity_binds = true;
    full.installer.start_utilisation = 1.0;
    full.installer.start_other_work = 0.0;
    CHECK(tests::run_model(tests::polder(), full, quarters).sum("homes_waiting") > 0.0);
}

TEST_CASE("without station jobs more and more homes wait for the grid", "[property][models]") {
    auto tight = tests::with_routes(0.0, 0.3, 0.3, 0.0);
    tight.netbeheerder.spare_mean = 0.06;
    tight.netbeheerder.spare_spread = 0.03;
    auto none_built = tight;
    none_built.netbeheerder.work_for_homes = sim::Share{0.0};
    auto const built = tests::run_model(tests::polder(), tight, quarters);
    auto const none = tests::run_model(tests::polder(), none_built, quarters);
    CHECK(none.sum("stations_built") == 0.0);
    CHECK(built.last("stations_built") + built.last("stations_built", 1) > 0.0);
    CHECK(none.last("homes_waiting_for_station") > built.last("homes_waiting_for_station"));
    CHECK(none.last("homes_waiting_for_station") >
          static_cast<double>(none.series("homes_waiting_for_station")[11]));
}

TEST_CASE("a higher contribution brings more homes off gas by projects", "[property][models]") {
    auto usual = tests::with_routes(0.0, 0.5, 0.5, 0.0);
    usual.rijk.budget_binds = false; // the same number of wijken can begin either way
    auto generous = usual;
    generous.rijk.contribution = usual.rijk.contribution * 2.0;
    CHECK(at_the_end(generous, "homes_gas_free_by_project") >
          at_the_end(usual, "homes_gas_free_by_project"));
}

TEST_CASE("more money for a route begins more wijken", "[property][models]") {
    auto const projects = [](double euro_per_year) {
        auto parameters = tests::with_routes(0.0, 0.5, 0.5, 0.0);
        parameters.rijk.budget = {
            {{2018, sim::EuroPerYear::of_canonical(euro_per_year / sim::hours_per_year)}}};
        return at_the_end(parameters, "projects_replicatie") +
               at_the_end(parameters, "projects_circulatie");
    };
    double const little = projects(4.0e7);
    double const more = projects(4.0e8);
    CHECK(little < more);
}

TEST_CASE("a world without gas to leave has nothing to do", "[property][models]") {
    auto all_electric = tests::shipped_parameters();
    all_electric.heat.heat_pump_share_2018 = sim::Share{1.0};
    all_electric.heat.hybrid_share_2018 = sim::Share{0.0};
    auto const run = tests::run_model(tests::polder(), all_electric, 20);
    CHECK(run.last("gas_use") < 0.02 * run.last("heating_electricity"));
    CHECK(run.sum("jobs_asked") <= run.last("homes_gas_boiler") + 100.0);
    CHECK(run.last("projects_proeftuin") == 0.0);
}
