#include "analysis/grid/non_additivity.hpp"
#include "models/grid/connect.hpp"
#include "models/grid/weigh.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/world/start_state.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr int quarters{60};

Parameters busy() {
    auto parameters = tests::with_routes(0.0, 0.5, 0.5, 0.0);
    parameters.netbeheerder.spare_mean = 0.08;
    parameters.netbeheerder.spare_spread = 0.04;
    return parameters;
}

/// The pair (mean, variance) of contents at each design hour, as the pure functions take it.
analysis::HourlyLoad pair_of(LoadTable const& table, Contents const& contents) {
    analysis::HourlyLoad load{std::vector<double>(design_hours, 0.0),
                              std::vector<double>(design_hours, 0.0)};
    for (std::size_t c = 0; c < load_classes; ++c) {
        for (std::size_t h = 0; h < design_hours; ++h) {
            load.mean[h] += contents.count[c] * static_cast<double>(table.all.mean[c][h]);
            load.variance[h] += contents.count[c] * static_cast<double>(table.all.variance[c][h]);
        }
    }
    return load;
}

/// Every asset of a level in runs in which the wijken of the polder go all-electric: none, each
/// alone, all. Homes keep to themselves, so all difference is physics.
std::vector<analysis::AssetRuns> all_electric_runs(LoadTable const& table, GridLevel level) {
    auto const world = tests::polder();
    auto const state = start_state(*world, tests::shipped_parameters(), tests::first_seed);
    auto const& tree = world->grid;
    std::vector<std::map<std::uint32_t, Contents>> change(tree.size());
    for (std::size_t s = 0; s < world->straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto const feeder = tree.feeder_of_straat[straat];
        Contents pumps;
        pumps.count[load_class::heat_pump + 4] =
            static_cast<std::int32_t>(world->geography.homes_of_straat.count(straat));
        auto const wijk = static_cast<std::uint32_t>(world->geography.wijk_of_straat[straat]);
        for (auto asset = feeder;; asset = tree.above[asset]) {
            change[sim::position(asset)][wijk] += pumps;
            if (tree.above[asset] == asset) {
                break;
            }
        }
    }
    std::vector<analysis::AssetRuns> runs;
    for (auto a = tree.begin(level); a < tree.end(level); ++a) {
        auto const base = pair_of(table, state.grid.contents[sim::id_at<AssetId>(a)]);
        analysis::AssetRuns of_asset{{base}, {base}, {}};
        for (auto const& [wijk, pumps] : change[a]) {
            auto const own = pair_of(table, pumps);
            of_asset.alone.push_back({base + own});
            of_asset.everybody[0] += own;
        }
        runs.push_back(std::move(of_asset));
    }
    return runs;
}

} // namespace

TEST_CASE("contents that follow every change are those of the homes, quarter after quarter",
          "[property][grid]") {
    auto const world = tests::polder();
    std::size_t differing{0};
    auto const follow = [&](Simulation const& run) {
        auto const again = count_contents(*world, run.state().homes);
        for (std::size_t a = 0; a < world->grid.size(); ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            differing += run.state().grid.contents[asset] == again[asset] ? 0U : 1U;
        }
    };
    auto const run = tests::run_model(world, busy(), quarters, tests::first_seed, follow);
    CHECK(run.sum("jobs_granted") > 100.0);
    CHECK(differing == 0);
}

TEST_CASE("the upper byte of a lot settles no device wrongly", "[property][grid]") {
    auto const world = tests::polder();
    DeviceLots const lots{*world, tests::first_seed};
    auto connection = sim::Column<HomeId, Connection>(world->homes());
    std::vector<std::uint8_t> may_differ(world->homes());
    std::size_t looked{0};
    std::size_t shares_tried{0};
    for (double const share : {0.0, 0.1, 0.25, 0.251, 0.7, 0.997, 1.0}) {
        DeviceShares const shares{.car = share, .roof = 1.0 - share};
        lots.may_differ(shares, connection, 0, world->homes(), may_differ.data());
        for (std::size_t w = 0; w < world->wijken(); ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            auto const& homes = world->geography.homes_of_wijk;
            for (auto home = homes.begin(wijk); home < homes.end(wijk); ++home) {
                auto& now = connection[sim::id_at<HomeId>(home)];
                auto const after =
                    device_connection(shares, *world, tests::first_seed, wijk, home, now);
                REQUIRE((may_differ[home] != 0 || after.bits == now.bits));
                now = after;
            }
        }
        lots.may_differ(shares, connection, 0, world->homes(), may_differ.data());
        looked += static_cast<std::size_t>(
            std::ranges::count_if(may_differ, [](std::uint8_t d) { return d != 0; }));
        ++shares_tried;
    }
    // Where nothing changes one home in 128 stands on a border, apartments at a share near 1 too.
    CHECK(looked < world->homes() * shares_tried / 4);
}

TEST_CASE("at the turn of the year every heat pump counts as its home is insulated",
          "[property][grid]") {
    auto const world = tests::polder();
    auto const parameters = busy();
    HeatCounting const counting{make_heat_demands(parameters.heat)};
    std::size_t pumps{0};
    std::size_t wrong{0};
    std::size_t outdated{0};
    auto const follow = [&](Simulation const& run) {
        auto const& homes = run.state().homes;
        if (run.next_quarter().of_year() != 2) {
            return;
        }
        for (std::size_t h = 0; h < world->homes(); ++h) {
            auto const id = sim::id_at<HomeId>(h);
            if (!is_counted_by_heat(homes.heating[id])) {
                continue;
            }
            ++pumps;
            if (homes.connection[id].outdated()) {
                ++outdated; // insulated in this first quarter
                continue;
            }
            auto const of_class = heat_class(world->dwellings.shape[id],
                                             world->dwellings.period[id], homes.insulation[id]);
            auto const now = heat_connection(counting, *world, static_cast<std::uint32_t>(h),
                                             of_class, homes.connection[id]);
            wrong += now.bits == homes.connection[id].bits ? 0U : 1U;
        }
    };
    static_cast<void>(tests::run_model(world, parameters, quarters, tests::first_seed, follow));
    CHECK(pumps > 1000);
    CHECK(outdated < pumps / 10);
    CHECK(wrong == 0);
}

TEST_CASE("peaks that follow every change are those weighed anew", "[property][grid]") {
    auto const world = tests::polder();
    auto const parameters = busy();
    auto const run = tests::run_model(world, parameters, quarters);
    auto const& grid = run.simulation.state().grid;
    auto const table = make_load_table(parameters.grid, parameters.heat);
    for (std::size_t a = 0; a < world->grid.end(GridLevel::station); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        REQUIRE(grid.peak[asset] == static_cast<float>(weigh(table, grid.contents[asset]).peak));
    }
    CHECK(run.last("candidate_error") < 0.02);
}

TEST_CASE("energy is the same at every level of the grid, peaks are not", "[property][grid]") {
    auto const run = tests::run_model(tests::polder(), busy(), quarters);
    double const homes = run.last("grid_energy", 0);
    for (std::size_t level = 1; level < grid_levels; ++level) {
        CHECK_THAT(run.last("grid_energy", level), WithinRel(homes, 1e-6));
    }
    CHECK(run.last("grid_peak", 0) > run.last("grid_peak", 1));
    CHECK(run.last("grid_coincidence", 0) < run.last("grid_coincidence", 1));
    CHECK(run.last("grid_coincidence", 1) < 1.0);
}

TEST_CASE("room without end gives no overload, no refusal, no job and nobody who waits",
          "[property][grid]") {
    auto unlimited = busy();
    unlimited.netbeheerder.capacity_binds = false;
    auto const run = tests::run_model(tests::polder(), unlimited, quarters);
    for (auto const* name : {"grid_overload", "grid_refused", "grid_jobs_waiting", "grid_jobs_done",
                             "grid_job_cost", "homes_waiting_for_station"}) {
        INFO(name);
        CHECK(run.sum(name) == 0.0);
    }
    auto const bound = tests::run_model(tests::polder(), busy(), quarters);
    CHECK(bound.sum("grid_refused") > 0.0);
    CHECK(bound.sum("grid_jobs_done") > 0.0);
}

TEST_CASE("with the grid left out homes do what they do with room without end",
          "[property][grid]") {
    auto without = busy();
    without.grid.is_on = false;
    auto unlimited = busy();
    unlimited.netbeheerder.capacity_binds = false;
    auto const a = tests::run_model(tests::polder(), without, quarters);
    auto const b = tests::run_model(tests::polder(), unlimited, quarters);
    for (auto const* name : {"homes_heat_pump", "homes_hybrid", "homes_warmtenet", "jobs_asked"}) {
        INFO(name);
        CHECK(std::ranges::equal(a.series(name), b.series(name)));
    }
}

TEST_CASE("energy does not depend on who joins: its physics is zero at every level",
          "[property][grid]") {
    auto const table =
        make_load_table(tests::shipped_parameters().grid, tests::shipped_parameters().heat);
    analysis::AssetMeasure measure{table.quantile, {}};
    for (std::size_t h = 0; h < design_hours; ++h) {
        measure.hours_a_year.push_back(table.day_weight[h / hours_a_day]);
    }
    auto const energy = [&](analysis::LoadTrajectory const& t) {
        return analysis::energy_of(t.back(), measure);
    };
    auto const peak = [&](analysis::LoadTrajectory const& t) {
        return analysis::peak_of(t.back(), table.quantile);
    };
    double shared{0.0};
    for (std::size_t l = 0; l < grid_levels; ++l) {
        auto const runs = all_electric_runs(table, static_cast<GridLevel>(l));
        auto const of_energy = analysis::split_level(runs, energy);
        INFO("level " << l);
        CHECK(of_energy.sum_of_parts > 1.0e6);
        CHECK_THAT(of_energy.physics, WithinAbs(0.0, 1e-9 * of_energy.sum_of_parts));
        CHECK_THAT(of_energy.behaviour, WithinAbs(0.0, 1e-9 * of_energy.sum_of_parts));
        auto const of_peak = analysis::split_level(runs, peak);
        CHECK(of_peak.physics <= 1e-6); // numbers help, never hurt, within one hour
        shared = of_peak.physics;
        if (l == 0) {
            CHECK_THAT(of_peak.physics, WithinAbs(0.0, 1e-6)); // a feeder has one wijk
        }
    }
    CHECK(shared < -1.0);
}

TEST_CASE("without chance in the loads one peak hour makes peaks add up", "[property][grid]") {
    auto parameters = tests::shipped_parameters();
    parameters.grid.quantile = 0.0;
    auto const table = make_load_table(parameters.grid, parameters.heat);
    auto const peak = [&](analysis::LoadTrajectory const& t) {
        return analysis::peak_of(t.back(), 0.0);
    };
    auto const split = analysis::split_level(all_electric_runs(table, GridLevel::region), peak);
    CHECK_THAT(split.physics, WithinAbs(0.0, 1e-6 * split.sum_of_parts));
}

TEST_CASE("what is imposed on more wijken holds what is imposed on fewer", "[property][grid]") {
    auto fewer = tests::shipped_parameters();
    fewer.grid.imposed_from = 2019;
    fewer.grid.imposed_share = sim::Share{0.3};
    auto more = fewer;
    more.grid.imposed_share = sim::Share{0.7};
    auto const a = tests::run_model(tests::polder(), fewer, 8);
    auto const b = tests::run_model(tests::polder(), more, 8);
    auto const none = tests::run_model(tests::polder(), tests::shipped_parameters(), 8);
    CHECK(a.last("homes_heat_pump") > none.last("homes_heat_pump") + 500.0);
    CHECK(b.last("homes_heat_pump") > a.last("homes_heat_pump") + 500.0);
    auto const fewer_pumps = a.series("wijk_homes_heat_pump");
    auto const more_pumps = b.series("wijk_homes_heat_pump");
    auto const wijken = tests::polder()->wijken();
    for (std::size_t w = 0; w < wijken; ++w) {
        auto const at = fewer_pumps.size() - wijken + w;
        CHECK(more_pumps[at] >= fewer_pumps[at] - 30.0F); // a few homes go their own way
    }
}
