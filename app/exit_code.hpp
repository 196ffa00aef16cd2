#pragma once

namespace opschaling::app {

/// How the program ends. The numbers follow sysexits.h where that has one.
enum class ExitCode : int {
    success = 0,
    some_runs_failed = 1,
    usage = 64,   ///< the command line is wrong, or would overwrite something
    input = 65,   ///< a scenario or data file is wrong or cannot be read
    defect = 70,  ///< a promise of the program itself was broken
    storage = 74, ///< a result could not be written or read
    stopped = 75  ///< interrupted; the same command goes on from here
};

} // namespace opschaling::app
