#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Prints the JSON Schema of a study, or of a file of parameters.
[[nodiscard]] ExitCode schema(SchemaCommand const& command, Console const& console);

} // namespace opschaling::app
