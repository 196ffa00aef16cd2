#include "models/world/follow_measurements.hpp"

#include "models/heat/heat_demand.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <numeric>
#include <string_view>

namespace opschaling::models {

namespace {

constexpr double days_a_year{365.0};
constexpr std::string_view temperature_name{"temperature"};
/// How the profiles of the Energy Transition Model are called that stand for a built-in shape.
constexpr std::string_view households_name{"households_appliances"};
constexpr std::string_view firms_name{"buildings_appliances"};
constexpr std::string_view car_name{"electric_vehicle_profile_1"};
constexpr std::string_view roof_name{"solar_pv_on_roof_households"};

HourlySeries const* find_series(std::span<HourlySeries const> all, SeriesKind kind,
                                std::string_view name) {
    auto const found = std::ranges::find_if(all, [&](HourlySeries const& series) {
        return series.kind == kind && series.name == name && series.values.size() >= hours_a_day;
    });
    return found == all.end() ? nullptr : &*found;
}

double mean_of(std::span<double const> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::span<double const> hours_of_day(HourlySeries const& series, std::size_t first) {
    return std::span{series.values}.subspan(first, hours_a_day);
}

/// The first hour of the series that begins a day.
std::size_t first_midnight(HourlySeries const& series) {
    auto const hours = static_cast<std::int32_t>(hours_a_day);
    auto const into_day = series.first_hour < 0 ? 0 : series.first_hour % hours;
    return static_cast<std::size_t>((hours - into_day) % hours);
}

/// As many of the days as make whole years, so that no season counts twice; all of a shorter
/// series.
std::size_t whole_years(std::size_t days) {
    auto const year = static_cast<std::size_t>(days_a_year);
    return days < year ? days : days / year * year;
}

/// The date on which the series begins; a year without a date counts as one of 365 days.
std::chrono::sys_days first_day(HourlySeries const& series) {
    using namespace std::chrono;
    return series.first_hour < 0
               ? sys_days{year{2019} / January / 1}
               : floor<days>(sys_time<hours>{hours{series.first_hour}} + hours{hours_a_day - 1});
}

bool belongs(std::chrono::sys_days day, bool of_spring) {
    using namespace std::chrono;
    constexpr unsigned late{21};
    year_month_day const date{day};
    auto const month = date.month();
    return of_spring ? month == May || (month == April && unsigned{date.day()} >= late)
                     : month == December || month == January || month == February;
}

void follow_shape(std::span<HourlySeries const> all, std::string_view name, bool of_spring,
                  DayShape& shape) {
    if (auto const* profile = find_series(all, SeriesKind::profile, name)) {
        shape = mean_day(*profile, of_spring);
    }
}

} // namespace

std::array<double, day_kinds> days_by_kind(HeatParameters const& heat,
                                           HourlySeries const& temperatures) {
    auto const kinds = day_kinds_of(heat);
    auto const heat_of = [&](double temperature) { return heat_at(heat, 1.0, temperature); };
    std::array<double, day_kinds> days{};
    auto const midnight = first_midnight(temperatures);
    auto const counted = whole_years((temperatures.values.size() - midnight) / hours_a_day);
    for (std::size_t day = 0; day < counted; ++day) {
        auto const first = midnight + day * hours_a_day;
        double const asked = heat_of(mean_of(hours_of_day(temperatures, first)));
        std::size_t warmer{0}; // the first kind that asks no more than this day
        while (warmer + 1 < day_kinds && heat_of(kinds[warmer].temperature) > asked) {
            ++warmer;
        }
        double colder_part{0.0};
        if (warmer > 0) {
            double const low = heat_of(kinds[warmer].temperature);
            double const high = heat_of(kinds[warmer - 1].temperature);
            colder_part = std::clamp((asked - low) / (high - low), 0.0, 1.0);
            days[warmer - 1] += colder_part;
        }
        days[warmer] += 1.0 - colder_part;
    }
    for (auto& value : days) {
        value *= days_a_year / std::max<double>(1.0, static_cast<double>(counted));
    }
    return days;
}

DayShape mean_day(HourlySeries const& profile, bool of_spring) {
    DayShape shape{};
    auto day = first_day(profile);
    for (auto first = first_midnight(profile); first + hours_a_day <= profile.values.size();
         first += hours_a_day) {
        if (belongs(day, of_spring)) {
            auto const hours = hours_of_day(profile, first);
            std::ranges::transform(shape, hours, shape.begin(), std::plus{});
        }
        day += std::chrono::days{1};
    }
    double const mean = mean_of(shape);
    for (auto& value : shape) {
        value = mean > 0.0 ? value / mean : 1.0;
    }
    return shape;
}

std::vector<std::string> missing_measurements(Parameters const& parameters,
                                              std::span<HourlySeries const> series) {
    std::vector<std::string> missing;
    if (parameters.heat.measured_weather &&
        find_series(series, SeriesKind::weather, temperature_name) == nullptr) {
        missing.emplace_back(temperature_name);
    }
    if (parameters.grid.measured_profiles) {
        for (auto const name : {households_name, firms_name, car_name, roof_name}) {
            if (find_series(series, SeriesKind::profile, name) == nullptr) {
                missing.emplace_back(name);
            }
        }
    }
    return missing;
}

Parameters follow_measurements(Parameters parameters, std::span<HourlySeries const> series) {
    if (parameters.heat.measured_weather) {
        if (auto const* weather = find_series(series, SeriesKind::weather, temperature_name)) {
            auto const days = days_by_kind(parameters.heat, *weather);
            std::ranges::transform(days, parameters.heat.day_count.begin(), [](double count) {
                return sim::Duration::of_canonical(count * hours_a_day);
            });
        }
    }
    if (parameters.grid.measured_profiles) {
        auto& grid = parameters.grid;
        follow_shape(series, households_name, false, grid.base_shape);
        follow_shape(series, firms_name, false, grid.other_shape);
        follow_shape(series, car_name, false, grid.ev_shape);
        follow_shape(series, roof_name, true, grid.pv_shape);
    }
    return parameters;
}

} // namespace opschaling::models
