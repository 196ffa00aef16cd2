#pragma once

#include "app/mpi/messages.hpp"
#include "app/sweep/carry_out.hpp"

#include <atomic>

namespace opschaling::app::mpi {

/// Sees to it that every worker is told the end, whatever happens to the manager, and has gone when
/// this does.
class Workers {
public:
    explicit Workers(int ranks) : ranks_{ranks} {}

    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;
    Workers(Workers&&) = delete;
    Workers& operator=(Workers&&) = delete;
    ~Workers();

    [[nodiscard]] int count() const { return ranks_ - 1; }

private:
    int ranks_;
};

/// Hands runs out to the workers in blocks that get smaller towards the end, computes some in a
/// thread of its own, and takes what comes back. All writing is done by this process, so the result
/// is one file whatever the number of ranks.
[[nodiscard]] Execute execute_on(Workers const& workers, SweepRuns const& runs,
                                 std::atomic<bool> const& stop, Progress& progress);

} // namespace opschaling::app::mpi
