#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Answers what an experiment asks of its sweep: prints tables or JSON, and writes a page with
/// charts and every table for a spreadsheet beside the result.
[[nodiscard]] ExitCode analyse(AnalyseCommand const& command, bool as_json, Console const& console);

} // namespace opschaling::app
