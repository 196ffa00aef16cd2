#include "models/grid/connect.hpp"
#include "models/grid/explain_asset.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/netbeheerder/asset_jobs.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr int quarters{72};
constexpr std::size_t pumps{load_class::heat_pump + 4};

/// A polder where many choose heat pumps and the grid alone can hold them up.
Parameters many_pumps(double spare) {
    auto parameters = tests::with_routes(0.0, 0.5, 0.5, 0.0);
    parameters.installer.capacity_binds = false;
    tests::contest_nothing(parameters); // stalls hold none up
    parameters.netbeheerder.spare_mean = spare;
    parameters.netbeheerder.spare_spread = std::min(0.02, spare / 4.0);
    return parameters;
}

double homes_waiting(Parameters const& parameters) {
    return tests::run_model(tests::polder(), parameters, quarters).sum("homes_waiting_for_station");
}

/// A polder at one moment, in which load can be put on one node or another.
struct Nodes {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    sim::Quarter now{sim::Quarter::of(2024, 2)};

    AssetTree const& tree() const { return desk.world->grid; }

    double room(AssetId asset) const {
        return static_cast<double>(desk.state.grid.capacity[asset] - desk.state.grid.peak[asset]);
    }

    /// The station with the least room, or with the most.
    AssetId station(bool most) const {
        auto best = sim::id_at<AssetId>(tree().begin(GridLevel::station));
        for (auto a = tree().begin(GridLevel::station); a < tree().end(GridLevel::station); ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            if (most ? room(asset) > room(best) : room(asset) < room(best)) {
                best = asset;
            }
        }
        return best;
    }

    /// What becomes of a station when so many heat pumps come on it, and of the next home below it
    /// that asks for one.
    AssetAccount with_pumps_on(AssetId station, std::int32_t count) {
        desk.state.grid.contents[station].count[pumps] += count;
        desk.state.grid.changed[station] = 1;
        auto turn = desk.turn(now);
        weigh_grid(turn, now);
        auto const& geography = desk.world->geography;
        for (std::uint32_t s = 0; s < desk.world->straten(); ++s) {
            auto const straat = sim::id_at<StraatId>(s);
            auto const home = geography.homes_of_straat.begin(straat);
            auto const on_gas =
                desk.state.homes.heating[sim::id_at<HomeId>(home)] == HeatingSystem::gas_boiler;
            if (tree().station_of_straat(straat) == station && on_gas) {
                if (!grid_carries(turn, s, home, HeatingSystem::heat_pump)) {
                    desk.state.waiting.push_back({.home = home, .straat = s, .asked = 20});
                }
                break;
            }
        }
        plan_asset_jobs(turn, now);
        return explain_asset(*desk.world, desk.parameters, desk.state, station, now);
    }
};

} // namespace

TEST_CASE("on a grid that is built large enough nobody waits, though its limits hold",
          "[property][grid]") {
    auto const run = tests::run_model(tests::polder(), many_pumps(0.97), quarters);
    REQUIRE(run.last("homes_heat_pump") > 500.0);
    for (auto const* name : {"grid_refused", "homes_waiting_for_station", "grid_overload",
                             "grid_jobs_done", "grid_job_cost"}) {
        INFO(name);
        CHECK(run.sum(name) == 0.0);
    }
}

TEST_CASE("the more room a grid has the fewer wait for it", "[property][grid]") {
    double const narrow = homes_waiting(many_pumps(0.05));
    double const middle = homes_waiting(many_pumps(0.3));
    double const wide = homes_waiting(many_pumps(0.6));
    INFO(narrow << ", " << middle << " and " << wide << " home quarters");
    CHECK(narrow > 1.1 * middle);
    CHECK(middle > 1.1 * wide);
}

TEST_CASE("where nothing but hands is short, more of them let fewer homes wait",
          "[property][grid]") {
    auto many = many_pumps(0.1);
    many.netbeheerder.permit_time = {};
    many.netbeheerder.build_time = {};
    many.netbeheerder.transformer_wait = {.knots = {{2018, {}}}};
    auto few = many;
    for (auto* output :
         {&few.netbeheerder.cable_per_year, &few.netbeheerder.stations_per_year,
          &few.netbeheerder.string_cable_per_year, &few.netbeheerder.substations_per_year}) {
        *output *= 0.02;
    }
    double const with_few = homes_waiting(few);
    double const with_many = homes_waiting(many);
    INFO(with_few << " and " << with_many << " home quarters");
    CHECK(with_many < 0.8 * with_few);
}

TEST_CASE("the same load on another node comes out otherwise, and the account says why",
          "[property][grid]") {
    Nodes narrow;
    Nodes wide;
    auto const full = narrow.station(false);
    auto const roomy = wide.station(true);
    REQUIRE(full != roomy);
    auto const kW_each = narrow.desk.workspace.loads.highest[pumps];
    auto const count = static_cast<std::int32_t>(
        std::ceil((narrow.room(full) + wide.room(roomy)) / 2.0 / kW_each));
    auto const a = narrow.with_pumps_on(full, count);
    auto const b = wide.with_pumps_on(roomy, count);

    for (auto const& account : {a, b}) {
        INFO(name_of_asset(narrow.tree(), account.asset));
        double mean{account.firms};
        double variance{0.0};
        for (auto const& part : account.classes) {
            mean += part.mean;
            variance += part.variance;
        }
        CHECK_THAT(account.spread * account.spread,
                   WithinRel(variance * std::pow(narrow.desk.workspace.loads.quantile, 2), 1e-6));
        CHECK_THAT(account.peak,
                   WithinRel(std::min(mean + account.spread, account.installed), 1e-3));
        auto const added = std::ranges::find(account.classes, pumps, &ClassShare::load_class);
        REQUIRE(added != account.classes.end());
        CHECK(added->count >= count);
    }
    INFO("room " << narrow.room(full) << " and " << wide.room(roomy) << " kW");
    CHECK(a.peak > a.capacity);
    CHECK(a.overload > 0.0);
    CHECK(a.refused == 1);
    REQUIRE(a.jobs.size() == 1);
    REQUIRE(a.waiting.size() == 1);
    CHECK(a.waiting[0].homes == 1);
    CHECK(a.waiting[0].longest == wide.now.index() - 20);

    CHECK(b.peak < b.capacity);
    CHECK(b.overload == 0.0);
    CHECK(b.refused == 0);
    CHECK(b.jobs.empty());
    CHECK(b.waiting.empty());
}
