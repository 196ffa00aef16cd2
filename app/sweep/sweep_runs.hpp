#pragma once

#include "analysis/store/sweep_plan.hpp"
#include "app/study/progress.hpp"
#include "app/study/run_batch.hpp"
#include "app/sweep/prepare_sweep.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace opschaling::app {

/// Takes a run that has its final status. Called from several threads.
using TakeRun = std::function<void(analysis::SweptRun)>;

/// Carries out runs of a sweep in this process. What a run gives depends on the sweep alone.
class SweepRuns {
public:
    /// The sweep must outlive it.
    explicit SweepRuns(PreparedSweep const& sweep) : sweep_{sweep} {}

    /// Runs these, several at the same time, each given to `take` as soon as it is finished. After
    /// a stop some are left out.
    void run(std::span<std::size_t const> runs, TakeRun const& take, std::atomic<bool> const& stop,
             Progress& progress) const;

    /// Quarters that these runs take, common histories counted once, as far as they are shared.
    [[nodiscard]] std::size_t quarters_of(std::span<std::size_t const> runs) const;

    /// How many runs to ask for at once: enough to keep all threads busy, few enough to go about
    /// in the order of the plan.
    [[nodiscard]] std::size_t at_once() const;

private:
    struct Group;

    [[nodiscard]] std::vector<Group> groups_of(std::span<std::size_t const> runs) const;

    PreparedSweep const& sweep_;
};

} // namespace opschaling::app
