#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Puts a pilot on the canvas of the handleiding: runs it as it stands and once for each subject,
/// and says what binds, what each valkuil costs and what scaling it does.
[[nodiscard]] ExitCode canvas(CanvasCommand const& command, Arguments const& arguments,
                              Console const& console);

} // namespace opschaling::app
