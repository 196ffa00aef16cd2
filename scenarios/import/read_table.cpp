#include "scenarios/import/read_table.hpp"

#include "scenarios/workbook/workbook.hpp"

#include <utility>

namespace opschaling::scenarios {

CsvTable read_table(std::string const& file, std::string_view bytes, Layout const& layout,
                    ImportFindings& findings) {
    if (!is_workbook(bytes)) {
        return parse_csv(file, bytes, layout.format, findings);
    }
    auto const found_before = findings.size();
    auto sheet = read_sheet(file, bytes, layout.sheet, layout.decimal_sign, findings);
    if (findings.size() > found_before) {
        return {.file = file, .header = {}, .rows = {}, .quotes_dropped = 0};
    }
    return table_of(file, std::move(sheet), findings);
}

} // namespace opschaling::scenarios
