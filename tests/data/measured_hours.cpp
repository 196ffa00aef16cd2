#include "models/grid/load_table.hpp"
#include "models/heat/heat_demand.hpp"
#include "models/world/follow_measurements.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <string>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

/// Hours from 1970 to 2018-01-01 00:00 in Central European time.
constexpr std::int32_t new_year_2018{420'767};

std::vector<HourlySeries> series_of(std::filesystem::path const& path, std::string name,
                                    SeriesKind kind, std::int32_t first_hour) {
    HourlySeries series{.name = std::move(name),
                        .unit = kind == SeriesKind::weather ? "degC" : "1",
                        .source = {},
                        .kind = kind,
                        .first_hour = first_hour,
                        .values = {}};
    std::ifstream file{path};
    std::string line;
    while (std::getline(file, line)) {
        auto const value = line.substr(line.find(',') + 1); // the whole line without a comma
        if (!value.empty() && value != "T" && value != "T\r") {
            series.values.push_back(std::stod(value));
        }
    }
    return {std::move(series)};
}

/// Pearson's correlation of two shapes.
double likeness(DayShape const& a, DayShape const& b) {
    auto const mean = [](DayShape const& s) {
        return std::accumulate(s.begin(), s.end(), 0.0) / static_cast<double>(s.size());
    };
    double both{0.0};
    double of_a{0.0};
    double of_b{0.0};
    for (std::size_t h = 0; h < a.size(); ++h) {
        both += (a[h] - mean(a)) * (b[h] - mean(b));
        of_a += (a[h] - mean(a)) * (a[h] - mean(a));
        of_b += (b[h] - mean(b)) * (b[h] - mean(b));
    }
    return both / std::sqrt(of_a * of_b);
}

} // namespace

TEST_CASE("the hours of De Bilt since 2018 make milder years than the normal, with some frost",
          "[data][heat]") {
    auto const file = tests::real_data("knmi_weather/KNMI_260_hourly_T_2018_2025.csv");
    if (!file) {
        return;
    }
    auto const series = series_of(*file, "temperature", SeriesKind::weather, new_year_2018);
    REQUIRE(series[0].values.size() > 65'000);
    auto parameters = tests::shipped_parameters();
    double const normal = degree_hours(parameters.heat);
    auto const days = days_by_kind(parameters.heat, series[0]);
    CHECK_THAT(std::accumulate(days.begin(), days.end(), 0.0), WithinAbs(365.0, 1e-9));
    // 43.5 thousand kelvin hours below 15.5 degC a year over the days of the file, 49.9 in
    // 1991-2020; 1.25 days a year below -4 degC, the coldest of -6.7.
    parameters.heat.measured_weather = true;
    auto const followed = follow_measurements(parameters, series).heat;
    CHECK_THAT(degree_hours(followed), WithinAbs(43.5, 1.0));
    CHECK(degree_hours(followed) < normal);
    CHECK(days[0] == 0.0);
    CHECK(days[1] + days[2] > 1.0);
    CHECK(days[1] + days[2] < 8.0);
    // What a heat pump draws follows.
    auto const pump = load_class::heat_pump + 4;
    auto const before = make_load_table(parameters.grid, tests::shipped_parameters().heat);
    auto const after = make_load_table(parameters.grid, followed);
    CHECK(after.energy[pump] < 0.95 * before.energy[pump]);
    CHECK(after.energy[pump] > 0.8 * before.energy[pump]);
    CHECK(after.highest[pump] == before.highest[pump]); // design days make the peak, not the year
}

TEST_CASE("profiles of the Energy Transition Model give shapes like the built-in ones",
          "[data][grid]") {
    if (!tests::real_data("etm_curves/households_appliances.csv")) {
        return;
    }
    std::vector<HourlySeries> series;
    for (std::string const name : {"households_appliances", "buildings_appliances",
                                   "electric_vehicle_profile_1", "solar_pv_on_roof_households"}) {
        auto const folder =
            name.starts_with("solar") ? "etm_curves/weather_default/" : "etm_curves/";
        auto const file = tests::real_data(folder + name + ".csv");
        REQUIRE(file.has_value());
        series.push_back(series_of(*file, name, SeriesKind::profile, -1).front());
        REQUIRE(series.back().values.size() == 8760);
    }
    auto parameters = tests::shipped_parameters();
    parameters.grid.measured_profiles = true;
    REQUIRE(missing_measurements(parameters, series).empty());
    auto const followed = follow_measurements(parameters, series).grid;
    auto const& built_in = tests::shipped_parameters().grid;
    CHECK(likeness(followed.base_shape, built_in.base_shape) > 0.98);
    CHECK(likeness(followed.other_shape, built_in.other_shape) > 0.98);
    CHECK(likeness(followed.ev_shape, built_in.ev_shape) > 0.95);
    CHECK(likeness(followed.pv_shape, built_in.pv_shape) > 0.99);
    auto const highest = [](DayShape const& shape) {
        return std::ranges::max_element(shape) - shape.begin();
    };
    CHECK(highest(followed.base_shape) == 18); // the evening
    CHECK(highest(followed.pv_shape) == 12);
}
