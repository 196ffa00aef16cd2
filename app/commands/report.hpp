#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Makes the report of a result again, or only its picture.
[[nodiscard]] ExitCode report(ReportCommand const& command, Console const& console);

} // namespace opschaling::app
