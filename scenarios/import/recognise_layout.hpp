#pragma once

#include "scenarios/import/import_error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// The layout among the files of a folder that fits a file: the one made for a file of this name,
/// else the one all of whose columns the file has, the most columns first. A finding when none or
/// several do, with the nearest and what it lacks.
[[nodiscard]] std::optional<std::string>
recognise_layout(std::string const& file, std::string const& layouts, ImportFindings& findings);

/// What a file seems to be, for a person who has to write a layout for it: how it is written, its
/// columns with examples, the layouts that come near, and a layout proposed as YAML with what could
/// not be found. The proposal reads as a layout file once the gaps are filled.
[[nodiscard]] std::string suggest_layout(std::string const& file, std::string const& layouts,
                                         ImportFindings& findings);

} // namespace opschaling::scenarios
