// Workbooks. An input that begins with '<' is the inside of a sheet and is packed into a sound
// package, so that mutations reach the reader of sheets; any other is the package itself.
#include "scenarios/workbook/workbook.hpp"

#include "tests/fuzz/scratch_file.hpp"
#include "tests/unit/import/small_workbook.hpp"

using namespace opschaling;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string bytes{fuzz::as_text(data, size)};
    if (bytes.starts_with('<')) {
        bytes = tests::zipped(tests::workbook_parts({{"A", bytes}}, "<si><t>a</t></si>"));
    }
    scenarios::ImportFindings findings;
    for (auto& sheet : scenarios::read_workbook("input.xlsx", bytes, ',', findings)) {
        static_cast<void>(
            scenarios::table_of("input.xlsx", std::move(sheet), findings).rows.size());
    }
    return 0;
}
