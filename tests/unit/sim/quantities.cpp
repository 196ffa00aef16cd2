#include "sim/contract/expects.hpp"
#include "sim/quantity/quantity.hpp"
#include "sim/quantity/share.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

using namespace opschaling;
using namespace opschaling::sim;

namespace {

template <typename A, typename B>
concept can_be_added = requires(A a, B b) { a + b; };

template <typename A, typename B>
concept can_be_compared = requires(A a, B b) { a < b; };

} // namespace

TEST_CASE("only quantities of one dimension can be added or compared", "[sim][quantity]") {
    STATIC_REQUIRE(can_be_added<Energy, Energy>);
    STATIC_REQUIRE_FALSE(can_be_added<Energy, Power>);
    STATIC_REQUIRE_FALSE(can_be_added<Euro, double>);
    STATIC_REQUIRE(can_be_compared<Power, Power>);
    STATIC_REQUIRE_FALSE(can_be_compared<Power, Euro>);
    STATIC_REQUIRE_FALSE(can_be_compared<GasVolume, Energy>);
}

TEST_CASE("products and quotients carry their dimension", "[sim][quantity]") {
    auto const power = Power::of_canonical(3.0);
    auto const hours = Duration::of_canonical(4.0);
    STATIC_REQUIRE(std::is_same_v<decltype(power * hours), Energy>);
    CHECK((power * hours).canonical() == 12.0);
    STATIC_REQUIRE(std::is_same_v<decltype(power * hours / hours), Power>);
    auto const price = EuroPerKWh::of_canonical(0.3);
    STATIC_REQUIRE(std::is_same_v<decltype(price * (power * hours)), Euro>);
    CHECK(euro(price * (power * hours)) == Approx(3.6));
}

TEST_CASE("a quantity divided by its like is a plain number", "[sim][quantity]") {
    auto const ratio = Energy::of_canonical(10.0) / Energy::of_canonical(4.0);
    STATIC_REQUIRE(std::is_same_v<decltype(ratio), double const>);
    CHECK(ratio == 2.5);
    STATIC_REQUIRE(std::is_same_v<decltype(Rate{} * Duration{}), double>);
}

TEST_CASE("quantities add, subtract and scale as numbers do", "[sim][quantity]") {
    auto heat = Energy::of_canonical(5.0);
    heat += Energy::of_canonical(2.5);
    heat -= Energy::of_canonical(0.5);
    CHECK(heat.canonical() == 7.0);
    CHECK((2.0 * heat).canonical() == 14.0);
    CHECK((heat / 2.0).canonical() == 3.5);
    CHECK(heat - heat == Energy{});
    CHECK(heat > Energy{});
}

TEST_CASE("a year and its rate are each other's inverse", "[sim][quantity]") {
    CHECK(in_years(years(12.0)) == Approx(12.0));
    CHECK(in_fte_years(years(0.5)) == Approx(0.5));
    CHECK(per_year(0.05 * Rate::of_canonical(1.0 / hours_per_year)) == Approx(0.05));
    CHECK(4.0 * hours_per_quarter == hours_per_year);
}

TEST_CASE("a share outside 0 to 1 breaks a promise", "[sim][quantity]") {
    CHECK(Share{0.0}.value() == 0.0);
    CHECK(Share{1.0}.value() == 1.0);
    CHECK_THROWS_AS(Share{-1e-9}, InvariantError);
    CHECK_THROWS_AS(Share{1.0 + 1e-9}, InvariantError);
    CHECK_THROWS_AS(Share{std::nan("")}, InvariantError);
}

TEST_CASE("a broken promise tells its place and its words", "[sim][contract]") {
    try {
        expects(2 + 2 == 5, "the sum is five");
        FAIL("nothing was thrown");
    } catch (InvariantError const& error) {
        std::string const told{error.what()};
        CHECK(told.find("quantities.cpp:") != std::string::npos);
        CHECK(told.find("the sum is five") != std::string::npos);
    }
    CHECK_NOTHROW(expects(true, "never told"));
}
