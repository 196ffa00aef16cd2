#pragma once

#include "sim/parameters/declaration.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// JSON Schema (draft-07) of an experiment, for editors: it accepts every experiment that the
/// reader accepts, and refuses what can be refused without the study, without units and without
/// comparing one place with another.
[[nodiscard]] std::string
write_experiment_schema(std::vector<sim::ParameterDeclaration> const& declarations);

} // namespace opschaling::scenarios
