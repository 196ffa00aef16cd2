#pragma once

#include <string_view>

namespace opschaling::app {

/// "0.1.0", from the build.
[[nodiscard]] std::string_view program_version();

/// What `git describe` said when the program was configured, or "unknown".
[[nodiscard]] std::string_view program_revision();

/// Compiler and flags of the build, for the provenance of results.
[[nodiscard]] std::string_view build_compiler();
[[nodiscard]] std::string_view build_flags();

} // namespace opschaling::app
