#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

#include <string>

namespace opschaling::app {

/// Carries out a study, prints its figures, and keeps result and summary.
[[nodiscard]] ExitCode run(RunCommand const& command, Arguments const& arguments,
                           std::string const& command_line, Console const& console);

} // namespace opschaling::app
