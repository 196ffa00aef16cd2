#include "models/world/build_world.hpp"

#include "models/world/admit_new_homes.hpp"
#include "models/world/fit_marginals.hpp"
#include "sim/network/build.hpp"
#include "sim/network/write_rows.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;

namespace {

World const& one_percent() {
    static World const world =
        build_world(synthetic_netherlands(0.01, 1), tests::usual_parameters());
    return world;
}

std::vector<std::uint32_t> straat_of_homes(World const& world) {
    std::vector<std::uint32_t> straten;
    for (std::uint32_t i = 0; i < world.straten(); ++i) {
        straten.insert(straten.end(),
                       world.geography.homes_of_straat.count(sim::id_at<StraatId>(i)), i);
    }
    return straten;
}

std::vector<std::uint32_t> gemeente_of_homes(World const& world) {
    std::vector<std::uint32_t> gemeenten;
    for (std::uint32_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        gemeenten.insert(gemeenten.end(), world.geography.homes_of_wijk.count(wijk),
                         static_cast<std::uint32_t>(world.geography.gemeente_of_wijk[wijk]));
    }
    return gemeenten;
}

} // namespace

TEST_CASE("every home lies in one straat, every straat in one wijk, every wijk in one gemeente",
          "[world]") {
    auto const table = tests::two_gemeenten();
    auto const world = build_world(table, tests::usual_parameters());
    auto const& g = world.geography;
    REQUIRE(world.wijken() == 5);
    CHECK(world.homes() == 640 + 0 + 215 + 3 + 1200);
    CHECK(g.homes_of_straat.members() == world.homes());
    CHECK(g.homes_of_straat.owners() == world.straten());
    CHECK(g.straten_of_wijk.members() == world.straten());
    CHECK(g.wijken_of_gemeente.members() == world.wijken());
    CHECK(g.wijken_of_gemeente.count(GemeenteId{0}) == 3);
    CHECK(g.netbeheerder_names[sim::position(g.netbeheerder_of_gemeente[GemeenteId{0}])] ==
          "Westnet");
    for (std::uint32_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        CHECK(g.homes_of_wijk.count(wijk) == table.buurten[i].homes);
        for (auto s = g.straten_of_wijk.begin(wijk); s < g.straten_of_wijk.end(wijk); ++s) {
            auto const straat = sim::id_at<StraatId>(s);
            CHECK(g.wijk_of_straat[straat] == wijk);
            CHECK(g.homes_of_straat.begin(straat) >= g.homes_of_wijk.begin(wijk));
            CHECK(g.homes_of_straat.end(straat) <= g.homes_of_wijk.end(wijk));
            CHECK(g.homes_of_straat.count(straat) >= 1);
        }
    }
    // An empty buurt stays a wijk, with no straat, no station and no context.
    CHECK(g.straten_of_wijk.count(WijkId{1}) == 0);
    CHECK(g.context[WijkId{1}] == Context{});
}

TEST_CASE("the homes of a wijk have exactly the marginals of its buurt", "[world]") {
    auto const world = build_world(tests::two_gemeenten(), tests::usual_parameters());
    auto const whole = whole_marginals(tests::two_gemeenten().buurten[4]);
    std::array<double, dwelling_types> types{};
    std::array<double, tenures> by_tenure{};
    auto const& homes = world.geography.homes_of_wijk;
    for (auto i = homes.begin(WijkId{4}); i < homes.end(WijkId{4}); ++i) {
        types[static_cast<std::size_t>(world.dwellings.type(sim::id_at<HomeId>(i)))] += 1.0;
        by_tenure[static_cast<std::size_t>(world.dwellings.tenure[sim::id_at<HomeId>(i)])] += 1.0;
    }
    CHECK(types == whole.types);
    CHECK(by_tenure == whole.tenures);
}

namespace {

/// Homes of each shape.
std::array<double, dwelling_shapes> shapes_of(World const& world) {
    std::array<double, dwelling_shapes> shapes{};
    for (auto const shape : world.dwellings.shape.values()) {
        shapes.at(static_cast<std::size_t>(shape)) += 1.0;
    }
    return shapes;
}

/// The same world but for the parts of high flats and of ends of terraces, alike everywhere.
World with_shares(double high, double ends) {
    auto parameters = tests::usual_parameters();
    parameters.high_flats.fill(sim::Share{high});
    parameters.ends_of_terraces.fill(sim::Share{ends});
    return build_world(synthetic_netherlands(0.01, 1), parameters);
}

} // namespace

TEST_CASE("without high flats and ends of terraces there is one shape a type, and nothing else "
          "differs",
          "[world]") {
    auto const& usual = one_percent();
    auto const plain = with_shares(0.0, 0.0);
    auto const turned = with_shares(1.0, 1.0);
    REQUIRE(plain.homes() == usual.homes());
    for (std::uint32_t i = 0; i < usual.homes(); ++i) {
        auto const home = sim::id_at<HomeId>(i);
        auto const type = usual.dwellings.type(home);
        REQUIRE(plain.dwellings.shape[home] == plain_shape(type));
        REQUIRE(turned.dwellings.type(home) == type);
        REQUIRE(turned.dwellings.shape[home] != DwellingShape::low_flat);
        REQUIRE(turned.dwellings.shape[home] != DwellingShape::semi_detached);
    }
    for (auto const* other : {&plain, &turned}) {
        CHECK(other->dwellings.period == usual.dwellings.period);
        CHECK(other->dwellings.tenure == usual.dwellings.tenure);
        CHECK(other->dwellings.enters == usual.dwellings.enters);
        CHECK(other->dwellings.demand_factor == usual.dwellings.demand_factor);
        CHECK(other->dwellings.starts_on_warmtenet == usual.dwellings.starts_on_warmtenet);
        CHECK(other->ties == usual.ties);
    }
}

TEST_CASE("the flats of a straat are all low or all high, in the part that is asked", "[world]") {
    auto const& world = one_percent();
    auto const& geography = world.geography;
    for (std::uint32_t s = 0; s < world.straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        std::array<std::size_t, 2> flats{};
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            auto const shape = world.dwellings.shape[sim::id_at<HomeId>(home)];
            flats[0] += shape == DwellingShape::low_flat ? 1U : 0U;
            flats[1] += shape == DwellingShape::high_flat ? 1U : 0U;
        }
        REQUIRE((flats[0] == 0 || flats[1] == 0));
    }
    // Some 900 straten with flats, each one draw: the standard deviation of the part is below
    // 0.02, and below 0.003 for 18,000 homes that draw for themselves.
    auto const shapes = shapes_of(with_shares(0.4, 0.57));
    CHECK_THAT(shapes[1] / (shapes[0] + shapes[1]), Catch::Matchers::WithinAbs(0.4, 0.08));
    CHECK_THAT(shapes[3] / (shapes[3] + shapes[4]), Catch::Matchers::WithinAbs(0.57, 0.015));
}

TEST_CASE("twelve of a hundred homes stand at an end of a terrace, as CBS and G12 have it",
          "[world][validation]") {
    auto const world = build_world(synthetic_netherlands(0.1, 1), tests::usual_parameters());
    auto const shapes = shapes_of(world);
    auto const homes = static_cast<double>(world.homes());
    CHECK_THAT(shapes[3] / homes, Catch::Matchers::WithinAbs(0.12, 0.012));
    CHECK_THAT(shapes[4] / homes, Catch::Matchers::WithinAbs(0.09, 0.012));
}

TEST_CASE("ties are mutual, never with oneself and never across a gemeente", "[world][ties]") {
    auto const& world = one_percent();
    CHECK(world.ties.nodes() == world.homes());
    CHECK(sim::is_undirected(world.ties));
    auto const gemeente = gemeente_of_homes(world);
    std::size_t across{0};
    for (std::uint32_t home = 0; home < world.homes(); ++home) {
        across += static_cast<std::size_t>(
            std::ranges::count_if(world.ties.neighbours(home), [&](std::uint32_t other) {
                return gemeente[other] != gemeente[home];
            }));
    }
    CHECK(across == 0);
}

TEST_CASE("rows written at once equal those that Boost.Graph builds from the ties",
          "[world][ties]") {
    auto const world = build_world(tests::two_gemeenten(), tests::usual_parameters());
    std::vector<sim::Tie> ties;
    for (std::uint32_t home = 0; home < world.homes(); ++home) {
        for (auto const other : world.ties.neighbours(home)) {
            ties.emplace_back(home, other);
        }
    }
    CHECK(sim::build_graph(world.homes(), ties) == world.ties);
}

TEST_CASE("a home knows six homes of its straat and mostly one elsewhere", "[world][ties]") {
    auto const& world = one_percent();
    auto const straat = straat_of_homes(world);
    std::size_t weak{0};
    std::size_t weak_alike{0};
    std::size_t near_alike{0};
    std::size_t near{0};
    for (std::uint32_t home = 0; home < world.homes(); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        auto const in_straat =
            world.geography.homes_of_straat.count(sim::id_at<StraatId>(straat[home]));
        std::size_t strong{0};
        std::size_t elsewhere{0};
        for (auto const other : world.ties.neighbours(home)) {
            bool const alike =
                world.dwellings.tenure[sim::id_at<HomeId>(other)] == world.dwellings.tenure[id];
            (straat[other] == straat[home] ? strong : elsewhere) += 1;
            (straat[other] == straat[home] ? near_alike : weak_alike) += alike ? 1U : 0U;
        }
        REQUIRE(strong == std::min<std::size_t>(6, in_straat - 1));
        REQUIRE(elsewhere <= 1);
        weak += elsewhere;
        near += strong;
    }
    // Binomial with n = 81,395 and p = 0.9; less at most 1 % of pairs that met in one straat or
    // stayed single. Five standard deviations are 0.6 %.
    auto const homes = static_cast<double>(world.homes());
    CHECK(static_cast<double>(weak) / homes > 0.9 - 0.010 - 0.006);
    CHECK(static_cast<double>(weak) / homes < 0.9 + 0.006);
    // 60 % seek their own tenure; across tenures some of a tenure with over half remain alike.
    CHECK(static_cast<double>(weak_alike) / static_cast<double>(weak) > 0.6 - 0.01);
    CHECK(static_cast<double>(weak_alike) / static_cast<double>(weak) < 0.6 + 0.05);
    CHECK(static_cast<double>(near_alike) / static_cast<double>(near) > 0.6);
}

TEST_CASE("without ties asked for there are none", "[world][ties]") {
    auto parameters = tests::usual_parameters();
    parameters.straat_ties = 0;
    parameters.homes_with_weak_tie = sim::Share{0.0};
    auto const world = build_world(tests::two_gemeenten(), parameters);
    CHECK(world.ties.nodes() == world.homes());
    CHECK(world.ties.targets_count() == 0);
}

TEST_CASE("in each year from 2018 to 2023 as many homes enter as this part of the country has",
          "[world]") {
    auto const& world = one_percent();
    std::array<double, last_entry + 1U> entering{};
    for (std::uint32_t i = 0; i < world.homes(); ++i) {
        auto const id = sim::id_at<HomeId>(i);
        auto const quarter = world.dwellings.enters[id];
        REQUIRE(quarter <= last_entry);
        entering[quarter] += 1.0;
        if (quarter > 0) {
            REQUIRE(world.dwellings.period[id] == BuildingPeriod::since_2005);
        }
    }
    double const wanted = 70'000.0 * world.share_of_country;
    for (std::size_t year = 0; year < 6; ++year) {
        double sum{0.0};
        for (std::size_t quarter = std::max<std::size_t>(1, 4 * year); quarter < 4 * year + 4;
             ++quarter) {
            sum += entering[quarter];
        }
        CHECK(std::abs(sum - wanted) <= 1.0);
    }
    SECTION("never more than were built since 2005") {
        auto parameters = tests::usual_parameters();
        parameters.new_homes_per_year = 300'000.0;
        auto const full = build_world(tests::two_gemeenten(), parameters);
        auto const entered =
            std::ranges::count_if(full.dwellings.enters.values(), [](auto q) { return q > 0; });
        auto const recent =
            std::ranges::count(full.dwellings.period.values(), BuildingPeriod::since_2005);
        CHECK(entered <= recent);
    }
}

TEST_CASE("the warmtenet of 2018 has its share, in whole straten of dense wijken", "[world]") {
    auto const& world = one_percent();
    auto const straat = straat_of_homes(world);
    double standing{0.0};
    double connected{0.0};
    double density_connected{0.0};
    double density_all{0.0};
    double all_connected{0.0};
    for (std::uint32_t i = 0; i < world.homes(); ++i) {
        auto const id = sim::id_at<HomeId>(i);
        bool const on_net = world.dwellings.starts_on_warmtenet[id] == 1;
        bool const stands = world.dwellings.enters[id] == 0;
        standing += stands ? 1.0 : 0.0;
        connected += stands && on_net ? 1.0 : 0.0;
        auto const wijk = world.geography.wijk_of_straat[sim::id_at<StraatId>(straat[i])];
        double const density = world.geography.address_density[wijk];
        density_all += density;
        density_connected += on_net ? density : 0.0;
        all_connected += on_net ? 1.0 : 0.0;
        if (i > 0 && straat[i] == straat[i - 1]) {
            REQUIRE(world.dwellings.starts_on_warmtenet[id] ==
                    world.dwellings.starts_on_warmtenet[sim::id_at<HomeId>(i - 1)]);
        }
    }
    CHECK(std::abs(connected - 0.053 * standing) <= 45.0); // one straat
    CHECK(density_connected / all_connected >
          1.5 * density_all / static_cast<double>(world.homes()));
}

TEST_CASE("heat demand spreads lognormally around its mean", "[world]") {
    auto const& world = one_percent();
    double sum{0.0};
    double logs{0.0};
    double squares{0.0};
    for (auto const factor : world.dwellings.demand_factor.values()) {
        double const value = factor / 128.0;
        sum += value;
        logs += std::log(value);
        squares += std::log(value) * std::log(value);
    }
    auto const homes = static_cast<double>(world.homes());
    // Standard error of the mean .25/sqrt(81,395) = .0009; rounding to 1/128 and the bound at
    // 255/128 take less than .002.
    CHECK(sum / homes == Approx(1.0).margin(0.006));
    CHECK(std::sqrt(squares / homes - logs * logs / homes / homes) == Approx(0.25).margin(0.01));
}

TEST_CASE("the context of Dutch wijken has mean 0 and deviation 1", "[world]") {
    auto const world = build_world(synthetic_netherlands(1.0, 1), tests::usual_parameters());
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double sum{0.0};
        double squares{0.0};
        for (std::uint32_t i = 0; i < world.wijken(); ++i) {
            auto const wijk = sim::id_at<WijkId>(i);
            double const homes = world.geography.homes_of_wijk.count(wijk);
            double const z = world.geography.context[wijk][k];
            sum += homes * z;
            squares += homes * z * z;
        }
        auto const homes = static_cast<double>(world.homes());
        INFO("dimension " << k);
        CHECK(sum / homes == Approx(0.0).margin(0.05));
        CHECK(std::sqrt(squares / homes) == Approx(1.0).margin(0.05));
    }
    CHECK(world.share_of_country == Approx(1.0).margin(0.01));
}

TEST_CASE("wijken of a gemeente are one connected neighbourhood", "[world]") {
    auto const& world = one_percent();
    auto const& neighbours = world.geography.wijk_neighbours;
    CHECK(sim::is_undirected(neighbours));
    auto const component = sim::connected_components(neighbours);
    for (std::uint32_t i = 1; i < world.wijken(); ++i) {
        bool const same_gemeente = world.geography.gemeente_of_wijk[sim::id_at<WijkId>(i)] ==
                                   world.geography.gemeente_of_wijk[sim::id_at<WijkId>(i - 1)];
        CHECK((component[i] == component[i - 1]) == same_gemeente);
    }
}

TEST_CASE("a wijk under a hundred homes joins the nearest larger one of its gemeente", "[world]") {
    auto const names = [](World const& world, WijkId host) {
        std::vector<std::string> codes;
        for (auto const wijk : world.geography.sites.wijken(host)) {
            codes.push_back(world.geography.wijk_codes[sim::position(wijk)]);
        }
        return codes;
    };
    auto table = tests::two_gemeenten();
    SECTION("one by one") {
        auto const world = build_world(table, tests::usual_parameters());
        auto const& sites = world.geography.sites;
        CHECK(names(world, WijkId{0}) == std::vector<std::string>{"BU24010001", "BU24010002"});
        CHECK(names(world, WijkId{1}).empty());
        CHECK(names(world, WijkId{2}) == std::vector<std::string>{"BU24010101"});
        CHECK(names(world, WijkId{4}) == std::vector<std::string>{"BU24020002", "BU24020001"});
        CHECK(sites.straten_before[WijkId{3}] == world.geography.straten_of_wijk.count(WijkId{4}));
        CHECK(sites.neighbours.neighbours(1).empty());
    }
    SECTION("the nearer before the larger") {
        table.buurten = {tests::national_buurt("BU24010001", 0, 150),
                         tests::national_buurt("BU24010102", 0, 40),
                         tests::national_buurt("BU24010203", 0, 50),
                         tests::national_buurt("BU24010304", 0, 60),
                         tests::national_buurt("BU24010405", 0, 900),
                         tests::national_buurt("BU24010506", 0, 120)};
        number_homes(table);
        auto const world = build_world(table, tests::usual_parameters());
        CHECK(world.geography.sites.of_wijk[WijkId{1}] == WijkId{0});
        // Two borders from either: the larger of those that are equally near.
        CHECK(world.geography.sites.of_wijk[WijkId{2}] == WijkId{4});
        CHECK(world.geography.sites.of_wijk[WijkId{3}] == WijkId{4});
    }
    SECTION("and stays alone where nobody is large enough") {
        table.buurten = {tests::national_buurt("BU24010001", 0, 60),
                         tests::national_buurt("BU24010002", 0, 70),
                         tests::national_buurt("BU24020001", 1, 500)};
        number_homes(table);
        auto const world = build_world(table, tests::usual_parameters());
        CHECK(world.geography.sites.is_host(WijkId{0}));
        CHECK(world.geography.sites.is_host(WijkId{1}));
    }
}

TEST_CASE("in the synthetic country hardly a home is left without a site for projects", "[world]") {
    auto const& world = one_percent();
    std::size_t left_out{0};
    std::size_t counted{0};
    for (std::uint32_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        std::uint32_t homes{0};
        for (auto const member : world.geography.sites.wijken(wijk)) {
            homes += world.geography.homes_of_wijk.count(member);
        }
        counted += homes;
        left_out += homes < 100 ? homes : 0;
    }
    CHECK(counted == world.homes());
    CHECK(left_out == 0);
}
