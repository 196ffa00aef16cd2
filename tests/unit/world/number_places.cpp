#include "models/world/number_places.hpp"

#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace opschaling;
using namespace opschaling::models;

TEST_CASE("no two codes of buurten share a key", "[world][keys]") {
    std::set<std::uint32_t> keys;
    std::size_t codes{0};
    constexpr std::string_view signs{"09AKZ"};
    for (std::string const gemeente : {"0000", "0014", "0363", "1992", "2001", "2342"}) {
        for (char const a : signs) {
            for (char const b : signs) {
                for (char const c : signs) {
                    for (char const d : signs) {
                        keys.insert(key_of_code("BU" + gemeente + std::string{a, b, c, d}));
                        ++codes;
                    }
                }
            }
        }
    }
    CHECK(keys.size() == codes);
}

TEST_CASE("a part keeps the numbers that its homes have in the country", "[world][keys]") {
    auto const table = tests::two_gemeenten();
    auto const part = part_of(table, {3, 4});
    REQUIRE(part.gemeenten.size() == 1);
    CHECK(part.gemeenten[0].name == "Veldwijk");
    CHECK(part.regios.size() == 1);
    CHECK(part.regios[part.gemeenten[0].regio].name == "Heideland");
    CHECK(part.netbeheerders[part.gemeenten[0].netbeheerder].name == "Oostnet");
    CHECK(part.buurten[0].homes_key == 640 + 215);
    CHECK(part.buurten[1].homes_key == 640 + 215 + 3);
}

TEST_CASE("a code that occurs twice is refused", "[world][keys]") {
    auto table = tests::two_gemeenten();
    table.buurten[1].code = table.buurten[0].code;
    CHECK_THROWS_AS(build_world(table, tests::usual_parameters()), sim::InvariantError);
}

TEST_CASE("a table that nobody numbered is numbered in order of code", "[world][keys]") {
    auto table = tests::two_gemeenten();
    table.homes_numbered = false;
    for (auto& buurt : table.buurten) {
        buurt.homes_key = 0;
    }
    auto const world = build_world(table, tests::usual_parameters());
    CHECK(tests::same_world(world, build_world(tests::two_gemeenten(), tests::usual_parameters())));
}
