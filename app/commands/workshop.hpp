#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Runs every choice of a workshop and writes its page with the figures beside it, or serves it.
[[nodiscard]] ExitCode workshop(WorkshopCommand const& command, Arguments const& arguments,
                                Console const& console);

} // namespace opschaling::app
