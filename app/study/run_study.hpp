#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"
#include "app/study/places.hpp"

#include <string>

namespace opschaling::app {

/// How the carrying out of a study ended.
struct StudyEnding {
    ExitCode code{ExitCode::success}; ///< success, some_runs_failed or stopped
    Places places;
};

/// Makes the result of a study complete: shows that it is, goes on with it, or begins it. A result
/// of another plan is refused unless `force` is given.
[[nodiscard]] StudyEnding run_study(RunArguments const& arguments, std::size_t threads,
                                    std::string const& command_line, Console const& console);

} // namespace opschaling::app
