#include "models/grid/build_asset_tree.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/world/build_world.hpp"
#include "models/world/lay_out_places.hpp"
#include "models/world/number_places.hpp"
#include "models/world/start_state.hpp"
#include "sim/contract/expects.hpp"
#include "sim/network/forest.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <set>

using namespace opschaling;
using namespace opschaling::models;

namespace {

std::array<std::uint64_t, grid_levels> homes_by_level(AssetTree const& tree, World const& world) {
    std::vector<std::uint64_t> homes(tree.size(), 0);
    for (std::size_t s = 0; s < world.straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        homes[sim::position(tree.feeder_of_straat[straat])] +=
            world.geography.homes_of_straat.count(straat);
    }
    std::array<std::uint64_t, grid_levels> sum{};
    for (std::size_t a = 0; a < tree.size(); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        if (tree.level_of(asset) != GridLevel::region) {
            homes[sim::position(tree.above[asset])] += homes[a];
        }
        sum[static_cast<std::size_t>(tree.level_of(asset))] += homes[a];
    }
    return sum;
}

} // namespace

TEST_CASE("a forest knows who stands below whom and refuses a circle", "[sim][network]") {
    std::vector<std::uint32_t> const above{2, 2, 4, 4, 4, 5};
    auto const forest = sim::build_forest(above);
    auto const row = forest.below.neighbours(4);
    CHECK(std::vector(row.begin(), row.end()) == std::vector<std::uint32_t>{2, 3});
    CHECK(forest.below.neighbours(5).empty());
    std::vector<std::size_t> place(above.size());
    for (std::size_t i = 0; i < above.size(); ++i) {
        place[forest.leaves_first[i]] = i;
    }
    for (std::size_t node = 0; node < above.size(); ++node) {
        CHECK((above[node] == node || place[node] < place[above[node]]));
    }
    std::vector<std::uint32_t> const circle{1, 2, 0};
    CHECK_THROWS_AS(sim::build_forest(circle), sim::InvariantError);
}

TEST_CASE("every home hangs once under every level of the grid", "[models][grid]") {
    for (auto const& world : {tests::polder(), tests::hundredth()}) {
        for (auto const sum : homes_by_level(world->grid, *world)) {
            CHECK(sum == world->homes());
        }
    }
}

TEST_CASE("assets stand one level apart, within one netbeheerder and RES-regio", "[models][grid]") {
    auto const world = tests::hundredth();
    auto const& tree = world->grid;
    auto const& g = world->geography;
    for (std::size_t a = 0; a < tree.begin(GridLevel::region); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        auto const above = tree.above[asset];
        REQUIRE(static_cast<int>(tree.level_of(above)) ==
                static_cast<int>(tree.level_of(asset)) + 1);
        REQUIRE(tree.netbeheerder[above] == tree.netbeheerder[asset]);
        auto const regio_of = [&](AssetId of) {
            return g.regio_of_gemeente[g.gemeente_of_wijk[tree.wijk[of]]];
        };
        REQUIRE(regio_of(above) == regio_of(asset));
        REQUIRE((tree.level_of(asset) == GridLevel::feeder || !tree.below.neighbours(a).empty()));
    }
}

TEST_CASE("a station that spans wijken and a gemeente that spans netbeheerders count homes once",
          "[models][grid]") {
    auto const world = tests::polder();
    auto const& g = world->geography;
    auto parameters = tests::shipped_parameters().world;
    parameters.homes_per_station.fill(700.0); // larger than the smallest wijken
    auto netbeheerder = netbeheerder_of_wijken(g);
    netbeheerder[sim::id_at<WijkId>(1)] =
        sim::id_at<NetbeheerderId>(1 - sim::position(netbeheerder[sim::id_at<WijkId>(1)]));
    auto const tree = build_asset_tree(g, netbeheerder, parameters);
    for (auto const sum : homes_by_level(tree, *world)) {
        CHECK(sum == world->homes());
    }
    std::vector<std::set<std::uint32_t>> wijken(tree.size());
    for (std::size_t s = 0; s < world->straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto const wijk = g.wijk_of_straat[straat];
        auto const feeder = tree.feeder_of_straat[straat];
        CHECK(tree.netbeheerder[feeder] == netbeheerder[wijk]);
        wijken[sim::position(feeder)].insert(static_cast<std::uint32_t>(wijk));
        wijken[sim::position(tree.above[feeder])].insert(static_cast<std::uint32_t>(wijk));
    }
    std::size_t spanning{0};
    for (auto s = tree.begin(GridLevel::station); s < tree.end(GridLevel::station); ++s) {
        spanning += wijken[s].size() > 1 ? 1 : 0;
    }
    CHECK(spanning > 0);
    for (auto f = tree.begin(GridLevel::feeder); f < tree.end(GridLevel::feeder); ++f) {
        CHECK(wijken[f].size() == 1);
    }
    // Contents come from the homes by the same tree: each home once, at every level.
    auto changed = *world;
    changed.grid = tree;
    auto const contents = count_contents(
        changed, start_state(changed, tests::shipped_parameters(), tests::first_seed).homes);
    std::array<std::int64_t, grid_levels> homes{};
    for (std::size_t a = 0; a < tree.size(); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        homes[static_cast<std::size_t>(tree.level_of(asset))] += contents[asset].homes();
    }
    for (auto const at_level : homes) {
        CHECK(at_level == homes[0]);
    }
    CHECK(homes[0] > 0);
}

TEST_CASE("the grid of the synthetic country has the national number of stations within a tenth",
          "[models][grid]") {
    auto const table = synthetic_netherlands(1.0, 1);
    auto const& parameters = tests::shipped_parameters().world;
    auto const geography = lay_out_places(table, buurten_in_order(table), parameters);
    auto const tree = build_asset_tree(geography, netbeheerder_of_wijken(geography), parameters);
    INFO(tree.count(GridLevel::feeder)
         << " feeders, " << tree.count(GridLevel::station) << " stations, "
         << tree.count(GridLevel::string) << " strings, " << tree.count(GridLevel::substation)
         << " substations, " << tree.count(GridLevel::region) << " regions");
    // N13: about 115,000 MV/LV stations, 100-125 thousand.
    CHECK(tree.count(GridLevel::station) > 0.9 * 115'000);
    CHECK(tree.count(GridLevel::station) < 1.1 * 115'000);
    double cable{0.0};
    for (auto const length : tree.cable.values()) {
        cable += static_cast<double>(length);
    }
    // N12: 181,620 km of low-voltage cable.
    CHECK(cable / 1000.0 > 0.8 * 181'620);
    CHECK(cable / 1000.0 < 1.2 * 181'620);
}
