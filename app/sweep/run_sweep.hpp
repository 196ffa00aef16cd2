#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"
#include "app/study/places.hpp"
#include "app/sweep/carry_out.hpp"
#include "app/sweep/prepare_sweep.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace opschaling::app {

/// How the carrying out of a sweep ended.
struct SweepEnding {
    ExitCode code{ExitCode::success}; ///< success, some_runs_failed or stopped
    std::filesystem::path result;     ///< of the shard that was asked for
};

/// Makes who executes the runs of a sweep, with a line of progress.
using MakeExecute = std::function<Execute(SweepRuns const& runs, std::atomic<bool> const& stop,
                                          Progress& progress)>;

/// Makes the result of a sweep, or of a shard of it, complete: shows that it is, goes on with it,
/// or begins it. A result of another plan is refused unless `force` is given; a damaged one is
/// named, set aside and done again.
[[nodiscard]] SweepEnding run_sweep(PreparedSweep const& sweep, SweepArguments const& arguments,
                                    MakeExecute const& make_execute, Console const& console);

/// Where the result of the whole sweep goes.
[[nodiscard]] Places places_of(PreparedSweep const& sweep, SweepArguments const& arguments);

} // namespace opschaling::app
