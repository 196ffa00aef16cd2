#pragma once

#include "scenarios/import/layout.hpp"

#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// The table in the bytes of a file of this layout: text with separators, or a workbook, of which
/// the layout's sheet is read, by default the first.
[[nodiscard]] CsvTable read_table(std::string const& file, std::string_view bytes,
                                  Layout const& layout, ImportFindings& findings);

} // namespace opschaling::scenarios
