#pragma once

#include "analysis/store/result_writer.hpp"
#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// Where a shard of a result goes: `result.shard-003-of-016.nc` beside `result.nc`; the result
/// itself when it has no other shards.
[[nodiscard]] std::filesystem::path shard_path(std::filesystem::path const& result, Shard shard);

/// Writes a sweep, or a shard of one, some runs at a time, as `ResultWriter` writes a study: called
/// `NAME.nc.part` until every run has its final status, and a run counts as done only after its
/// figures have reached the file. One thread at a time; memory holds a block of runs.
class SweepWriter {
public:
    /// Begins a result. With `Existing::replace` a complete result of that name stays until the new
    /// one is complete.
    [[nodiscard]] static SweepWriter create(std::filesystem::path const& path,
                                            SweepPlan const& plan, Shard shard = {},
                                            Existing existing = Existing::refuse);

    /// Goes on with `NAME.nc.part`; begins one when there is none. Throws OtherPlan when it was
    /// begun for another sweep or program. A damaged one is set aside (see `set_aside`), and so is
    /// every single run whose figures cannot be read back.
    [[nodiscard]] static SweepWriter resume(std::filesystem::path const& path,
                                            SweepPlan const& plan, Shard shard = {});

    SweepWriter(SweepWriter&&) noexcept;
    SweepWriter& operator=(SweepWriter&&) noexcept;
    ~SweepWriter();

    /// The runs of the plan that this file holds, rising.
    [[nodiscard]] std::vector<std::size_t> const& runs() const;

    /// How each of them stands.
    [[nodiscard]] std::vector<RunStatus> const& statuses() const;

    /// Where the damaged unfinished result went, when there was one.
    [[nodiscard]] std::optional<std::filesystem::path> const& set_aside() const;

    /// Runs that were done according to the file but could not be read back: they are pending
    /// again.
    [[nodiscard]] std::vector<std::size_t> const& lost_runs() const;

    /// One outcome of each run of the file; NaN where it has none.
    [[nodiscard]] std::vector<double> outcome(std::string_view name) const;

    /// Runs with their final status.
    void write(std::span<SweptRun const> runs);

    /// Compresses the result, reads it back and gives it its own name. Every run must have its
    /// final status. `progress` hears the share that is done.
    void finish(std::function<void(double share)> const& progress = {});

private:
    struct State;
    explicit SweepWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace opschaling::analysis
