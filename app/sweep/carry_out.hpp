#pragma once

#include "analysis/store/sweep_writer.hpp"
#include "app/sweep/sweep_runs.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace opschaling::app {

/// Has these runs carried out, in about this order, and gives each to `take`; returns when all are
/// taken, or soon after a stop.
using Execute = std::function<void(std::span<std::size_t const> runs, TakeRun const& take)>;

/// Collects finished runs and writes them twice a second, so that a kill costs a moment's work and
/// writing costs next to nothing. From any thread.
class RunSink {
public:
    /// The writer must outlive it.
    explicit RunSink(analysis::SweepWriter& writer) : writer_{writer} {}

    void add(analysis::SweptRun run);

    /// Writes what is waiting.
    void flush();

private:
    void write_waiting();

    analysis::SweepWriter& writer_;
    std::mutex guard_;
    std::vector<analysis::SweptRun> waiting_;
    std::chrono::steady_clock::time_point written_{std::chrono::steady_clock::now()};
};

/// Carries out the runs of a shard that are pending: all of them, or, under a stopping rule, as
/// many replications of each point as it needs, checkpoint by checkpoint; the rest becomes
/// `skipped`. True when every run has its final status, false after a stop.
[[nodiscard]] bool carry_out(analysis::SweepPlan const& plan, analysis::SweepWriter& writer,
                             Execute const& execute, std::atomic<bool> const& stop);

/// Runs in slices that keep all threads busy and go about in the order of the plan.
[[nodiscard]] Execute execute_here(SweepRuns const& sweep, std::atomic<bool> const& stop,
                                   Progress& progress);

} // namespace opschaling::app
