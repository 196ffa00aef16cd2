#pragma once

#include "scenarios/import/import_error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// How the bytes of a file are letters.
enum class Encoding { utf_8, windows_1252 };

struct CsvFormat {
    char separator{','};
    Encoding encoding{Encoding::utf_8};
    /// Some publishers end every file with a line break: one without is cut off.
    bool ends_with_line_break{false};
    /// Quote marks are written at random and hold nothing: all of them are dropped and counted.
    bool drops_quotes{false};
    /// The line of the file in which the text begins: others may stand above the table.
    int first_line{1};
};

/// One field of a file: its text without quotes, in UTF-8, and its column, counted in characters.
struct CsvField {
    std::string text;
    int column{1};
};

struct CsvRow {
    int line{1};
    std::vector<CsvField> fields;
};

/// A header and rows of the same number of fields.
struct CsvTable {
    std::string file;
    CsvRow header;
    std::vector<CsvRow> rows;
    std::size_t quotes_dropped{0};

    [[nodiscard]] Place place_of(CsvRow const& row, std::size_t field) const {
        return {.file = file, .line = row.line, .column = row.fields[field].column};
    }
};

/// Reads a table as RFC 4180 has it, with LF or CRLF and a BOM allowed, and nothing else: what is
/// not clearly a table gives findings, not guesses. Our own, since no packaged reader tells line
/// and column of a mistake or takes its columns from a layout at run time.
[[nodiscard]] CsvTable parse_csv(std::string file, std::string_view text, CsvFormat const& format,
                                 ImportFindings& findings);

/// Without the spaces and tabs with which CBS pads names and numbers.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace opschaling::scenarios
