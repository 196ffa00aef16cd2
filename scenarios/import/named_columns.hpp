#pragma once

#include "scenarios/import/csv.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// The fields of the named columns of each row of one of our own tables; a finding for each column
/// that is not there, and no rows then.
[[nodiscard]] std::vector<std::vector<std::string>>
named_rows(CsvTable const& table, std::vector<std::string_view> const& columns,
           ImportFindings& findings);

} // namespace opschaling::scenarios
