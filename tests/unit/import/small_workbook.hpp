#pragma once

#include "scenarios/import/csv.hpp"
#include "tests/support/empty_folder.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <zip.h>

namespace opschaling::tests {

/// A zipped package of these parts.
inline std::string zipped(std::map<std::string, std::string> const& parts) {
    EmptyFolder const folder;
    auto const path = (folder / "book.xlsx").string();
    int failure{0};
    auto* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &failure);
    for (auto const& [name, text] : parts) {
        auto* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE) < 0) {
            throw std::runtime_error{"the part " + name + " cannot be added"};
        }
    }
    if (archive == nullptr || zip_close(archive) != 0) {
        throw std::runtime_error{"the package cannot be written"};
    }
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

/// The parts of a workbook with these sheets: the content of <sheetData> by name.
inline std::map<std::string, std::string>
workbook_parts(std::map<std::string, std::string> const& sheets,
               std::string const& shared_texts = {}) {
    std::string book;
    std::string relations;
    std::map<std::string, std::string> parts;
    int number{0};
    for (auto const& [name, rows] : sheets) {
        auto const id = std::to_string(++number);
        book += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
        relations +=
            "<Relationship Id=\"rId" + id + "\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        parts["xl/worksheets/sheet" + id + ".xml"] =
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }
    parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets>" + book + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
    if (!shared_texts.empty()) {
        parts["xl/sharedStrings.xml"] = "<sst>" + shared_texts + "</sst>";
    }
    return parts;
}

/// A table as a workbook of one sheet: fields that are numbers as numbers, the rest as text.
inline std::string as_workbook(scenarios::CsvTable const& table) {
    std::string rows;
    auto const add = [&rows](scenarios::CsvRow const& row) {
        rows += "<row>";
        for (auto const& field : row.fields) {
            bool const is_number = !field.text.empty() &&
                                   field.text.find_first_not_of("0123456789.") == std::string::npos;
            rows += is_number ? "<c><v>" + field.text + "</v></c>"
                              : "<c t=\"inlineStr\"><is><t>" + field.text + "</t></is></c>";
        }
        rows += "</row>";
    };
    add(table.header);
    for (auto const& row : table.rows) {
        add(row);
    }
    return zipped(workbook_parts({{"Blad1", rows}}));
}

} // namespace opschaling::tests
