#pragma once

#include "scenarios/import/layout.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// All layout files of a folder, in order of name, with their paths.
[[nodiscard]] std::vector<Layout> layouts_in(std::string const& folder,
                                             std::vector<std::string>& paths);

/// The first whole lines of a file, enough to see how it is written; of a workbook the first sheet,
/// as text with commas.
struct FileHead {
    std::string text;
    bool is_of_workbook{false};
};

[[nodiscard]] FileHead head_of(std::string const& file, ImportFindings& findings);

} // namespace opschaling::scenarios
