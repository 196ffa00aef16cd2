#include "models/netbeheerder/asset_jobs.hpp"

#include "models/grid/weigh_grid.hpp"
#include "models/netbeheerder/gas_grid.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto in_2024 = sim::Quarter::of(2024, 1);

/// A polder at the beginning of 2024 in which one station refused 300 kW.
struct FullStation {
    tests::Desk desk;
    AssetId station;

    explicit FullStation(Parameters const& parameters = tests::shipped_parameters())
        : desk{tests::polder(), parameters},
          station{sim::id_at<AssetId>(desk.world->grid.begin(GridLevel::station))} {
        refuse(station);
    }

    void refuse(AssetId asset) {
        desk.state.grid.refused[asset] = 100;
        desk.state.grid.refused_load[asset] = 300.0F;
    }

    /// Phases of the netbeheerder up to a quarter.
    void work_until(sim::Quarter last) {
        for (int q = in_2024.index(); q <= last.index(); ++q) {
            auto const quarter = sim::Quarter::at(q);
            auto turn = desk.turn(quarter);
            finish_asset_jobs(turn, quarter);
            plan_asset_jobs(turn, quarter);
            start_asset_jobs(turn, quarter);
            for (auto& refused : desk.state.grid.refused.values()) {
                refused = 0;
            }
            for (auto& load : desk.state.grid.refused_load.values()) {
                load = 0.0F;
            }
        }
    }
};

} // namespace

TEST_CASE("an asset is the smallest standard size that carries its load and spare part",
          "[models][netbeheerder]") {
    auto const& netbeheerder = tests::shipped_parameters().netbeheerder;
    CHECK(standard_size(netbeheerder, GridLevel::station, 70.0, 0.25) == 100.0);
    CHECK(standard_size(netbeheerder, GridLevel::station, 75.0, 0.25) == 100.0);
    CHECK(standard_size(netbeheerder, GridLevel::station, 76.0, 0.25) == 160.0);
    CHECK(standard_size(netbeheerder, GridLevel::station, 3000.0, 0.25) == 4000.0);
    CHECK(standard_size(netbeheerder, GridLevel::feeder, 80.0, 0.25) == 140.0);
    CHECK(standard_size(netbeheerder, GridLevel::substation, 25'000.0, 0.25) == 40'000.0);
}

TEST_CASE("reinforcement comes in whole steps, so its cost is a staircase",
          "[models][netbeheerder]") {
    auto const& netbeheerder = tests::shipped_parameters().netbeheerder;
    CHECK(steps_for(netbeheerder, GridLevel::station, 101.0, 100.0) == 1);
    CHECK(steps_for(netbeheerder, GridLevel::station, 434.0, 100.0) == 1); // x 1.15 = 499
    CHECK(steps_for(netbeheerder, GridLevel::station, 436.0, 100.0) == 2);
    CHECK(cost_of_steps(netbeheerder, GridLevel::station, 2, 0.0) == 140'000.0);
    CHECK_THAT(cost_of_steps(netbeheerder, GridLevel::feeder, 1, 900.0), WithinRel(99'000.0, 1e-9));
    CHECK(work_of(netbeheerder, GridLevel::feeder, 2, 900.0) == 1800.0);
    CHECK(work_of(netbeheerder, GridLevel::string, 2, 0.0) == 12'000.0);
}

TEST_CASE("a full station waits for its transformer and its work, and then has room",
          "[models][netbeheerder]") {
    FullStation full;
    auto const& grid = full.desk.state.grid;
    float const before = grid.capacity[full.station];
    full.work_until(in_2024);
    REQUIRE(grid.jobs.size() == 1);
    CHECK(grid.jobs[0].asset == full.station);
    CHECK(grid.jobs[0].prepared == in_2024.index() + 6); // 1.5 year for a transformer
    CHECK(grid.jobs[0].ready == never);
    full.work_until(sim::Quarter::at(in_2024.index() + 6));
    REQUIRE(grid.jobs.size() == 1);
    CHECK(grid.jobs[0].ready == in_2024.index() + 7); // a quarter's work
    CHECK(grid.capacity[full.station] == before);
    full.work_until(sim::Quarter::at(in_2024.index() + 7));
    CHECK(grid.capacity[full.station] >= before + 400.0F);
    CHECK(grid.jobs.empty());
    CHECK(grid.short_since[full.station] == never);
    CHECK(grid.jobs_done[1] == 1);
    CHECK(grid.job_wait[1] == 7);
    auto const& tree = full.desk.world->grid;
    CHECK(full.desk.state.wijken.counts[tree.wijk[full.station]].grid_cost == 70'000);
    CHECK(full.desk.state.netbeheerders.stations_built[tree.netbeheerder[full.station]] == 1);
}

TEST_CASE("a substation takes ten years", "[models][netbeheerder]") {
    FullStation full;
    full.desk.state.grid.refused[full.station] = 0;
    auto const substation = sim::id_at<AssetId>(full.desk.world->grid.begin(GridLevel::substation));
    full.refuse(substation);
    full.desk.state.grid.refused_load[substation] = 1.0e6F;
    float const before = full.desk.state.grid.capacity[substation];
    full.work_until(sim::Quarter::at(in_2024.index() + 39));
    CHECK(full.desk.state.grid.capacity[substation] == before);
    full.work_until(sim::Quarter::at(in_2024.index() + 40));
    CHECK(full.desk.state.grid.capacity[substation] > before);
}

TEST_CASE("without technicians no job begins", "[models][netbeheerder]") {
    auto parameters = tests::shipped_parameters();
    parameters.netbeheerder.work_for_homes = sim::Share{0.0};
    FullStation full{parameters};
    full.work_until(sim::Quarter::at(in_2024.index() + 20));
    REQUIRE(full.desk.state.grid.jobs.size() == 1);
    CHECK(full.desk.state.grid.jobs[0].ready == never);
}

TEST_CASE("with room without end no job is asked", "[models][netbeheerder]") {
    auto parameters = tests::shipped_parameters();
    parameters.netbeheerder.capacity_binds = false;
    FullStation full{parameters};
    full.work_until(in_2024);
    CHECK(full.desk.state.grid.jobs.empty());
}

TEST_CASE("the queue rule decides which job is first", "[models][netbeheerder]") {
    auto const first_begun = [](int rule) {
        auto parameters = tests::shipped_parameters();
        parameters.netbeheerder.queue_rule = rule;
        parameters.netbeheerder.work_for_homes = sim::Share{0.02}; // about one in some years
        FullStation full{parameters};
        full.desk.state.grid.refused[full.station] = 0;
        full.desk.state.grid.refused_load[full.station] = 0.0F;
        auto const& tree = full.desk.world->grid;
        auto const early = full.station;
        auto const worst = sim::id_at<AssetId>(sim::position(early) + 1);
        auto& grid = full.desk.state.grid;
        auto const now = static_cast<std::uint16_t>(in_2024.index());
        for (auto const asset : {early, worst}) {
            bool const is_worst = asset == worst;
            grid.jobs.push_back({.asset = asset,
                                 .asked = static_cast<std::uint16_t>(is_worst ? now : now - 1),
                                 .prepared = now,
                                 .ready = never,
                                 .steps = 1});
            grid.under_work[asset] = 1;
        }
        grid.capacity[early] = 100.0F;
        grid.capacity[worst] = 100.0F;
        grid.peak[early] = 110.0F;
        grid.peak[worst] = 300.0F;
        auto& credit = full.desk.state.netbeheerders.credit[tree.netbeheerder[early]];
        credit[1] = 0.001; // one job may begin
        auto turn = full.desk.turn(in_2024);
        start_asset_jobs(turn, in_2024);
        return grid.jobs[0].ready != never ? early : worst;
    };
    auto const early = sim::id_at<AssetId>(tests::polder()->grid.begin(GridLevel::station));
    CHECK(first_begun(0) == early);
    CHECK(first_begun(1) != early);
}

TEST_CASE("technicians follow the work of two years ago, six per cent a year at most",
          "[models][netbeheerder]") {
    FullStation full;
    auto& netbeheerders = full.desk.state.netbeheerders;
    auto const netbeheerder = full.desk.world->grid.netbeheerder[full.station];
    double const before = netbeheerders.workforce[netbeheerder];
    auto const later = sim::Quarter::at(in_2024.index() + 8);
    netbeheerders.past_utilisation[netbeheerder].fill(5.0F);
    auto turn = full.desk.turn(later);
    start_asset_jobs(turn, later);
    CHECK_THAT(netbeheerders.workforce[netbeheerder], WithinRel(before * (1.0 + 0.06 / 4.0), 1e-9));
}

TEST_CASE("the gas grid gets dearer for each home as others leave it", "[models][netbeheerder]") {
    auto const& parameters = tests::shipped_parameters().netbeheerder;
    double const many = gas_grid_cost_per_home(parameters, 15'000.0, 1000.0);
    double const few = gas_grid_cost_per_home(parameters, 15'000.0, 100.0);
    CHECK_THAT(many, WithinRel(15.0 * 8.0 + 35.0, 1e-9));
    CHECK_THAT(few, WithinRel(150.0 * 8.0 + 35.0, 1e-9));
    CHECK(std::isnan(gas_grid_cost_per_home(parameters, 0.0, 0.0)));
}

TEST_CASE("a gas main goes when the last home of its street leaves gas", "[models][netbeheerder]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto const quarter = sim::Quarter::of(2024, 4);
    auto const feeder = sim::id_at<AssetId>(0);
    auto turn = desk.turn(quarter);
    auto const& tree = desk.world->grid;
    auto const netbeheerder = tree.netbeheerder[feeder];
    remove_gas_mains(turn, quarter);
    double const before = desk.state.netbeheerders.gas_mains[netbeheerder];
    auto& contents = desk.state.grid.contents[feeder];
    contents.count[load_class::heat_pump] += contents.homes_on_gas() - 1;
    remove_gas_mains(turn, quarter);
    CHECK(desk.state.netbeheerders.gas_mains[netbeheerder] == before);
    ++contents.count[load_class::heat_pump];
    remove_gas_mains(turn, quarter);
    double const length =
        static_cast<double>(tree.cable[feeder]) / desk.parameters.world.cable_per_street;
    CHECK_THAT(before - desk.state.netbeheerders.gas_mains[netbeheerder],
               WithinAbs(length, 1e-6 * before));
    CHECK(desk.state.wijken.counts[tree.wijk[feeder]].grid_cost == std::llround(100.0 * length));
}
