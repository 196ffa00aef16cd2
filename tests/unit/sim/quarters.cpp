#include "sim/time/quarter.hpp"

#include <catch2/catch.hpp>

using namespace opschaling::sim;

TEST_CASE("quarters count from the first of 2018", "[sim][time]") {
    CHECK(Quarter{} == Quarter::of(2018, 1));
    CHECK(Quarter::of(2018, 1).index() == 0);
    CHECK(Quarter::of(2050, 4).index() == 131);
    CHECK(Quarter::at(131).year() == 2050);
    CHECK(Quarter::at(131).of_year() == 4);
}

TEST_CASE("a year begins with its first quarter and ends with its fourth", "[sim][time]") {
    auto quarter = Quarter::of(2025, 3);
    CHECK_FALSE(quarter.starts_year());
    quarter = quarter.next();
    CHECK(quarter.ends_year());
    CHECK(quarter.year() == 2025);
    quarter = quarter.next();
    CHECK(quarter.starts_year());
    CHECK(quarter.year() == 2026);
    CHECK(quarter > Quarter::of(2025, 4));
}

TEST_CASE("the middle of a quarter lies an eighth of a year after its start", "[sim][time]") {
    CHECK(Quarter::of(2018, 1).midpoint() == 2018.125);
    CHECK(Quarter::of(2050, 4).midpoint() == 2050.875);
}

TEST_CASE("a quarter reads back what it writes", "[sim][time]") {
    for (int index = 0; index < 400; ++index) {
        auto const quarter = Quarter::at(index);
        CHECK(Quarter::parse(quarter.text()) == quarter);
    }
    CHECK(Quarter::of(2026, 1).text() == "2026-Q1");
}

TEST_CASE("what is no quarter from 2018 on is not read", "[sim][time]") {
    for (auto const* text : {"", "2026", "2026-Q0", "2026-Q5", "2026Q1", "2026-q1", "2017-Q4",
                             "+026-Q1", "-026-Q1", "20 6-Q1", "2026-Q11", " 2026-Q1", "0x20-Q1"}) {
        INFO("quarter '" << text << "'");
        CHECK_FALSE(Quarter::parse(text).has_value());
    }
}
