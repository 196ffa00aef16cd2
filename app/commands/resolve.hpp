#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Prints a study in full, with the origin of each value.
[[nodiscard]] ExitCode resolve(ResolveCommand const& command, Console const& console);

} // namespace opschaling::app
