#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Prints the parameters, the schedule of a quarter or the outcomes: as text, Markdown or JSON.
[[nodiscard]] ExitCode describe(DescribeCommand const& command, bool as_json,
                                Console const& console);

} // namespace opschaling::app
