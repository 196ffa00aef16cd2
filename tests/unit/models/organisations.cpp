#include "models/installer/grant_slots.hpp"
#include "models/installer/install.hpp"
#include "models/project/begin_project.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr RegioId rivierland{0};
constexpr auto in_2024 = sim::Quarter::of(2024, 1);

/// Crews of the first regio after a quarter, when utilisation was the same for years.
double growth_at(double utilisation) {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    desk.state.installers.utilisation[rivierland] = utilisation;
    desk.state.installers.past_utilisation[rivierland].fill(static_cast<float>(utilisation));
    double const before = desk.state.installers.crews[rivierland];
    grow_crews(turn, in_2024);
    return desk.state.installers.crews[rivierland] / before;
}

double price_at(double utilisation) {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    desk.state.installers.utilisation[rivierland] = utilisation;
    grow_crews(turn, in_2024);
    return desk.state.installers.price_factor[rivierland];
}

} // namespace

TEST_CASE("crews grow a tenth a year for each unit of utilisation above the target",
          "[models][installer]") {
    // Ruling 22: 1 + 0.10 * clamp(u - 0.85, -0.25, 0.65) / 4 a quarter.
    CHECK_THAT(growth_at(0.85), WithinAbs(1.0, 1e-7));
    CHECK_THAT(growth_at(1.05), WithinAbs(1.0 + 0.10 * 0.20 / 4.0, 1e-7));
    CHECK_THAT(growth_at(3.0), WithinAbs(1.0 + 0.10 * 0.65 / 4.0, 1e-7));
    CHECK_THAT(growth_at(0.1), WithinAbs(1.0 - 0.10 * 0.25 / 4.0, 1e-7));
}

TEST_CASE("crews answer to the utilisation of two years ago", "[models][installer]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    double before = desk.state.installers.crews[rivierland];
    for (int q = 0; q < 20; ++q) {
        auto const quarter = sim::Quarter::at(q);
        auto turn = desk.turn(quarter);
        desk.state.installers.utilisation[rivierland] = q < 3 ? 0.85 : 1.85;
        grow_crews(turn, quarter);
        double const growth = desk.state.installers.crews[rivierland] / before;
        before = desk.state.installers.crews[rivierland];
        INFO("quarter " << q);
        CHECK((growth > 1.0001) == (q >= 3 + 8));
    }
}

TEST_CASE("the price of installation rises by half from the target to full use",
          "[models][installer]") {
    CHECK(price_at(0.5) == 1.0);
    CHECK(price_at(0.85) == 1.0);
    CHECK_THAT(price_at(0.925), WithinAbs(1.25, 1e-12));
    CHECK_THAT(price_at(1.0), WithinAbs(1.5, 1e-12));
    CHECK_THAT(price_at(4.0), WithinAbs(1.5, 1e-12));
}

TEST_CASE("crews of 2018 fit the boilers of 2018 at the utilisation given", "[models][installer]") {
    auto parameters = tests::shipped_parameters();
    parameters.heat.boiler_life_mean = sim::years(18.6);
    tests::Desk const desk{tests::polder(), parameters};
    double boilers{0.0};
    for (std::size_t w = 0; w < desk.world->wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const& g = desk.world->geography;
        if (g.regio_of_gemeente[g.gemeente_of_wijk[wijk]] == rivierland) {
            boilers +=
                desk.state.wijken.counts[wijk].homes[0] + desk.state.wijken.counts[wijk].homes[1];
        }
    }
    // A day for each boiler that fails in a quarter, and 35 % other work, at 85 %.
    CHECK_THAT(desk.state.installers.crews[rivierland],
               WithinRel(boilers / 17.255580 / 4.0 * 1.35 / 0.85, 1e-6));
}

TEST_CASE("work grows with homes to the power 0.7, for 800 homes it is as given",
          "[models][project]") {
    auto const& project = tests::shipped_parameters().project;
    CHECK_THAT(size_factor(project, 800), WithinAbs(1.0, 1e-12));
    CHECK_THAT(size_factor(project, 1600), WithinAbs(std::pow(2.0, 0.7), 1e-12));
}

TEST_CASE("the best team comes first and the mean of all teams is zero", "[models][project]") {
    auto const& project = tests::shipped_parameters().project;
    double sum{0.0};
    for (std::uint32_t rank = 0; rank < 7; ++rank) {
        sum += skill_at_rank(project, rank, 7);
        if (rank > 0) {
            CHECK(skill_at_rank(project, rank, 7) < skill_at_rank(project, rank - 1, 7));
        }
    }
    CHECK_THAT(sum, WithinAbs(0.0, 1e-9));
    CHECK(skill_at_rank(project, 7, 7) == skill_at_rank(project, 0, 7));
}

TEST_CASE("an installed heat pump changes home, counts, station, ties and money together",
          "[models][installer]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    auto const& g = desk.world->geography;
    std::uint32_t home{0};
    while (desk.state.homes.heating[sim::id_at<HomeId>(home)] != HeatingSystem::gas_boiler ||
           desk.world->dwellings.enters[sim::id_at<HomeId>(home)] > 0) {
        ++home;
    }
    std::uint32_t straat{0};
    while (g.homes_of_straat.end(sim::id_at<StraatId>(straat)) <= home) {
        ++straat;
    }
    auto const wijk = g.wijk_of_straat[sim::id_at<StraatId>(straat)];
    auto const station = desk.world->grid.station_of_straat(sim::id_at<StraatId>(straat));
    auto const& counts = desk.state.wijken.counts[wijk];
    auto const boilers = counts.homes[0];
    auto const gas = counts.gas;
    auto const on_gas = desk.state.grid.contents[station].homes_on_gas();
    install(turn, wijk,
            {.home = home, .straat = straat, .asked = 24, .option = HeatingSystem::heat_pump},
            in_2024.index());
    CHECK(desk.state.homes.heating[sim::id_at<HomeId>(home)] == HeatingSystem::heat_pump);
    CHECK(desk.state.homes.heater_fails[sim::id_at<HomeId>(home)] == never);
    CHECK(counts.homes[0] == boilers - 1);
    CHECK(counts.installed[2] == 1);
    CHECK(counts.granted == 1);
    CHECK(counts.gas < gas);
    CHECK(desk.state.grid.contents[station].homes_on_gas() == on_gas - 1);
    CHECK(counts.grid_cost ==
          (desk.world->dwellings.type(sim::id_at<HomeId>(home)) == DwellingType::apartment ? 182
                                                                                           : 550));
    for (auto const neighbour : desk.world->ties.neighbours(home)) {
        CHECK(desk.state.homes.ties_heat_pump[sim::id_at<HomeId>(neighbour)] >= 1);
    }
    CHECK(counts.total_cost == counts.subsidy_cost + counts.private_cost + counts.grid_cost);
    CHECK(counts.subsidy_cost >= 3300); // ISDE of 2024, more where insulation is needed
}

TEST_CASE("what a resident pays the warmtebedrijf for a connection is laid out once",
          "[models][installer]") {
    auto const total_with_fee = [](double fee) {
        auto parameters = tests::shipped_parameters();
        parameters.warmtenet.connection_fee = sim::Euro::of_canonical(fee);
        tests::Desk desk{tests::polder(), parameters};
        auto turn = desk.turn(in_2024);
        auto const straat = sim::id_at<StraatId>(0);
        auto const wijk = desk.world->geography.wijk_of_straat[straat];
        auto const home = desk.world->geography.homes_of_straat.begin(straat);
        install(turn, wijk,
                {.home = home, .straat = 0, .asked = 24, .option = HeatingSystem::warmtenet},
                in_2024.index());
        auto const& counts = desk.state.wijken.counts[wijk];
        CHECK(counts.total_cost == counts.subsidy_cost + counts.private_cost + counts.grid_cost);
        CHECK(counts.net_cost >= 5'000); // the connection at least
        return counts.total_cost;
    };
    CHECK(total_with_fee(4'510.0) == total_with_fee(0.0));
}
