#pragma once

#include "scenarios/import/csv.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// One sheet of a workbook: every row that has a cell, padded with empty fields up to its last one.
/// `line` is the row and `column` the column of the sheet, both from 1.
struct Sheet {
    std::string name;
    std::vector<CsvRow> rows;
};

/// Whether these are the bytes of a workbook (.xlsx) and not of a table in letters.
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// The sheets of a workbook of Office Open XML (ECMA-376) in its order, with what stands in the
/// cells when it was saved: formulas count by their value, dates are the numbers that they are.
/// Numbers are written as the shortest text that gives them again, with this decimal sign. What is
/// damaged, protected, larger than the limits or without a value gives a finding at its row and
/// column.
[[nodiscard]] std::vector<Sheet> read_workbook(std::string const& file, std::string_view bytes,
                                               char decimal_sign, ImportFindings& findings);

/// The same of one sheet: the one of this name, or the first when the name is empty.
[[nodiscard]] Sheet read_sheet(std::string const& file, std::string_view bytes,
                               std::string const& name, char decimal_sign,
                               ImportFindings& findings);

/// A sheet as a table: its first row is the header, and no row is longer.
[[nodiscard]] CsvTable table_of(std::string const& file, Sheet sheet, ImportFindings& findings);

} // namespace opschaling::scenarios
