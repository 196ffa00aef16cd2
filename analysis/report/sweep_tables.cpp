#include "analysis/report/sweep_tables.hpp"

#include "analysis/report/markup.hpp"
#include "analysis/report/style_sheet.hpp"
#include "analysis/report/svg.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace opschaling::analysis {

namespace {

constexpr double percent{100.0};

/// Text for a field of RFC 4180.
std::string csv_field(std::string_view text) {
    std::string field{text};
    for (std::size_t at = field.find('"'); at != std::string::npos; at = field.find('"', at + 2)) {
        field.insert(at, 1, '"');
    }
    return fmt::format("\"{}\"", field);
}

std::string csv_cell(FindingCell const& cell) {
    if (!cell.value) {
        return csv_field(cell.text);
    }
    return std::isfinite(*cell.value) ? fmt::format("{}", *cell.value) : std::string{};
}

MarkupTable markup_of(FindingTable const& table) {
    MarkupTable markup{.caption = table.caption, .head = table.head, .rows = {}};
    for (auto const& row : table.rows) {
        auto& cells = markup.rows.emplace_back();
        for (auto const& cell : row) {
            cells.push_back(cell.text);
        }
    }
    return markup;
}

} // namespace

std::string name_of(TableOutcome const& outcome, SweepWording const& words) {
    return words.is_dutch() ? outcome.label_nl : outcome.label_en;
}

std::string name_of(TablePolicy const& policy, SweepWording const& words) {
    return words.is_dutch() ? policy.title_nl : policy.title_en;
}

FindingCell percent_cell(double share, SweepWording const& words) {
    if (std::isnan(share)) {
        return {.text = "–", .value = share};
    }
    double const rounded = std::round(share * percent * 10.0) / 10.0;
    return {.text = words.wording.number(rounded == 0.0 ? 0.0 : rounded, 1) + " %", .value = share};
}

std::vector<FindingTable> tables_of(SweepTable const& table, SweepFindings const& findings,
                                    SweepWording const& words) {
    std::vector<FindingTable> tables;
    for (auto const& finding : findings.sobol) {
        tables.push_back(sobol_table(table, finding, words));
    }
    for (auto const& finding : findings.effects) {
        tables.push_back(effects_table(table, finding, words));
    }
    for (auto const& finding : findings.given_data) {
        tables.push_back(given_data_table(table, finding, words));
    }
    for (auto const& finding : findings.boxes) {
        std::ranges::move(box_tables(table, finding, words), std::back_inserter(tables));
    }
    for (auto const& finding : findings.robustness) {
        tables.push_back(robustness_table(table, finding, words));
    }
    for (auto const& finding : findings.paired) {
        tables.push_back(paired_table(table, finding, words));
    }
    for (auto const& finding : findings.trees) {
        tables.push_back(tree_table(table, finding, words));
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
        tables[i].name = fmt::format("{:02}_{}", i + 1, tables[i].name);
    }
    return tables;
}

std::vector<std::string> lines_about_runs(SweepTable const& table, SweepWording const& words) {
    auto const number = [&](std::size_t count) {
        return words.wording.number(static_cast<double>(count));
    };
    std::vector<std::string> lines{words(SweepPhrase::runs_line,
                                         fmt::arg("runs", number(table.count(TableStatus::done))),
                                         fmt::arg("points", number(table.points())),
                                         fmt::arg("policies", number(table.policies.size())),
                                         fmt::arg("design", name_of(table.design.shape.kind)))};
    if (std::size_t const failed = table.count(TableStatus::failed); failed > 0) {
        double const share =
            static_cast<double>(failed) / static_cast<double>(table.statuses.size());
        lines.push_back(words(SweepPhrase::failed_line, fmt::arg("failed", number(failed)),
                              fmt::arg("share", percent_cell(share, words).text)));
    }
    return lines;
}

ReportTable finding_csv(FindingTable const& table) {
    std::string csv;
    auto const add_row = [&](auto const& cells, auto const& text_of) {
        std::vector<std::string> fields;
        for (auto const& cell : cells) {
            fields.push_back(text_of(cell));
        }
        csv += fmt::format("{}\r\n", fmt::join(fields, ","));
    };
    add_row(table.head, [](std::string const& text) { return csv_field(text); });
    for (auto const& row : table.rows) {
        add_row(row, csv_cell);
    }
    return {.file_name = table.name + ".csv", .csv = std::move(csv)};
}

std::string findings_page(std::string const& title, SweepTable const& table,
                          std::vector<FindingTable> const& tables, SweepWording const& words) {
    auto page =
        fmt::format("<!doctype html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>{1}</title>\n<style>{2}</style>\n</head>\n<body>\n"
                    "<header>\n<h1>{1}</h1>\n</header>\n<main>\n",
                    words.wording(Phrase::language_code), escape_markup(title), style_sheet);
    page += heading(2, words(SweepPhrase::heading), "findings");
    for (auto const& line : lines_about_runs(table, words)) {
        page += paragraph(line);
    }
    for (auto const& one : tables) {
        page += "<section>\n";
        auto const markup = to_markup(markup_of(one));
        page += one.chart.empty() ? markup
                                  : figure(one.chart, one.caption,
                                           foldable(words.wording(Phrase::as_table), markup));
        for (auto const& note : one.notes) {
            page += paragraph(note, "note");
        }
        page += "</section>\n";
    }
    return page + "</main>\n</body>\n</html>\n";
}

} // namespace opschaling::analysis
