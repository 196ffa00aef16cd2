#pragma once

#include "models/world/parameters.hpp"
#include "models/world/surroundings.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace opschaling::models {

/// How many days of a normal year belong to each kind of day when the weather is as measured: each
/// whole day (by UT) lies between the two kinds whose space heat is just above and just below its
/// own, in such parts that its degree hours stay the same. Whole years count. Days together 365.
/// `temperatures` are hourly, degC; at least one whole day.
[[nodiscard]] std::array<double, day_kinds> days_by_kind(HeatParameters const& heat,
                                                         HourlySeries const& temperatures);

/// The mean day of December to February of a profile, or of late April and May where `of_spring`;
/// of mean 1.
[[nodiscard]] DayShape mean_day(HourlySeries const& profile, bool of_spring);

/// What a study asks to follow and the world has not: names of series, empty when all is there.
[[nodiscard]] std::vector<std::string> missing_measurements(Parameters const& parameters,
                                                            std::span<HourlySeries const> series);

/// The parameters with the weather and the load profiles of the world in place of the built-in
/// ones, as far as `heat.measured_weather` and `grid.measured_profiles` ask for it and the world
/// has them; else as they are.
[[nodiscard]] Parameters follow_measurements(Parameters parameters,
                                             std::span<HourlySeries const> series);

} // namespace opschaling::models
