#pragma once

#include "app/sweep/sweep_runs.hpp"

#include <atomic>

namespace opschaling::app::mpi {

/// Does what the manager hands out until it says that there is no more. After a stop it gives back
/// what is finished and leaves the rest.
void work_for_manager(SweepRuns const& runs, std::atomic<bool> const& stop, Progress& progress);

/// Tells the manager that this rank will do nothing.
void go_away();

} // namespace opschaling::app::mpi
