#include "scenarios/import/recognise_layout.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/layout_folder.hpp"
#include "scenarios/workbook/workbook.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

/// Whether a name fits a pattern in which * stands for any signs.
bool fits(std::string_view name, std::string_view pattern) {
    auto const star = pattern.find('*');
    if (star == std::string_view::npos) {
        return name == pattern;
    }
    if (!name.starts_with(pattern.substr(0, star))) {
        return false;
    }
    auto const rest = pattern.substr(star + 1);
    for (auto at = star; at <= name.size(); ++at) {
        if (fits(name.substr(at), rest)) {
            return true;
        }
    }
    return false;
}

bool has_rows_with_header(LayoutKind kind) {
    return kind != LayoutKind::polygons && kind != LayoutKind::knmi && kind != LayoutKind::hours;
}

/// How well a table layout fits: columns found, and those that are not.
struct Fit {
    std::size_t found{0};
    std::vector<std::string> lacking;
};

Fit fit_of(Layout const& layout, std::string const& file, FileHead const& head) {
    ImportFindings ignored;
    auto const table =
        parse_csv(file, head.text, head.is_of_workbook ? CsvFormat{} : layout.format, ignored);
    Fit fit;
    std::vector<std::string> letters;
    for (auto const& field : table.header.fields) {
        letters.push_back(squeezed(trimmed(field.text)));
    }
    for (auto const& [column, rule] : layout.columns) {
        if (std::ranges::find(letters, squeezed(rule.header)) != letters.end()) {
            ++fit.found;
        } else {
            fit.lacking.push_back(rule.header);
        }
    }
    return fit;
}

/// Rows of a sheet as RFC 4180 writes them, all as long as the first, up to about so many bytes.
std::string as_csv(Sheet const& sheet, std::size_t most_bytes) {
    std::string text;
    auto const width = sheet.rows.empty() ? 0 : sheet.rows.front().fields.size();
    for (auto const& row : sheet.rows) {
        for (std::size_t i = 0; i < width; ++i) {
            text += i == 0 ? "\"" : ",\"";
            for (char const letter : i < row.fields.size() ? row.fields[i].text : std::string{}) {
                text += letter == '"' ? "\"\"" : std::string(1, letter);
            }
            text += '"';
        }
        text += '\n';
        if (text.size() > most_bytes) {
            break;
        }
    }
    return text;
}

} // namespace

std::vector<Layout> layouts_in(std::string const& folder, std::vector<std::string>& paths) {
    std::vector<Layout> layouts;
    paths.clear();
    for (auto const& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".yaml") {
            paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    layouts.reserve(paths.size());
    for (auto const& path : paths) {
        layouts.push_back(read_layout(path));
    }
    return layouts;
}

FileHead head_of(std::string const& file, ImportFindings& findings) {
    constexpr std::size_t most_bytes{256'000'000};
    constexpr std::size_t enough{200'000};
    auto text = read_whole_file(file, most_bytes, findings);
    if (is_workbook(text)) {
        return {.text = as_csv(read_sheet(file, text, {}, '.', findings), enough),
                .is_of_workbook = true};
    }
    if (text.size() > enough) {
        text.resize(text.find_last_of('\n', enough) + 1);
    }
    return {.text = std::move(text)};
}

std::optional<std::string> recognise_layout(std::string const& file, std::string const& layouts,
                                            ImportFindings& findings) {
    auto const found_before = findings.size();
    auto const head = head_of(file, findings);
    if (findings.size() > found_before) {
        return std::nullopt;
    }
    auto const name = fs::path{file}.filename().string();
    std::vector<std::string> paths;
    auto const known = layouts_in(layouts, paths);
    std::vector<std::size_t> best;
    std::size_t most_columns{0};
    std::string nearest_name;
    Fit nearest;
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto const& layout = known[i];
        bool const by_name = std::ranges::any_of(
            layout.file_names, [&](std::string const& pattern) { return fits(name, pattern); });
        if (!has_rows_with_header(layout.kind)) {
            if (by_name) {
                return paths[i];
            }
            continue;
        }
        auto fit = fit_of(layout, file, head);
        if (fit.lacking.empty() && by_name) {
            return paths[i];
        }
        if (fit.lacking.empty() && fit.found >= most_columns && fit.found > 0) {
            if (fit.found > most_columns) {
                best.clear();
            }
            most_columns = fit.found;
            best.push_back(i);
        }
        if (fit.found > nearest.found) {
            nearest = std::move(fit);
            nearest_name = layout.name;
        }
    }
    if (best.size() == 1) {
        return paths[best.front()];
    }
    std::vector<std::string> names;
    for (auto const i : best) {
        names.push_back(known[i].name);
    }
    Place const place{.file = file, .line = 1, .column = 1};
    if (!best.empty()) {
        findings.add(place,
                     fmt::format("layouts {} fit this file equally well", fmt::join(names, ", ")),
                     fmt::format("{}={}", names.front(), file));
    } else if (nearest.found > 0) {
        findings.add(place, "no layout fits this file",
                     fmt::format("nearest is '{}', which has besides '{}'; opschaling import "
                                 "--suggest {}",
                                 nearest_name, fmt::join(nearest.lacking, "', '"), file));
    } else {
        findings.add(place, "no layout fits this file",
                     "NAME=FILE with a layout of yours, or opschaling import --suggest " + file);
    }
    return std::nullopt;
}

} // namespace opschaling::scenarios
