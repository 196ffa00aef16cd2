#include "scenarios/workbook/workbook.hpp"

#include "scenarios/workbook/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

namespace {

constexpr std::string_view zip_mark{"PK\x03\x04"};
constexpr std::string_view old_excel_mark{"\xD0\xCF\x11\xE0"};
constexpr std::size_t most_cells{30'000'000};
constexpr int most_columns{16'384};
constexpr int most_rows{1'048'576};

/// A name without the prefix of its namespace: "row" of "x:row".
std::string_view local(pugi::xml_node node) {
    std::string_view const name{node.name()};
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    for (auto const node : parent.children()) {
        if (local(node) == name) {
            return node;
        }
    }
    return {};
}

/// All text of an element and of its runs, whatever their letters look like. Runs hold no runs:
/// walking down would let a file that nests them a million deep use up the stack.
std::string text_of(pugi::xml_node element) {
    std::string text;
    auto const add = [&text](pugi::xml_node node) {
        if (local(node) == "t") {
            text += node.text().get();
        }
    };
    for (auto const node : element.children()) {
        add(node);
        if (local(node) == "r") {
            std::ranges::for_each(node.children(), add);
        }
    }
    return text;
}

/// The column of a reference such as "AB12", from 1; 0 when it has none.
int column_in(std::string_view reference) {
    constexpr int letters{26};
    int column{0};
    for (char const sign : reference) {
        if (sign < 'A' || sign > 'Z' || column > most_columns) {
            break;
        }
        column = letters * column + (sign - 'A' + 1);
    }
    return column;
}

class WorkbookReader {
public:
    WorkbookReader(std::string const& file, std::string_view bytes, char decimal_sign,
                   ImportFindings& findings)
        : file_{file}, package_{bytes}, decimal_sign_{decimal_sign}, findings_{findings} {}

    std::vector<Sheet> read_all() {
        std::vector<Sheet> sheets;
        for (auto const& [name, part] : find_sheets()) {
            sheets.push_back({.name = name, .rows = read_rows(name, part)});
        }
        return sheets;
    }

    Sheet read_one(std::string const& wanted) {
        std::string known;
        for (auto const& [name, part] : find_sheets()) {
            if (wanted.empty() || wanted == name) {
                return {.name = name, .rows = read_rows(name, part)};
            }
            known += (known.empty() ? "'" : ", '") + name + "'";
        }
        if (!known.empty()) {
            findings_.add({.file = file_, .line = 1, .column = 1},
                          fmt::format("no sheet '{}'", wanted), "one of " + known);
        }
        return {};
    }

private:
    void complain(std::string message) {
        findings_.add({.file = file_, .line = 1, .column = 1}, std::move(message),
                      "a workbook (.xlsx) as a spreadsheet program saves it, or the table as CSV");
    }

    bool load(std::string const& part, pugi::xml_document& document) {
        auto const text = package_.part(part);
        if (!text) {
            complain(
                fmt::format("part '{}' of the workbook is missing, damaged or too large", part));
            return false;
        }
        auto const loaded = document.load_buffer(text->data(), text->size(), pugi::parse_default,
                                                 pugi::encoding_auto);
        if (!loaded) {
            complain(fmt::format("part '{}' of the workbook: {}", part, loaded.description()));
        }
        return static_cast<bool>(loaded);
    }

    /// Names of the sheets and the part that each is in.
    std::vector<std::pair<std::string, std::string>> find_sheets() {
        std::vector<std::pair<std::string, std::string>> places;
        if (!package_.is_open()) {
            complain("a workbook that cannot be unpacked: it is an old .xls, protected, damaged or "
                     "cut off");
            return places;
        }
        pugi::xml_document book;
        pugi::xml_document relations;
        if (!load("xl/workbook.xml", book) || !load("xl/_rels/workbook.xml.rels", relations)) {
            return places;
        }
        std::map<std::string, std::string> targets;
        for (auto const relation : relations.document_element().children()) {
            std::string const target{relation.attribute("Target").value()};
            targets[relation.attribute("Id").value()] =
                target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        for (auto const sheet : child(book.document_element(), "sheets").children()) {
            std::string relation;
            for (auto const attribute : sheet.attributes()) {
                if (std::string_view{attribute.name()}.ends_with(":id")) {
                    relation = attribute.value();
                }
            }
            if (auto const found = targets.find(relation); found != targets.end()) {
                places.emplace_back(sheet.attribute("name").value(), found->second);
            }
        }
        if (places.empty()) {
            complain("a workbook without a sheet");
        }
        pugi::xml_document shared;
        if (package_.part("xl/sharedStrings.xml") && load("xl/sharedStrings.xml", shared)) {
            for (auto const text : shared.document_element().children()) {
                shared_.push_back(text_of(text));
            }
        }
        return places;
    }

    std::vector<CsvRow> read_rows(std::string const& name, std::string const& part) {
        std::vector<CsvRow> rows;
        pugi::xml_document document;
        if (!load(part, document)) {
            return rows;
        }
        int line{0};
        for (auto const row : child(document.document_element(), "sheetData").children()) {
            auto const written = row.attribute("r");
            int const now = written.empty() ? line + 1 : written.as_int(0);
            if (now <= line || now > most_rows) {
                findings_.add(
                    {.file = file_, .line = line + 1, .column = 1},
                    fmt::format("sheet '{}': row '{}' is out of order", name, written.value()),
                    "rows from 1 upwards");
                return rows;
            }
            line = now;
            auto read = read_row(row, line);
            cells_ += read.fields.size();
            if (cells_ > most_cells) {
                findings_.add({.file = file_, .line = line, .column = 1},
                              fmt::format("more than {} cells", most_cells),
                              "a table of that size as CSV");
                return rows;
            }
            if (!read.fields.empty()) {
                rows.push_back(std::move(read));
            }
        }
        return rows;
    }

    CsvRow read_row(pugi::xml_node row, int line) {
        CsvRow read{.line = line, .fields = {}};
        int column{0};
        for (auto const cell : row.children()) {
            int const now =
                cell.attribute("r").empty() ? column + 1 : column_in(cell.attribute("r").value());
            if (now <= column || now > most_columns) {
                findings_.add({.file = file_, .line = line, .column = column + 1},
                              fmt::format("cell '{}' is out of order", cell.attribute("r").value()),
                              "cells from A to XFD");
                return read;
            }
            column = now;
            auto text = text_in(cell, line, column);
            if (text.empty()) {
                continue;
            }
            for (auto pad = static_cast<int>(read.fields.size()) + 1; pad < column; ++pad) {
                read.fields.push_back({.text = {}, .column = pad});
            }
            read.fields.push_back({.text = std::move(text), .column = column});
        }
        return read;
    }

    std::string text_in(pugi::xml_node cell, int line, int column) {
        Place const place{.file = file_, .line = line, .column = column};
        std::string_view const type{cell.attribute("t").value()};
        if (type == "inlineStr") {
            return text_of(child(cell, "is"));
        }
        auto const value = child(cell, "v");
        std::string_view const text{value.text().get()};
        if (value.empty() && !child(cell, "f").empty()) {
            findings_.add(place, "a formula without its value",
                          "a workbook that was saved after it was computed");
        }
        if (text.empty() || type == "str" || type == "e") {
            return std::string{text};
        }
        if (type == "b") {
            return text == "1" ? "TRUE" : "FALSE";
        }
        if (type == "s") {
            std::size_t number{0};
            auto const [end, error] =
                std::from_chars(text.data(), text.data() + text.size(), number);
            if (error == std::errc{} && end == text.data() + text.size() &&
                number < shared_.size()) {
                return shared_[number];
            }
            findings_.add(place, fmt::format("no shared text '{}'", text),
                          "a workbook that is not damaged");
            return {};
        }
        return number_text(text);
    }

    /// "252.16499999999999" as "252.165"; what is no number stays as it is written.
    [[nodiscard]] std::string number_text(std::string_view text) const {
        double value{0.0};
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        std::array<char, 400> digits{};
        if (error != std::errc{} || end != text.data() + text.size()) {
            return std::string{text};
        }
        auto const [last, full] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                                std::chars_format::fixed);
        std::string written{digits.data(), full == std::errc{} ? last : digits.data()};
        if (auto const point = written.find('.'); point != std::string::npos) {
            written[point] = decimal_sign_ == 0 ? '.' : decimal_sign_;
        }
        return written;
    }

    std::string const& file_;
    Package package_;
    char decimal_sign_;
    ImportFindings& findings_;
    std::vector<std::string> shared_;
    std::size_t cells_{0};
};

} // namespace

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with(zip_mark) || bytes.starts_with(old_excel_mark);
}

std::vector<Sheet> read_workbook(std::string const& file, std::string_view bytes, char decimal_sign,
                                 ImportFindings& findings) {
    return WorkbookReader{file, bytes, decimal_sign, findings}.read_all();
}

Sheet read_sheet(std::string const& file, std::string_view bytes, std::string const& name,
                 char decimal_sign, ImportFindings& findings) {
    return WorkbookReader{file, bytes, decimal_sign, findings}.read_one(name);
}

CsvTable table_of(std::string const& file, Sheet sheet, ImportFindings& findings) {
    CsvTable table;
    table.file = file;
    if (sheet.rows.empty()) {
        findings.add({.file = file, .line = 1, .column = 1},
                     fmt::format("sheet '{}' is empty", sheet.name), "a header and rows");
        return table;
    }
    table.header = std::move(sheet.rows.front());
    auto const width = table.header.fields.size();
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        auto& row = sheet.rows[i];
        if (row.fields.size() > width) {
            findings.add(
                {.file = file, .line = row.line, .column = row.fields[width].column},
                fmt::format("{} cells in this row, {} in the header", row.fields.size(), width),
                "as many as the header has");
            continue;
        }
        for (auto pad = static_cast<int>(row.fields.size()) + 1; pad <= static_cast<int>(width);
             ++pad) {
            row.fields.push_back({.text = {}, .column = pad});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace opschaling::scenarios
