#include "scenarios/import/extra_tables.hpp"

#include "scenarios/import/figure_text.hpp"
#include "scenarios/import/find_borders.hpp"
#include "scenarios/import/geojson.hpp"
#include "scenarios/import/join_in_order.hpp"
#include "scenarios/import/named_columns.hpp"
#include "scenarios/import/read_extras.hpp"
#include "scenarios/import/read_hours.hpp"
#include "scenarios/import/read_table.hpp"
#include "scenarios/import/table_weight.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

namespace opschaling::scenarios {

namespace {

/// Files that are no table of rows with a header.
constexpr bool is_no_table(LayoutKind kind) {
    return kind == LayoutKind::polygons || kind == LayoutKind::knmi || kind == LayoutKind::hours;
}

/// The layout's own name for its hours, else that of the file, with its folder where a series is
/// called so already.
std::string name_of_hours(std::string const& path, Layout const& layout,
                          models::BuurtTable const& table) {
    if (!layout.names.empty()) {
        return layout.names.front();
    }
    std::filesystem::path const file{path};
    auto name = file.stem().string();
    bool const is_taken =
        std::ranges::find(table.series, name, &models::HourlySeries::name) != table.series.end();
    return is_taken ? file.parent_path().filename().string() + "/" + name : name;
}

/// "temperature: 8760 hours from -15.1 to 29.4 degC"; the hours of a profile add up to 1.
std::string hours_text(models::HourlySeries const& series, Language language) {
    bool const nl = language == Language::nl;
    if (series.unit == "1") {
        return fmt::format("{}: {} {}", series.name, series.values.size(),
                           nl ? "uren, samen 1" : "hours, 1 together");
    }
    auto const [least, most] = std::ranges::minmax(series.values);
    return fmt::format("{}: {} {} {} {} {} {}", series.name, series.values.size(),
                       nl ? "uren van" : "hours from", figure_text(least, language),
                       nl ? "tot" : "to", figure_text(most, language), series.unit);
}

} // namespace

ExtraTables::ExtraTables(std::vector<ExtraFile> const& files, ImportFindings& findings) {
    for (auto const& file : files) {
        Extra extra{.layout = read_layout(file.layout),
                    .path = file.file,
                    .text = {},
                    .table = {},
                    .report = {}};
        auto const& layout = extra.layout;
        if (layout.kind == LayoutKind::regions) {
            findings.add({.file = file.file, .line = 1, .column = 1},
                         fmt::format("a second file of regions, of layout '{}'", layout.name),
                         "one file of regions; a layout of kind `places` for what adds to it");
            continue;
        }
        auto const found_before = findings.size();
        auto text = read_whole_file(file.file, most_bytes_of_a_table, findings);
        if (findings.size() == found_before && is_no_table(layout.kind)) {
            extra.text = std::move(text);
        } else if (findings.size() == found_before) {
            extra.table = read_table(file.file, text, layout, findings);
        }
        extra.report.input = {
            .kind = std::string{layout_kind_names[static_cast<std::size_t>(layout.kind)]},
            .mapping = layout.name,
            .file = std::filesystem::path{file.file}.filename().string(),
            .source = layout.source,
            .licence = layout.licence,
            .year = layout.year};
        extras_.push_back(std::move(extra));
    }
}

void ExtraTables::gave(Extra& extra, std::size_t rows, std::size_t used, std::string words_nl,
                       std::string words_en) {
    extra.report.input.rows = static_cast<std::int32_t>(rows);
    extra.report.input.used = static_cast<std::int32_t>(used);
    extra.report.gave_nl.push_back(std::move(words_nl));
    extra.report.gave_en.push_back(std::move(words_en));
}

std::vector<JoinedTable> ExtraTables::join_all(Regions const& regions,
                                               GemeenteFinder const& gemeenten,
                                               CsvTable const& wijk_changes, ImportReport& report,
                                               ImportFindings& findings) {
    std::vector<JoinedTable> joined;
    for (auto& extra : extras_) {
        if (extra.table.quotes_dropped > 0) {
            report.repairs.push_back({extra.path, "aanhalingstekens weggelaten",
                                      "quote marks dropped", extra.table.quotes_dropped});
        }
        if (extra.layout.kind != LayoutKind::places) {
            continue;
        }
        auto table = extra.layout.in_order_of_cbs
                         ? join_in_order(extra.table, extra.layout, regions, gemeenten, findings)
                         : join_places(extra.table, extra.layout, regions, gemeenten, wijk_changes,
                                       findings);
        std::size_t figures{0};
        for (auto const& row : table.rows) {
            figures += row.figures.size();
        }
        gave(extra, extra.table.rows.size(), table.rows.size(), fmt::format("{} cijfers", figures),
             fmt::format("{} figures", figures));
        extra.report.outside = table.outside;
        extra.report.by_older_name = table.by_older_name;
        extra.report.unmatched = table.unmatched;
        extra.report.ambiguous = table.ambiguous;
        joined.push_back(std::move(table));
    }
    return joined;
}

void ExtraTables::add_provincies(GemeenteFinder& gemeenten, ImportFindings& findings) {
    for (auto& extra : extras_) {
        if (extra.layout.kind == LayoutKind::provincies) {
            auto const words =
                read_gemeente_words(extra.table, extra.layout, "provincie", gemeenten, findings);
            auto const added = gemeenten.add_provincies(words);
            gave(extra, extra.table.rows.size(), words.size(),
                 fmt::format("{} provincies die nog onbekend waren", added),
                 fmt::format("{} provincies that were not known yet", added));
        }
    }
}

std::optional<LayoutTable> ExtraTables::regio_table() const {
    auto const found = std::ranges::find_if(
        extras_, [](Extra const& extra) { return extra.layout.kind == LayoutKind::regios; });
    return found == extras_.end() ? std::nullopt
                                  : std::optional{LayoutTable{found->layout, found->table}};
}

std::vector<LayoutTable> ExtraTables::area_tables() const {
    std::vector<LayoutTable> tables;
    for (auto const& extra : extras_) {
        if (extra.layout.kind == LayoutKind::netbeheerders) {
            tables.push_back({extra.layout, extra.table});
        }
    }
    return tables;
}

double ExtraTables::stock_weight(int base_year) const {
    for (auto const& extra : extras_) {
        if (extra.layout.kind == LayoutKind::stock) {
            return weight_of(extra.layout.weight, extra.layout.year, base_year);
        }
    }
    return 0.0;
}

void ExtraTables::add_stocks(GemeenteFinder const& gemeenten, models::BuurtTable& table,
                             ImportFindings& findings) {
    for (auto& extra : extras_) {
        if (extra.layout.kind != LayoutKind::stock) {
            continue;
        }
        auto const stocks = read_stock(extra.table, extra.layout, gemeenten, findings);
        std::size_t used{0};
        for (auto& gemeente : table.gemeenten) {
            if (auto const found = stocks.find(gemeente.code); found != stocks.end()) {
                gemeente.stock = found->second;
                ++used;
            }
        }
        extra.report.outside = stocks.size() - used;
        gave(extra, extra.table.rows.size(), used, fmt::format("voorraad van {} gemeenten", used),
             fmt::format("stock of {} gemeenten", used));
    }
}

void ExtraTables::add_borders(Extra& extra, GemeenteFinder const& gemeenten,
                              CsvTable const& wijk_changes, models::BuurtTable& table,
                              ImportFindings& findings) {
    auto const features = parse_geojson(extra.path, extra.text, findings);
    auto const& column = extra.layout.column("code")->header;
    std::vector<std::string> codes;
    std::size_t used{0};
    for (auto const& feature : features) {
        std::string code{feature.word(column)};
        if (code.empty()) {
            findings.add(feature.place, fmt::format("a feature without '{}'", column),
                         "the code of its region");
        }
        auto const& only = extra.layout.only;
        if (only && !feature.word(only->header).starts_with(only->begins_with)) {
            code.clear();
        }
        used += code.empty() ? 0U : 1U;
        codes.push_back(std::move(code));
    }
    auto borders = find_borders(features, codes);
    gave(extra, features.size(), used, fmt::format("{} grenzen", borders.size()),
         fmt::format("{} borders", borders.size()));
    std::map<std::string, std::string> after;
    for (auto const& row : named_rows(wijk_changes, {"old_code", "new_code"}, findings)) {
        after[row[0]] = row[1];
    }
    auto const today = [&](std::string const& code) {
        if (auto const changed = after.find(code); changed != after.end()) {
            return changed->second;
        }
        return code.starts_with("GM") ? gemeenten.by_code(code).value_or("") : code;
    };
    for (auto& border : borders) {
        auto one = today(border.one);
        auto other = today(border.other);
        if (other < one) {
            std::swap(one, other);
        }
        if (!one.empty() && one != other) {
            table.borders.push_back({one, other, border.length});
        }
    }
}

void ExtraTables::add_surroundings(GemeenteFinder const& gemeenten, CsvTable const& wijk_changes,
                                   models::BuurtTable& table, ImportReport& report,
                                   ImportFindings& findings) {
    for (auto& extra : extras_) {
        auto const& layout = extra.layout;
        std::vector<models::HourlySeries> series;
        switch (layout.kind) {
        case LayoutKind::polygons:
            add_borders(extra, gemeenten, wijk_changes, table, findings);
            continue;
        case LayoutKind::heat_sources: {
            auto sources = read_heat_sources(extra.table, layout, findings);
            place_heat_sources(table, sources);
            gave(extra, extra.table.rows.size(), sources.size(),
                 fmt::format("{} warmtebronnen", sources.size()),
                 fmt::format("{} heat sources", sources.size()));
            std::ranges::move(sources, std::back_inserter(table.heat_sources));
            continue;
        }
        case LayoutKind::properties:
            for (auto const& property : read_properties(extra.table, layout, findings)) {
                gave(extra, extra.table.rows.size(), extra.table.rows.size(),
                     fmt::format("{} = {} {}", property.name, property.value, property.unit),
                     fmt::format("{} = {} {}", property.name, property.value, property.unit));
            }
            continue;
        case LayoutKind::knmi:
            series = read_knmi(extra.path, extra.text, layout, report.repairs, findings);
            break;
        case LayoutKind::weather:
            series = read_weather(extra.table, layout, report.repairs, findings);
            break;
        case LayoutKind::hours:
            series = read_hours(extra.path, extra.text, name_of_hours(extra.path, layout, table),
                                layout, findings);
            break;
        case LayoutKind::sessions:
            series = read_sessions(extra.table, layout, report.repairs, findings);
            break;
        default:
            continue;
        }
        for (auto& one : series) {
            gave(extra, one.values.size(), one.values.size(), hours_text(one, Language::nl),
                 hours_text(one, Language::en));
            table.series.push_back(std::move(one));
        }
    }
}

void ExtraTables::tell(models::BuurtTable& table, ImportReport& report) const {
    for (auto const& extra : extras_) {
        auto told = extra.report;
        if (extra.layout.kind == LayoutKind::regios ||
            extra.layout.kind == LayoutKind::netbeheerders) {
            told.input.rows = static_cast<std::int32_t>(extra.table.rows.size());
            told.input.used = told.input.rows;
        }
        table.inputs.push_back(told.input);
        report.tables.push_back(std::move(told));
    }
}

} // namespace opschaling::scenarios
