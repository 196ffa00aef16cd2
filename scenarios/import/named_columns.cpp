#include "scenarios/import/named_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::scenarios {

std::vector<std::vector<std::string>> named_rows(CsvTable const& table,
                                                 std::vector<std::string_view> const& columns,
                                                 ImportFindings& findings) {
    std::vector<std::size_t> places;
    for (auto const column : columns) {
        auto const found = std::ranges::find_if(table.header.fields, [&](CsvField const& field) {
            return trimmed(field.text) == column;
        });
        if (found == table.header.fields.end()) {
            findings.add({.file = table.file, .line = 1, .column = 1},
                         fmt::format("no column '{}'", column), "a header with this name");
            continue;
        }
        places.push_back(static_cast<std::size_t>(found - table.header.fields.begin()));
    }
    std::vector<std::vector<std::string>> rows;
    if (places.size() != columns.size()) {
        return rows;
    }
    rows.reserve(table.rows.size());
    for (auto const& row : table.rows) {
        auto& fields = rows.emplace_back();
        for (auto const place : places) {
            fields.emplace_back(trimmed(row.fields[place].text));
        }
    }
    return rows;
}

} // namespace opschaling::scenarios
