#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Reads studies without running them and tells every mistake; `input` when there is one.
[[nodiscard]] ExitCode check(CheckCommand const& command, bool as_json, Console const& console);

} // namespace opschaling::app
