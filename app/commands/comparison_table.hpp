#pragma once

#include "analysis/report/wording.hpp"
#include "analysis/store/result_file.hpp"

#include <string>

namespace opschaling::app {

/// The result of a study as text for a terminal: what it holds for, then for each headline outcome
/// the variants with their level in the key years and their paired difference in the last.
[[nodiscard]] std::string comparison_table(analysis::ResultFile const& file,
                                           analysis::Wording const& wording);

} // namespace opschaling::app
