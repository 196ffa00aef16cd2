#include "scenarios/import/moment.hpp"

#include <charconv>
#include <chrono>

namespace opschaling::scenarios {

namespace {

constexpr std::int64_t seconds_in_hour{3600};
constexpr std::int64_t seconds_in_minute{60};

/// Exactly `digits` digits at the front, taken off.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value{0};
    auto const [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, std::string_view signs) {
    if (text.empty() || signs.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// "+01:00", "-0500" or "Z" in seconds; nothing when it is none.
std::optional<std::int64_t> read_offset(std::string_view text) {
    if (text.empty() || text == "Z") {
        return 0;
    }
    bool const west = text.front() == '-';
    if (!take(text, "+-")) {
        return std::nullopt;
    }
    auto const hours = take_digits(text, 2);
    take(text, ":");
    auto const minutes = take_digits(text, 2);
    constexpr int most_hours{14};
    if (!hours || !minutes || !text.empty() || *hours > most_hours || *minutes > 59) {
        return std::nullopt;
    }
    auto const seconds = *hours * seconds_in_hour + *minutes * seconds_in_minute;
    return west ? -seconds : seconds;
}

} // namespace

std::optional<std::int64_t> seconds_of(int year, int month, int day, int hour, int minute,
                                       int second) {
    namespace ch = std::chrono;
    ch::year_month_day const date{ch::year{year}, ch::month{static_cast<unsigned>(month)},
                                  ch::day{static_cast<unsigned>(day)}};
    constexpr int first_year{1900};
    constexpr int last_year{2200};
    if (!date.ok() || year < first_year || year > last_year || hour < 0 || hour > 24 ||
        minute < 0 || minute > 59 || second < 0 || second > 59) {
        return std::nullopt;
    }
    auto const days = ch::sys_days{date}.time_since_epoch().count();
    return static_cast<std::int64_t>(days) * 24 * seconds_in_hour + hour * seconds_in_hour +
           minute * seconds_in_minute + second;
}

std::optional<std::int64_t> read_day(std::string_view text) {
    auto const year = take_digits(text, 4);
    auto const month = take_digits(text, 2);
    auto const day = take_digits(text, 2);
    return year && month && day && text.empty() ? seconds_of(*year, *month, *day) : std::nullopt;
}

std::optional<std::int64_t> read_moment(std::string_view text) {
    auto const year = take_digits(text, 4);
    bool const dash = take(text, "-");
    auto const month = take_digits(text, 2);
    bool const second_dash = take(text, "-");
    auto const day = take_digits(text, 2);
    bool const gap = take(text, " T");
    auto const hour = take_digits(text, 2);
    bool const colon = take(text, ":");
    auto const minute = take_digits(text, 2);
    if (!year || !dash || !month || !second_dash || !day || !gap || !hour || !colon || !minute) {
        return std::nullopt;
    }
    std::optional<int> second{0};
    if (take(text, ":")) {
        second = take_digits(text, 2);
    }
    auto const offset = read_offset(text);
    if (!second || !offset) {
        return std::nullopt;
    }
    auto const local = seconds_of(*year, *month, *day, *hour, *minute, *second);
    return local ? std::optional{*local - *offset} : std::nullopt;
}

HourOfYear hour_of_year(std::int64_t seconds) {
    namespace ch = std::chrono;
    constexpr std::int64_t seconds_in_day{24 * seconds_in_hour};
    auto const days =
        seconds >= 0 ? seconds / seconds_in_day : (seconds - seconds_in_day + 1) / seconds_in_day;
    ch::year_month_day const date{ch::sys_days{ch::days{days}}};
    int const year{static_cast<int>(date.year())};
    return {year, (seconds - *seconds_of(year, 1, 1)) / seconds_in_hour};
}

} // namespace opschaling::scenarios
