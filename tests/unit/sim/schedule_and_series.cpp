#include "sim/contract/expects.hpp"
#include "sim/results/series.hpp"
#include "sim/schedule/schedule.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace opschaling::sim;

namespace {

/// A world that writes down what happened to it.
struct Diary {
    std::vector<std::string> lines;
};

Schedule<Diary> morning_and_evening() {
    return Schedule<Diary>{{
        {"bewoners wake", "the sun", "bewoners",
         [](Diary& diary, Quarter quarter) { diary.lines.push_back(quarter.text() + " wake"); }},
        {"bewoners sleep", "bewoners", "bewoners",
         [](Diary& diary, Quarter quarter) { diary.lines.push_back(quarter.text() + " sleep"); }},
    }};
}

ResultShape two_levels() {
    return {.axes = {{"land", "country", {"NL"}, {"Nederland"}},
                     {"wijk", "wijk", {"a", "b", "c"}, {"A", "B", "C"}}},
            .series = {{"gas_homes", "land", Period::quarter, SeriesKind::stock, "1",
                        "homes on gas", "Homes with a gas connection", "Woningen op gas"},
                       {"wijk_cost", "wijk", Period::year, SeriesKind::flow, "EUR", "cost",
                        "Money spent", "Kosten"}},
            .first_quarter = 0,
            .quarters = 8,
            .first_year = 2018,
            .years = 2};
}

} // namespace

TEST_CASE("phases run in the order in which they are printed", "[sim][schedule]") {
    auto schedule = morning_and_evening();
    Diary diary;
    schedule.run_quarter(diary, Quarter::of(2030, 2));
    schedule.run_quarter(diary, Quarter::of(2030, 3));
    CHECK(diary.lines == std::vector<std::string>{"2030-Q2 wake", "2030-Q2 sleep", "2030-Q3 wake",
                                                  "2030-Q3 sleep"});
    CHECK(schedule.phases().at(1).sentence == "bewoners sleep");
}

TEST_CASE("a schedule keeps the seconds of each phase", "[sim][schedule]") {
    auto schedule = morning_and_evening();
    CHECK(schedule.seconds() == std::vector{0.0, 0.0});
    Diary diary;
    for (int i = 0; i < 1000; ++i) {
        schedule.run_quarter(diary, Quarter::at(i));
    }
    CHECK(std::ranges::all_of(schedule.seconds(), [](double s) { return s > 0.0 && s < 10.0; }));
}

TEST_CASE("an error in a phase ends the quarter there", "[sim][schedule]") {
    Schedule<Diary> schedule{{
        {"fails", "", "", [](Diary&, Quarter) { throw std::runtime_error{"no"}; }},
        {"never runs", "", "", [](Diary& diary, Quarter) { diary.lines.emplace_back("ran"); }},
    }};
    Diary diary;
    CHECK_THROWS_WITH(schedule.run_quarter(diary, Quarter{}), "no");
    CHECK(diary.lines.empty());
}

TEST_CASE("a result has room for each member of each step and begins as unknown",
          "[sim][results]") {
    auto const shape = two_levels();
    auto const result = RunResult::of_shape(shape);
    REQUIRE(result.values.size() == 2);
    CHECK(result.values[0].size() == 8);
    CHECK(result.values[1].size() == 6);
    CHECK(std::ranges::all_of(result.values[1], [](float v) { return std::isnan(v); }));
}

TEST_CASE("a series belongs to the axis that it names", "[sim][results]") {
    auto const shape = two_levels();
    CHECK(shape.axis_of(shape.series[1]).codes.size() == 3);
    CHECK(shape.steps_of(shape.series[0]) == 8);
    CHECK(shape.steps_of(shape.series[1]) == 2);
    auto orphan = shape.series[0];
    orphan.axis = "provincie";
    CHECK_THROWS_AS(shape.axis_of(orphan), InvariantError);
}
