#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Makes a world file from data files and tells what was filled in and what differs. The report in
/// full stands beside the world.
[[nodiscard]] ExitCode import(ImportCommand const& command, bool as_json, Console const& console);

} // namespace opschaling::app
