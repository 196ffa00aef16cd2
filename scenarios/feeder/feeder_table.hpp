#pragma once

#include "scenarios/import/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::size_t most_bytes_of_a_feeder_file{50'000'000};

/// A number and nothing else.
[[nodiscard]] inline std::optional<double> plain_number(std::string_view text) {
    double value{0.0};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)
               ? std::optional{value}
               : std::nullopt;
}

[[nodiscard]] inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// One of the small tables of a test feeder, by the names of its columns; each mistake is a finding
/// with its place.
class FeederTable {
public:
    FeederTable(std::string const& file, ImportFindings& findings) : findings_{findings} {
        auto const found_before = findings.size();
        auto const text = read_whole_file(file, most_bytes_of_a_feeder_file, findings);
        table_.file = file;
        if (findings.size() == found_before) {
            table_ = parse_csv(file, text, {}, findings);
        }
    }

    [[nodiscard]] std::size_t rows() const { return table_.rows.size(); }

    /// Whether all of these columns are there; a finding for each that is not.
    [[nodiscard]] bool has(std::initializer_list<std::string_view> columns) const {
        bool all{true};
        for (auto const column : columns) {
            if (!table_.header.fields.empty() && !find(column)) {
                findings_.add({.file = table_.file, .line = 1, .column = 1},
                              fmt::format("no column '{}'", column), "a header with this name");
            }
            all = all && find(column).has_value();
        }
        return all;
    }

    [[nodiscard]] std::string text(std::size_t row, std::string_view column) const {
        return std::string{trimmed(table_.rows[row].fields[*find(column)].text)};
    }

    [[nodiscard]] Place place(std::size_t row, std::string_view column) const {
        return table_.place_of(table_.rows[row], *find(column));
    }

    [[nodiscard]] double number(std::size_t row, std::string_view column, double lowest,
                                double highest, std::string const& expected) const {
        auto const value = plain_number(text(row, column));
        if (!value || *value < lowest || *value > highest) {
            findings_.add(place(row, column),
                          fmt::format("{}: '{}' is no such number", column, text(row, column)),
                          expected);
            return lowest;
        }
        return *value;
    }

    void expect(std::size_t row, std::string_view column, std::string_view word) const {
        if (text(row, column) != word) {
            findings_.add(place(row, column), fmt::format("{}: '{}'", column, text(row, column)),
                          fmt::format("'{}'", word));
        }
    }

private:
    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const {
        auto const& fields = table_.header.fields;
        auto const found = std::ranges::find_if(
            fields, [&](CsvField const& field) { return trimmed(field.text) == column; });
        return found == fields.end()
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(found - fields.begin())};
    }

    ImportFindings& findings_;
    CsvTable table_;
};

} // namespace opschaling::scenarios
