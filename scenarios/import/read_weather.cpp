#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/moment.hpp"
#include "scenarios/import/read_figure.hpp"
#include "scenarios/import/read_hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::scenarios {

namespace {

constexpr std::int64_t seconds_in_hour{3600};
constexpr std::size_t longest_gap{6};

struct WeatherColumn {
    std::string_view name;
    std::string_view unit;
    FigureRange range;
};

std::array<WeatherColumn, 3> const& weather_columns() {
    static std::array<WeatherColumn, 3> const columns{
        {{"temperature", "degC", {-60.0, 60.0, false, "degrees Celsius, -60 to 60"}},
         {"wind_speed", "m/s", {0.0, 100.0, false, "metres a second, 0 to 100"}},
         {"global_radiation", "J/cm2", {0.0, 500.0, false, "J/cm2 in an hour, 0 to 500"}}}};
    return columns;
}

/// Collects the hours of one station in order.
class HourCollector {
public:
    HourCollector(Layout const& layout, std::vector<Repair>& repairs, ImportFindings& findings)
        : layout_{layout}, repairs_{repairs}, findings_{findings} {
        for (auto const& column : weather_columns()) {
            if (layout.column(column.name) != nullptr) {
                columns_.push_back(&column);
                values_.emplace_back();
            }
        }
    }

    /// An hour begins at these seconds; whether it follows the one before.
    bool follows(std::int64_t begin, Place const& place) {
        if (begin % seconds_in_hour != 0) {
            findings_.add(place, "not at a whole hour", "one row for each hour");
            return false;
        }
        auto const hour = begin / seconds_in_hour;
        if (count_ == 0) {
            first_hour_ = hour;
        } else if (hour != first_hour_ + static_cast<std::int64_t>(count_)) {
            auto const apart = hour - first_hour_ - static_cast<std::int64_t>(count_);
            findings_.add(place,
                          apart < 0 ? std::string{"this hour is there already, or out of order"}
                                    : fmt::format("{} hours are missing before this one", apart),
                          "one row for each hour, in order");
            return false;
        }
        ++count_;
        return true;
    }

    void add(FoundColumns const& found, CsvRow const& row) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const name = columns_[i]->name;
            auto const value = read_figure(
                row.fields[*found.of(name)].text, layout_, *layout_.column(name),
                columns_[i]->range, [&] { return std::string{name}; }, found.place(row, name),
                findings_);
            values_[i].push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
        }
    }

    std::vector<models::HourlySeries> finish(std::string const& file) {
        std::vector<models::HourlySeries> series;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            fill_gaps(file, columns_[i]->name, values_[i]);
            series.push_back({.name = std::string{columns_[i]->name},
                              .unit = std::string{columns_[i]->unit},
                              .source = layout_.source,
                              .kind = models::SeriesKind::weather,
                              .first_hour = static_cast<std::int32_t>(first_hour_),
                              .values = std::move(values_[i])});
        }
        return series;
    }

private:
    void fill_gaps(std::string const& file, std::string_view name, std::vector<double>& values) {
        std::size_t filled{0};
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isnan(values[i])) {
                continue;
            }
            auto end = i;
            while (end < values.size() && std::isnan(values[end])) {
                ++end;
            }
            if (i == 0 || end == values.size() || end - i > longest_gap) {
                findings_.add(
                    {.file = file, .line = 1, .column = 1},
                    fmt::format("{} hours without {} from hour {} on", end - i, name, i + 1),
                    "at most six hours in a row, with figures on both sides");
                return;
            }
            double const before = values[i - 1];
            double const step = (values[end] - before) / static_cast<double>(end - i + 1);
            for (auto k = i; k < end; ++k) {
                values[k] = before + step * static_cast<double>(k - i + 1);
            }
            filled += end - i;
            i = end;
        }
        if (filled > 0) {
            repairs_.push_back(
                {file, fmt::format("uren zonder {}: rechte lijn tussen de buren", name),
                 fmt::format("hours without {}: straight between neighbours", name), filled});
        }
    }

    Layout const& layout_;
    std::vector<Repair>& repairs_;
    ImportFindings& findings_;
    std::vector<WeatherColumn const*> columns_;
    std::vector<std::vector<double>> values_;
    std::int64_t first_hour_{0};
    std::size_t count_{0};
};

/// The table below the comments, its header being the last of them.
CsvTable knmi_table(std::string const& file, std::string_view text, ImportFindings& findings) {
    std::size_t at{0};
    int line{1};
    std::size_t header{0};
    int header_line{0};
    while (at < text.size() && (text[at] == '#' || text[at] == '\r' || text[at] == '\n')) {
        if (text[at] == '#') {
            header = at + 1;
            header_line = line;
        }
        auto const end = text.find('\n', at);
        at = end == std::string_view::npos ? text.size() : end + 1;
        ++line;
    }
    if (header_line == 0) {
        findings.add({.file = file, .line = 1, .column = 1},
                     "no line that begins with # and names the columns",
                     "KNMI's own format: '# STN,YYYYMMDD,   HH,    T'");
        return {};
    }
    return parse_csv(file, text.substr(header), CsvFormat{.first_line = header_line}, findings);
}

} // namespace

std::vector<models::HourlySeries> read_knmi(std::string const& file, std::string_view text,
                                            Layout const& layout, std::vector<Repair>& repairs,
                                            ImportFindings& findings) {
    auto const found_before = findings.size();
    auto const table = knmi_table(file, text, findings);
    if (findings.size() > found_before) {
        return {};
    }
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return {};
    }
    HourCollector hours{layout, repairs, findings};
    std::string station;
    for (auto const& row : table.rows) {
        auto const at = found.text(row, "station");
        if (station.empty()) {
            station = at;
        }
        auto const day = read_day(found.text(row, "date"));
        auto const hour = read_figure(
            found.text(row, "hour"), layout, ColumnRule{}, {1.0, 24.0, true, "an hour, 1 to 24"},
            [] { return std::string{"hour"}; }, found.place(row, "hour"), findings);
        if (at != station) {
            findings.add(found.place(row, "station"),
                         fmt::format("station {} after station {}", at, station),
                         "a file of one station");
        } else if (!day) {
            findings.add(found.place(row, "date"),
                         fmt::format("no day: '{}'", found.text(row, "date")), "20230131");
        } else if (hour) {
            auto const begin = *day + (static_cast<std::int64_t>(*hour) - 1) * seconds_in_hour;
            if (hours.follows(begin, found.place(row, "hour"))) {
                hours.add(found, row);
                continue;
            }
        }
        break; // what comes after a break cannot follow
    }
    return findings.size() > found_before ? std::vector<models::HourlySeries>{}
                                          : hours.finish(file);
}

std::vector<models::HourlySeries> read_weather(CsvTable const& table, Layout const& layout,
                                               std::vector<Repair>& repairs,
                                               ImportFindings& findings) {
    auto const found_before = findings.size();
    FoundColumns const found{table, layout, findings};
    if (findings.size() > found_before) {
        return {};
    }
    HourCollector hours{layout, repairs, findings};
    auto const shift =
        std::llround(layout.column("moment")->offset * static_cast<double>(seconds_in_hour));
    for (auto const& row : table.rows) {
        auto const begin = read_moment(found.text(row, "moment"));
        if (!begin) {
            findings.add(found.place(row, "moment"),
                         fmt::format("no moment: '{}'", found.text(row, "moment")),
                         "2018-01-01 00:00:00+01:00");
            break;
        }
        if (!hours.follows(*begin + shift, found.place(row, "moment"))) {
            break;
        }
        hours.add(found, row);
    }
    return findings.size() > found_before ? std::vector<models::HourlySeries>{}
                                          : hours.finish(table.file);
}

} // namespace opschaling::scenarios
