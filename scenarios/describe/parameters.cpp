#include "scenarios/describe/parameters.hpp"

#include "scenarios/reader/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t indentation{4};

bool is_toggle(sim::ParameterRecord const& record) {
    return record.kind == sim::ParameterKind::toggle;
}

std::string range_text(sim::ParameterRecord const& record) {
    if (is_toggle(record)) {
        return "true or false";
    }
    return fmt::format("{} to {}", number_text(record.lowest), number_text(record.highest));
}

std::string plausible_text(sim::ParameterRecord const& record) {
    if (record.plausible_low == record.plausible_high) {
        return {};
    }
    return fmt::format("{} to {}", number_text(record.plausible_low),
                       number_text(record.plausible_high));
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The text broken at blanks into lines of at most `width`, each after four blanks.
std::string wrap(std::string_view text, std::size_t width) {
    std::string const margin(indentation, ' ');
    std::string wrapped;
    std::string line{margin};
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        auto const word = text.substr(0, end);
        if (line.size() > indentation && line.size() + 1 + word.size() > width) {
            wrapped += line + "\n";
            line = margin;
        }
        if (line.size() > indentation) {
            line += ' ';
        }
        line += word;
        text.remove_prefix(end == text.size() ? end : end + 1);
    }
    return wrapped + line + "\n";
}

std::string with_unit(ParameterRow const& row) {
    return row.unit == "1" ? row.value : row.value + " " + row.unit;
}

std::string sheet_of(ParameterRow const& row) {
    return row.path.substr(0, row.path.find('.'));
}

/// A cell of a Markdown table: no bar may end it early.
std::string cell(std::string_view text) {
    std::string escaped;
    for (char const c : text) {
        escaped += c == '|' ? "\\|" : std::string{c};
    }
    return escaped;
}

} // namespace

std::vector<ParameterRow> describe_parameters(std::vector<sim::ParameterRecord> const& records) {
    std::vector<ParameterRow> rows;
    rows.reserve(records.size());
    for (auto const& record : records) {
        rows.push_back({.path = record.path,
                        .unit = record.unit,
                        .range = range_text(record),
                        .value = record.value,
                        .plausible = plausible_text(record),
                        .source = record.source,
                        .is_assumption = record.is_assumption,
                        .meaning = record.meaning,
                        .origin = record.origin});
    }
    return rows;
}

std::vector<ParameterRow> select_parameters(std::vector<ParameterRow> const& rows,
                                            std::string const& text) {
    auto const sought = lower(text);
    std::vector<ParameterRow> selected;
    std::ranges::copy_if(rows, std::back_inserter(selected), [&](ParameterRow const& row) {
        return lower(row.path + "\n" + row.meaning + "\n" + row.source).find(sought) !=
               std::string::npos;
    });
    return selected;
}

std::string write_parameter_text(std::vector<ParameterRow> const& rows, std::size_t width) {
    std::string text;
    for (auto const& row : rows) {
        auto head = fmt::format("{} = {}  [{}]", row.path, with_unit(row), row.range);
        if (head.size() > width) {
            head = fmt::format("{}  [{}]\n{}", row.path, row.range, wrap(with_unit(row), width));
            head.pop_back();
        }
        text += head + "\n" + wrap(row.meaning + ".", width);
        auto const plausible =
            row.plausible.empty() ? "" : fmt::format(" Plausible: {}.", row.plausible);
        auto const label =
            row.is_assumption && row.source.starts_with("assumption") ? "" : "Source: ";
        text += wrap(label + row.source + "." + plausible, width) + "\n";
    }
    auto const assumptions = std::ranges::count_if(rows, &ParameterRow::is_assumption);
    return text + fmt::format("{} parameter{}, {} of which assumed in whole or in part\n",
                              rows.size(), rows.size() == 1 ? "" : "s", assumptions);
}

std::string write_parameter_markdown(std::vector<ParameterRow> const& rows) {
    std::string text;
    std::string sheet;
    for (auto const& row : rows) {
        if (sheet_of(row) != sheet) {
            sheet = sheet_of(row);
            text += fmt::format("{}## {}\n\n", text.empty() ? "" : "\n", sheet);
            text += "| parameter | value | unit | allowed | plausible | meaning | source |\n";
            text += "|---|---|---|---|---|---|---|\n";
        }
        text += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", row.path, cell(row.value),
                            cell(row.unit), row.range, row.plausible, cell(row.meaning),
                            cell(row.source));
    }
    return text;
}

} // namespace opschaling::scenarios
