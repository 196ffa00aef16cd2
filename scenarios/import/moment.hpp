#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace opschaling::scenarios {

/// Seconds from 1970-01-01 00:00 UT of a day and time of the Gregorian calendar; nothing for a day
/// that does not exist.
[[nodiscard]] std::optional<std::int64_t> seconds_of(int year, int month, int day, int hour = 0,
                                                     int minute = 0, int second = 0);

/// "20230131" as seconds at its begin.
[[nodiscard]] std::optional<std::int64_t> read_day(std::string_view text);

/// "2018-01-01 00:00:00+01:00", with a T for the space, without seconds or without an offset (then
/// UT), as seconds.
[[nodiscard]] std::optional<std::int64_t> read_moment(std::string_view text);

/// The year and the hour within it, from 0.
struct HourOfYear {
    int year{1970};
    std::int64_t hour{0};
};

[[nodiscard]] HourOfYear hour_of_year(std::int64_t seconds);

} // namespace opschaling::scenarios
