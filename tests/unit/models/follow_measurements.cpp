#include "models/world/follow_measurements.hpp"

#include "models/heat/heat_demand.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr std::size_t days_a_year{365};

/// A year whose days swing between a winter and a summer mean, and within a day by 4 K.
HourlySeries weather(double winter, double summer) {
    HourlySeries series{.name = "temperature",
                        .unit = "degC",
                        .source = "made up",
                        .kind = SeriesKind::weather,
                        .first_hour = 0,
                        .values = {}};
    for (std::size_t hour = 0; hour < days_a_year * hours_a_day; ++hour) {
        double const year = static_cast<double>(hour / hours_a_day) / days_a_year;
        double const day = static_cast<double>(hour % hours_a_day) / hours_a_day;
        series.values.push_back((winter + summer) / 2.0 +
                                (winter - summer) / 2.0 * std::cos(2.0 * std::numbers::pi * year) -
                                4.0 * std::cos(2.0 * std::numbers::pi * day));
    }
    return series;
}

/// A profile of one in the hours from `from` to `to`, of `summer` there from May to September.
HourlySeries profile(std::string name, std::size_t from, std::size_t to, double summer) {
    HourlySeries series{.name = std::move(name), .unit = "1", .source = "made up", .values = {}};
    for (std::size_t hour = 0; hour < days_a_year * hours_a_day; ++hour) {
        auto const of_day = hour % hours_a_day;
        bool const in_summer = hour > 2880 && hour < 6552;
        series.values.push_back(of_day >= from && of_day < to ? (in_summer ? summer : 1.0) : 0.0);
    }
    return series;
}

double degree_hours_of(HourlySeries const& series, HeatParameters const& heat) {
    double sum{0.0};
    for (std::size_t first = 0; first < series.values.size(); first += hours_a_day) {
        auto const begin = series.values.begin() + static_cast<std::ptrdiff_t>(first);
        sum += hours_a_day *
               heat_at(heat, 1.0, std::accumulate(begin, begin + hours_a_day, 0.0) / hours_a_day);
    }
    return sum / 1000.0;
}

Parameters with_measured_weather() {
    auto parameters = tests::shipped_parameters();
    parameters.heat.measured_weather = true;
    return parameters;
}

} // namespace

TEST_CASE("days counted in measured weather make a year and keep its degree hours",
          "[models][heat]") {
    auto const plain = tests::shipped_parameters().heat;
    for (auto const& year : {weather(2.0, 18.0), weather(-4.0, 16.0), weather(6.0, 22.0)}) {
        auto const days = days_by_kind(plain, year);
        CHECK_THAT(std::accumulate(days.begin(), days.end(), 0.0), WithinAbs(365.0, 1e-9));
        auto const followed = follow_measurements(with_measured_weather(), {&year, 1}).heat;
        CHECK_THAT(degree_hours(followed), WithinRel(degree_hours_of(year, plain), 1e-9));
    }
}

TEST_CASE("a colder year has more of the cold days and asks more heat", "[models][heat]") {
    auto const mild = weather(4.0, 18.0);
    auto const cold = weather(-4.0, 16.0);
    auto const heat = tests::shipped_parameters().heat;
    auto const days_mild = days_by_kind(heat, mild);
    auto const days_cold = days_by_kind(heat, cold);
    CHECK(days_cold[2] > days_mild[2] + 10.0);
    CHECK(degree_hours(follow_measurements(with_measured_weather(), {&cold, 1}).heat) >
          1.1 * degree_hours(follow_measurements(with_measured_weather(), {&mild, 1}).heat));
}

TEST_CASE("the mean winter day of a profile has its shape, the spring day its own",
          "[models][grid]") {
    auto const evening = profile("households_appliances", 18, 22, 1.0);
    auto const shape = mean_day(evening, false);
    CHECK_THAT(std::accumulate(shape.begin(), shape.end(), 0.0), WithinAbs(24.0, 1e-9));
    CHECK_THAT(shape[19], WithinAbs(6.0, 1e-9));
    CHECK(shape[12] == 0.0);
    // Only late April and May count in spring: from 1 May on the sun of this profile is threefold.
    auto const sun = mean_day(profile("solar_pv_on_roof_households", 8, 16, 3.0), true);
    CHECK_THAT(sun[12], WithinAbs(3.0, 1e-9));
    // A series that begins at six in the evening is counted from the next midnight on.
    auto late = evening;
    late.values.erase(late.values.begin(), late.values.begin() + 18);
    late.first_hour = 18;
    CHECK_THAT(mean_day(late, false)[19], WithinAbs(6.0, 1e-9));
}

TEST_CASE("what is measured is followed only where the study asks for it", "[models][world]") {
    auto world = *tests::polder();
    world.series = {weather(-6.0, 15.0), profile("households_appliances", 17, 20, 1.0),
                    profile("buildings_appliances", 9, 17, 1.0),
                    profile("electric_vehicle_profile_1", 18, 24, 1.0),
                    profile("solar_pv_on_roof_households", 8, 17, 2.0)};
    auto const with_series = std::make_shared<World const>(world);
    auto parameters = tests::shipped_parameters();
    constexpr int quarters{12};
    auto const without = tests::run_model(tests::polder(), parameters, quarters);
    auto const unasked = tests::run_model(with_series, parameters, quarters);
    CHECK(tests::differing_series(without, unasked).empty());

    CHECK(missing_measurements(parameters, {}).empty());
    parameters.heat.measured_weather = true;
    parameters.grid.measured_profiles = true;
    CHECK(missing_measurements(parameters, {}).size() == 5);
    CHECK(missing_measurements(parameters, with_series->series).empty());
    auto const asked = tests::run_model(with_series, parameters, quarters);
    CHECK(asked.last("gas_use") > 1.05 * without.last("gas_use"));
    CHECK(asked.last("grid_peak", 0) != without.last("grid_peak", 0));
}
