#pragma once

#include "sim/parameters/declaration.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// JSON Schema (draft-07) of a study file, for editors: made from the declarations that the reader
/// checks with. It accepts every study that the reader accepts, and refuses what can be refused
/// without knowing units: unknown keys and parameters, wrong kinds, wrong lengths, plain numbers
/// out of range.
[[nodiscard]] std::string
write_study_schema(std::vector<sim::ParameterDeclaration> const& declarations);

/// The same of a file of parameter sheets.
[[nodiscard]] std::string
write_sheet_schema(std::vector<sim::ParameterDeclaration> const& declarations);

} // namespace opschaling::scenarios
