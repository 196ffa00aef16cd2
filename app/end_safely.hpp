#pragma once

#include "app/exit_code.hpp"

#include <functional>
#include <iosfwd>

namespace opschaling::app {

/// Does some work of the program. Every error ends here, and its kind decides how the program ends.
[[nodiscard]] ExitCode end_safely(std::ostream& err, std::function<ExitCode()> const& work);

} // namespace opschaling::app
