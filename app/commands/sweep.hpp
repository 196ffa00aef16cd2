#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

#include <string>

namespace opschaling::app {

/// Carries out an experiment's design, or a shard of it, and keeps a result with a row a run.
[[nodiscard]] ExitCode sweep(SweepCommand const& command, Arguments const& arguments,
                             std::string const& command_line, Console const& console);

/// Says what a sweep will cost before it begins.
[[nodiscard]] ExitCode plan(PlanCommand const& command, Arguments const& arguments,
                            std::string const& command_line, Console const& console);

/// Puts the shards of a sweep together.
[[nodiscard]] ExitCode merge(MergeCommand const& command, Arguments const& arguments,
                             Console const& console);

/// Writes the script that has a cluster carry out a sweep.
[[nodiscard]] ExitCode slurm_script(SlurmCommand const& command, Arguments const& arguments,
                                    std::string const& command_line, Console const& console);

} // namespace opschaling::app
