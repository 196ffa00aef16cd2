#include "models/world/build_world.hpp"
#include "models/world/dutch_stock.hpp"
#include "models/world/fit_marginals.hpp"
#include "models/world/number_places.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;

namespace {

/// Homes of a wijk that stand in 2018, and those of them on a warmtenet.
std::pair<long, long> standing_and_connected(World const& world, std::string const& code) {
    auto const found = std::ranges::find(world.geography.wijk_codes, code);
    auto const wijk =
        sim::id_at<WijkId>(static_cast<std::size_t>(found - world.geography.wijk_codes.begin()));
    long standing{0};
    long connected{0};
    auto const& homes = world.geography.homes_of_wijk;
    for (auto home = homes.begin(wijk); home < homes.end(wijk); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        if (world.dwellings.enters[id] == 0) {
            ++standing;
            connected += world.dwellings.starts_on_warmtenet[id];
        }
    }
    return {standing, connected};
}

bool are_neighbours(World const& world, std::string const& one, std::string const& other) {
    auto const number = [&](std::string const& code) {
        auto const& codes = world.geography.wijk_codes;
        return static_cast<std::uint32_t>(std::ranges::find(codes, code) - codes.begin());
    };
    auto const near = world.geography.wijk_neighbours.neighbours(number(one));
    return std::ranges::find(near, number(other)) != near.end();
}

} // namespace

TEST_CASE("a figure that no table gives is absent, not zero", "[world][measured]") {
    MeasuredFigures figures;
    CHECK_FALSE(figures[Measured::gas_use].has_value());
    figures.set(Measured::gas_use, 0.0);
    CHECK(figures[Measured::gas_use] == 0.0);
    CHECK_FALSE(figures[Measured::gas_use_detached].has_value());
}

TEST_CASE("each measured figure has a name of its own", "[world][measured]") {
    std::vector<std::string_view> names;
    for (auto const& declaration : measured_declarations) {
        CHECK(declaration.lowest < declaration.highest);
        CHECK_FALSE(declaration.unit.empty());
        names.push_back(declaration.name);
    }
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(declaration_of(Measured::rd_y).name == "rd_y");
    CHECK(declaration_of(Measured::main_pipe).name == "main_pipe");
    CHECK(declaration_of(Measured::warmtenet_share).name == "warmtenet_share");
}

TEST_CASE("a measured warmtenet share reaches the homes of its wijk to the home",
          "[world][measured]") {
    auto table = tests::two_gemeenten();
    table.buurten[0].measured.set(Measured::warmtenet_share, 0.83);
    table.buurten[4].measured.set(Measured::warmtenet_share, 0.0);
    auto const world = build_world(table, tests::usual_parameters());
    auto const [standing, connected] = standing_and_connected(world, "BU24010001");
    CHECK(connected == std::lround(0.83 * static_cast<double>(standing)));
    CHECK(standing_and_connected(world, "BU24020002").second == 0);
    CHECK(world.geography.measured[sim::id_at<WijkId>(0)][Measured::warmtenet_share] == 0.83);
}

TEST_CASE("a measured main pipe replaces the one guessed from density", "[world][measured]") {
    auto table = tests::two_gemeenten();
    table.buurten[0].measured.set(Measured::main_pipe, 6400.0);
    table.buurten[0].measured.set(Measured::dwellings, 800.0);
    table.buurten[2].measured.set(Measured::main_pipe, 6400.0); // dwellings unknown: not used
    auto const guessed = build_world(tests::two_gemeenten(), tests::usual_parameters());
    auto const world = build_world(table, tests::usual_parameters());
    CHECK(world.geography.main_pipe_per_home[sim::id_at<WijkId>(0)] == 8.0F);
    CHECK(world.geography.main_pipe_per_home[sim::id_at<WijkId>(2)] ==
          guessed.geography.main_pipe_per_home[sim::id_at<WijkId>(2)]);
}

TEST_CASE("homes follow the counted stock of their gemeente", "[world][stock]") {
    // All apartments of before 1945, all houses of after: the marginals of the buurt do not say so.
    auto buurt = tests::national_buurt("BU24010001", 0, 4000);
    buurt.type_shares = {0.5, 0.5, 0.0, 0.0};
    buurt.period_shares = {0.5, 0.5, 0.0, 0.0, 0.0};
    StockTable stock{};
    stock[0][0] = 2000.0;
    stock[1][1] = 2000.0;
    auto const kinds = count_kinds(buurt, kinds_of_stock(stock));
    auto const of = [&](std::size_t type, std::size_t period) {
        std::uint32_t homes{0};
        for (std::size_t tenure = 0; tenure < tenures; ++tenure) {
            homes += kinds[kind_of(type, period, tenure)];
        }
        return homes;
    };
    CHECK(of(0, 0) + of(0, 1) == 2000);
    // A trace of the national table is left, so that no buurt becomes impossible.
    CHECK(of(0, 1) < 40);
    CHECK(of(1, 0) < 40);
    CHECK(std::accumulate(kinds.begin(), kinds.end(), 0U) == 4000);
}

TEST_CASE("wijken with a border are neighbours, also across gemeenten", "[world][borders]") {
    auto table = tests::two_gemeenten();
    auto const ring = build_world(table, tests::usual_parameters());
    CHECK(are_neighbours(ring, "BU24010001", "BU24010101"));
    CHECK_FALSE(are_neighbours(ring, "BU24010101", "BU24020001"));
    table.borders = {{"WK240101", "WK240200", 900.0}, {"WK240100", "WK240101", 10.0}};
    auto const place = [&](std::size_t row, double x, double y) {
        table.buurten[row].measured.set(Measured::rd_x, x);
        table.buurten[row].measured.set(Measured::rd_y, y);
    };
    place(0, 1000, 400'000); // BU24010001
    place(1, 2000, 400'000); // BU24010002, nearest to the next wijk
    place(2, 3000, 400'000); // BU24010101
    place(3, 9000, 400'000); // BU24020001, further than
    place(4, 4000, 400'000); // BU24020002
    auto const world = build_world(table, tests::usual_parameters());
    CHECK(are_neighbours(world, "BU24010001", "BU24010002"));
    CHECK(are_neighbours(world, "BU24010002", "BU24010101"));
    CHECK_FALSE(are_neighbours(world, "BU24010001", "BU24010101"));
    CHECK(are_neighbours(world, "BU24010101", "BU24020002"));
    CHECK_FALSE(are_neighbours(world, "BU24010101", "BU24020001"));
}

TEST_CASE("a gemeente cut out keeps its shares of what regio and netbeheerder have",
          "[world][part]") {
    auto table = tests::two_gemeenten();
    table.gemeenten[1].regio = 0; // both in one regio, 855 and 1203 homes
    table.heat_sources = {{.name = "AVI", .kind = "AVI", .gemeente = "GM2402"},
                          {.name = "elsewhere", .kind = "", .gemeente = "GM2499"}};
    table.borders = {{"WK240100", "WK240101", 10.0}, {"WK240101", "WK240200", 900.0}};
    auto const part = part_of(table, {0, 1, 2});
    REQUIRE(part.regios.size() == 1);
    CHECK(part.regios[0].share == Approx(855.0 / 2058.0));
    REQUIRE(part.netbeheerders.size() == 1);
    CHECK(part.netbeheerders[0].share == 1.0);
    // The source lies in the other gemeente of the same regio, which shares it.
    REQUIRE(part.heat_sources.size() == 1);
    CHECK(part.heat_sources[0].name == "AVI");
    REQUIRE(part.borders.size() == 1);
    auto const world = build_world(part, tests::usual_parameters());
    CHECK(world.geography.regio_share[sim::id_at<RegioId>(0)] == Approx(855.0 / 2058.0));
    auto const smaller = part_of(part, {2});
    CHECK(smaller.regios[0].share == Approx(215.0 / 2058.0));
}
