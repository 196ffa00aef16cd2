#include "scenarios/import/read_hours.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/moment.hpp"
#include "scenarios/import/read_figure.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t hours_in_year{8760};
constexpr std::size_t hours_in_leap_year{8784};
constexpr double seconds_in_hour{3600.0};
constexpr double most_sessions_hours{24.0 * 31.0};
/// Part of the sessions that may be impossible before the whole file is refused.
constexpr double most_left_out{0.01};

/// Adds energy evenly to the hours from `begin` (in hours of the year) on, round the year's end.
void spread(double begin, double hours, double energy, std::vector<double>& profile) {
    auto const year = static_cast<double>(profile.size());
    double at = begin;
    double left = hours;
    while (left > 1e-9) {
        double const in_year = std::fmod(at, year);
        auto const hour = static_cast<std::size_t>(in_year);
        double const part = std::min(left, std::floor(in_year) + 1.0 - in_year);
        profile[std::min(hour, profile.size() - 1)] += energy * part / hours;
        at += part;
        left -= part;
    }
}

/// What one session says.
struct Session {
    std::int64_t begin{0};
    std::int64_t end{0};
    double energy{0.0};
    double hours{0.0};
};

class SessionReader {
public:
    SessionReader(CsvTable const& table, Layout const& layout, ImportFindings& findings)
        : layout_{layout}, found_{table, layout, findings} {}

    [[nodiscard]] std::size_t turned() const { return turned_; }

    [[nodiscard]] std::size_t connected_for_charged() const { return connected_for_charged_; }

    /// Passes on what was wrong with the sessions that were left out.
    void tell_mistakes(ImportFindings& findings) const {
        for (auto const& finding : findings_.kept()) {
            findings.add({.file = finding.file, .line = finding.line, .column = finding.column},
                         finding.message, finding.hint);
        }
    }

    std::optional<Session> read(CsvRow const& row) {
        auto const begin = moment(row, "begin");
        auto const end = moment(row, "end");
        auto const energy = number(row, "energy", {0.0, 1.0e6, false, "an energy, never negative"});
        if (!begin || !end || !energy) {
            return std::nullopt;
        }
        Session session{*begin, *end, *energy, 0.0};
        if (session.end < session.begin && !turn_year(session)) {
            findings_.add(found_.place(row, "end"), "a session that ends before it begins",
                          "an end after the begin");
            return std::nullopt;
        }
        double const connected = static_cast<double>(session.end - session.begin) / seconds_in_hour;
        auto const charging =
            layout_.column("charge_time") == nullptr
                ? std::nullopt
                : number(row, "charge_time",
                         {-most_sessions_hours, most_sessions_hours, false, "hours in a month"});
        bool const is_charged = charging && *charging >= 0.0;
        connected_for_charged_ += charging && !is_charged ? 1U : 0U;
        session.hours = std::max(is_charged ? *charging : connected, 1.0 / 60.0);
        return session;
    }

private:
    std::optional<std::int64_t> moment(CsvRow const& row, std::string_view column) {
        auto const text = found_.text(row, column);
        auto const read = read_moment(text);
        if (!read) {
            findings_.add(found_.place(row, column), fmt::format("no moment: '{}'", text),
                          "2018-01-01 08:45:26");
        }
        return read;
    }

    std::optional<double> number(CsvRow const& row, std::string_view column,
                                 FigureRange const& range) {
        auto const before = findings_.size();
        auto const value = read_figure(
            found_.text(row, column), layout_, *layout_.column(column), range,
            [&] { return std::string{column}; }, found_.place(row, column), findings_);
        if (!value && findings_.size() == before) {
            findings_.add(found_.place(row, column), fmt::format("no {}", column), range.expected);
        }
        return value;
    }

    /// A session over New Year whose end was given the year of its begin.
    bool turn_year(Session& session) {
        auto const [year, hour] = hour_of_year(session.begin);
        auto const end_hour = hour_of_year(session.end).hour;
        constexpr std::int64_t two_days{48};
        if (hour < static_cast<std::int64_t>(hours_in_year) - two_days || end_hour > two_days) {
            return false;
        }
        session.end += *seconds_of(year + 1, 1, 1) - *seconds_of(year, 1, 1);
        ++turned_;
        return session.end >= session.begin;
    }

    Layout const& layout_;
    ImportFindings findings_;
    FoundColumns found_;
    std::size_t turned_{0};
    std::size_t connected_for_charged_{0};
};

} // namespace

std::vector<models::HourlySeries> read_hours(std::string const& file, std::string_view text,
                                             std::string const& name, Layout const& layout,
                                             ImportFindings& findings) {
    models::HourlySeries series{.name = name,
                                .unit = layout.unit,
                                .source = layout.source,
                                .kind = layout.is_weather ? models::SeriesKind::weather
                                                          : models::SeriesKind::profile,
                                .first_hour = -1,
                                .values = {}};
    auto const found_before = findings.size();
    int line{1};
    for (std::size_t at = 0; at < text.size(); ++line) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto const field = trimmed(text.substr(at, end - at));
        auto const number = field.ends_with('\r') ? field.substr(0, field.size() - 1) : field;
        double value{0.0};
        auto const [stop, error] =
            std::from_chars(number.data(), number.data() + number.size(), value);
        bool const is_number =
            error == std::errc{} && stop == number.data() + number.size() && std::isfinite(value);
        if (!is_number || (!layout.is_weather && value < 0.0)) {
            findings.add({.file = file, .line = line, .column = 1},
                         fmt::format("'{}' is not {}", number.substr(0, 40),
                                     is_number ? "a load: it is negative" : "a number"),
                         "one number a line, as 3.9e-08");
        }
        series.values.push_back(value);
        at = end + 1;
    }
    if (series.values.size() != hours_in_year && series.values.size() != hours_in_leap_year) {
        findings.add({.file = file, .line = line, .column = 1},
                     fmt::format("{} hours", series.values.size()),
                     "the 8760 hours of a year, or 8784");
    }
    double const sum = std::accumulate(series.values.begin(), series.values.end(), 0.0);
    if (!layout.is_weather && findings.size() == found_before) {
        if (!(sum > 0.0)) {
            findings.add({.file = file, .line = 1, .column = 1}, "a profile that is zero all year",
                         "hours with a load");
        }
        for (double& value : series.values) {
            value /= sum;
        }
    }
    return findings.size() > found_before ? std::vector<models::HourlySeries>{}
                                          : std::vector{std::move(series)};
}

std::vector<models::HourlySeries> read_sessions(CsvTable const& table, Layout const& layout,
                                                std::vector<Repair>& repairs,
                                                ImportFindings& findings) {
    auto const found_before = findings.size();
    SessionReader reader{table, layout, findings};
    if (findings.size() > found_before) {
        return {};
    }
    std::vector<double> profile(hours_in_year, 0.0);
    std::size_t left_out{0};
    for (auto const& row : table.rows) {
        auto const session = reader.read(row);
        left_out += session ? 0U : 1U;
        if (session) {
            auto const year = hour_of_year(session->begin).year;
            auto const since = static_cast<double>(session->begin - *seconds_of(year, 1, 1));
            spread(since / seconds_in_hour, session->hours, session->energy, profile);
        }
    }
    if (static_cast<double>(left_out) > most_left_out * static_cast<double>(table.rows.size())) {
        reader.tell_mistakes(findings);
    } else if (left_out > 0) {
        repairs.push_back({table.file, "sessies met een onmogelijk tijdstip of getal weggelaten",
                           "sessions with an impossible moment or number left out", left_out});
    }
    double const sum = std::accumulate(profile.begin(), profile.end(), 0.0);
    if (findings.size() == found_before && !(sum > 0.0)) {
        findings.add({.file = table.file, .line = 1, .column = 1}, "sessions without any energy",
                     "sessions that charge");
    }
    if (findings.size() > found_before) {
        return {};
    }
    for (double& value : profile) {
        value /= sum;
    }
    if (reader.turned() > 0) {
        repairs.push_back({table.file, "sessies over de jaarwisseling met het verkeerde eindjaar",
                           "sessions over New Year with the wrong year of their end",
                           reader.turned()});
    }
    if (reader.connected_for_charged() > 0) {
        repairs.push_back({table.file, "negatieve laadtijd vervangen door de tijd aan de paal",
                           "negative charging time replaced by the time connected",
                           reader.connected_for_charged()});
    }
    return {{.name = layout.name,
             .unit = "1",
             .source = layout.source,
             .kind = models::SeriesKind::profile,
             .first_hour = -1,
             .values = std::move(profile)}};
}

} // namespace opschaling::scenarios
