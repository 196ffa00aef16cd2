#include "sim/state/column.hpp"
#include "sim/state/now_and_next.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace opschaling::sim;

namespace {

enum class WijkId : std::uint32_t {};
enum class HomeId : std::uint32_t {};
enum class Colour : std::uint8_t {};

constexpr WijkId de_hoven{0};
constexpr WijkId veldwijk{1};
constexpr WijkId zuid{2};

template <typename Held, typename Key>
concept opens_with = requires(Held held, Key key) { held[key]; };

} // namespace

TEST_CASE("a column opens only with its own kind of id", "[sim][state]") {
    STATIC_REQUIRE(AgentId<WijkId>);
    STATIC_REQUIRE_FALSE(AgentId<Colour>);
    STATIC_REQUIRE_FALSE(AgentId<std::uint32_t>);
    STATIC_REQUIRE(opens_with<Column<WijkId, int>, WijkId>);
    STATIC_REQUIRE_FALSE(opens_with<Column<WijkId, int>, HomeId>);
    STATIC_REQUIRE_FALSE(opens_with<Column<WijkId, int>, std::size_t>);
}

TEST_CASE("an id and its position name one another", "[sim][state]") {
    CHECK(position(zuid) == 2);
    CHECK(id_at<WijkId>(2) == zuid);
}

TEST_CASE("a column holds one value an agent", "[sim][state]") {
    Column<WijkId, double> trust(3, 0.5);
    trust[veldwijk] = 0.8;
    CHECK(trust.size() == 3);
    CHECK(trust[de_hoven] == 0.5);
    CHECK(std::accumulate(trust.values().begin(), trust.values().end(), 0.0) == Approx(1.8));
    CHECK(trust != Column<WijkId, double>(3, 0.5));
    CHECK(trust == Column<WijkId, double>{std::vector{0.5, 0.8, 0.5}});
}

TEST_CASE("ranges give each owner its members, empty owners too", "[sim][state]") {
    Ranges<WijkId, HomeId> const homes{{0, 4, 4, 9}};
    CHECK(homes.owners() == 3);
    CHECK(homes.members() == 9);
    CHECK(homes.count(de_hoven) == 4);
    CHECK(homes.count(veldwijk) == 0);
    CHECK(homes.begin(zuid) == 4);
    CHECK(homes.end(zuid) == 9);
    CHECK(Ranges<WijkId, HomeId>{}.owners() == 0);
    CHECK(Ranges<WijkId, HomeId>{}.members() == 0);
}

TEST_CASE("what is written to next is not seen before the commit", "[sim][state]") {
    NowAndNext<std::vector<int>> heating{{1, 1, 1}};
    heating.next()[1] = 2;
    CHECK(heating.now() == std::vector{1, 1, 1});
    heating.commit();
    CHECK(heating.now() == std::vector{1, 2, 1});
    // What no rule touched stays as it was, also in the next step.
    heating.next()[0] = 3;
    heating.commit();
    CHECK(heating.now() == std::vector{3, 2, 1});
}
