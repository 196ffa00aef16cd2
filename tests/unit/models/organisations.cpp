#include "models/installer/grant_slots.hpp"
#include "models/installer/install.hpp"
#include "models/netbeheerder/reinforce_stations.hpp"
#include "models/project/begin_project.hpp"
#include "models/warmtenet/decide_to_build.hpp"
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
constexpr StationId first_station{0};
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
    tests::Desk const desk{tests::polder(), tests::shipped_parameters()};
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

TEST_CASE("a station is the smallest standard size that carries its load and spare part",
          "[models][netbeheerder]") {
    auto const& netbeheerder = tests::shipped_parameters().netbeheerder;
    CHECK(size_of_station(netbeheerder, 70.0, 0.25) == 100.0F);
    CHECK(size_of_station(netbeheerder, 75.0, 0.25) == 100.0F);
    CHECK(size_of_station(netbeheerder, 76.0, 0.25) == 160.0F);
    CHECK(size_of_station(netbeheerder, 630.0, 0.0) == 630.0F);
    CHECK(size_of_station(netbeheerder, 631.0, 0.0) == 1000.0F);
    CHECK(size_of_station(netbeheerder, 3000.0, 0.25) == 4000.0F); // more than one unit
}

TEST_CASE("a job at a full station takes its lead time and brings room for what waits",
          "[models][netbeheerder]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto& stations = desk.state.stations;
    auto turn = desk.turn(in_2024);
    auto const now = static_cast<std::uint16_t>(in_2024.index());
    stations.asked[first_station] = now;
    stations.waiting[first_station] = 300.0F;
    start_station_jobs(turn, in_2024);
    REQUIRE(stations.ready[first_station] == now + 6); // 1.5 year
    float const before = stations.capacity[first_station];
    auto const ready = sim::Quarter::at(now + 6);
    finish_station_jobs(turn, sim::Quarter::at(now + 5));
    CHECK(stations.capacity[first_station] == before);
    finish_station_jobs(turn, ready);
    CHECK(stations.capacity[first_station] >= stations.load[first_station] + 300.0F);
    CHECK(stations.asked[first_station] == never);
    auto const wijk = desk.world->geography.wijk_of_station[first_station];
    CHECK(desk.state.wijken.counts[wijk].private_cost == 70'000);
    auto const netbeheerder =
        desk.world->geography
            .netbeheerder_of_gemeente[desk.world->geography.gemeente_of_wijk[wijk]];
    CHECK(desk.state.netbeheerders.stations_built[netbeheerder] == 1);
}

TEST_CASE("without a build rate no station job starts", "[models][netbeheerder]") {
    auto parameters = tests::shipped_parameters();
    parameters.netbeheerder.stations_per_year = {{{2018, 0.0}}};
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2024);
    desk.state.stations.asked[first_station] = 1;
    desk.state.stations.waiting[first_station] = 300.0F;
    start_station_jobs(turn, in_2024);
    CHECK(desk.state.stations.ready[first_station] == never);
}

TEST_CASE("the value of a warmtenet is income over thirty years less what is laid out",
          "[models][warmtenet]") {
    auto parameters = tests::shipped_parameters();
    parameters.price.heat = {{{2018, sim::EuroPerKWh::of_canonical(46.0 / sim::kWh_per_GJ)}}};
    parameters.price.heat_standing_charge = {
        {{2018, sim::EuroPerYear::of_canonical(614.0 / sim::hours_per_year)}}};
    parameters.heat.upkeep = {};
    parameters.warmtenet = {.source_fixed = sim::Euro::of_canonical(400'000.0),
                            .source_per_home = sim::Euro::of_canonical(2'000.0),
                            .pipe_per_metre = sim::Euro::of_canonical(1'818.0),
                            .connection_pipe = sim::Euro::of_canonical(5'000.0),
                            .in_home = {},
                            .connection_fee = sim::Euro::of_canonical(4'510.0),
                            .investment_subsidy = {{{2018, sim::Euro::of_canonical(6'000.0)}}},
                            .contribution_to_household = sim::Share{0.5},
                            .heat_margin = sim::Share{0.45},
                            .operation_per_home =
                                sim::EuroPerYear::of_canonical(150.0 / sim::hours_per_year),
                            .required_return = 0.068,
                            .horizon = sim::years(30.0)};
    auto const costs = make_cost_table(parameters.heat, parameters.price, parameters.warmtenet,
                                       parameters.bewoner, in_2024);
    Project project;
    project.reached = 500;
    project.signed_up = 350;
    project.signed_heat = 350 * 10'000;
    // By hand, EUR: 46 a GJ of which 0.45 stays; 614 standing charge and 150 operation a year;
    // 12.6625 is the value of 1 a year for 30 years at 6.8 %.
    double const income = 3.5e6 * 46.0 / 277.7777778 * 0.45 + 350.0 * (614.0 - 150.0);
    double const once = 350.0 * (4510.0 + 6000.0 + 3000.0);
    double const laid_out = 400'000.0 + 500.0 * 8.0 * 1818.0 + 350.0 * (2000.0 + 5000.0);
    CHECK_THAT(net_present_value(parameters.warmtenet, costs, 8.0, 3000.0, project),
               WithinAbs(once + income * 12.6624818 - laid_out, 1.0));
}

TEST_CASE(
    "without fixed cost and pipes the value of a warmtenet per home is the same for any number",
    "[models][warmtenet]") {
    auto parameters = tests::shipped_parameters();
    auto const costs = make_cost_table(parameters.heat, parameters.price, parameters.warmtenet,
                                       parameters.bewoner, in_2024);
    auto const per_home = [&](std::uint32_t homes) {
        Project project;
        project.reached = 4 * homes;
        project.signed_up = homes;
        project.signed_heat = std::int64_t{homes} * 9'000;
        return net_present_value(parameters.warmtenet, costs, 8.0, 2000.0, project) / homes;
    };
    CHECK(per_home(10) < per_home(1000)); // fixed cost is shared
    parameters.warmtenet.source_fixed = sim::Euro{};
    parameters.warmtenet.pipe_per_metre = sim::Euro{};
    CHECK_THAT(per_home(10), WithinRel(per_home(1000), 1e-12));
    CHECK_THAT(per_home(1), WithinRel(per_home(1000), 1e-12));
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
    auto const station = g.station_of_straat[sim::id_at<StraatId>(straat)];
    auto const& counts = desk.state.wijken.counts[wijk];
    auto const boilers = counts.homes[0];
    auto const gas = counts.gas;
    float const load = desk.state.stations.load[station];
    install(turn, wijk,
            {.home = home, .straat = straat, .asked = 24, .option = HeatingSystem::heat_pump},
            in_2024.index());
    CHECK(desk.state.homes.heating[sim::id_at<HomeId>(home)] == HeatingSystem::heat_pump);
    CHECK(desk.state.homes.heater_fails[sim::id_at<HomeId>(home)] == never);
    CHECK(counts.homes[0] == boilers - 1);
    CHECK(counts.installed[2] == 1);
    CHECK(counts.granted == 1);
    CHECK(counts.gas < gas);
    CHECK_THAT(desk.state.stations.load[station] - load, WithinAbs(2.3, 1e-3));
    for (auto const neighbour : desk.world->ties.neighbours(home)) {
        CHECK(desk.state.homes.ties_heat_pump[sim::id_at<HomeId>(neighbour)] >= 1);
    }
    CHECK(counts.total_cost == counts.subsidy_cost + counts.private_cost);
    CHECK(counts.subsidy_cost >= 3300); // ISDE of 2024, more where insulation is needed
}
