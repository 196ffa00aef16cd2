#pragma once

#include "analysis/store/plan.hpp"
#include "analysis/store/run_status.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// What to do with a result that is already there.
enum class Existing { refuse, replace };

/// Writes one result file, run by run. Until every run has its final status the file is called
/// `NAME.nc.part`; then it becomes `NAME.nc`. A run counts as done only after its figures have
/// reached the file, so a process killed at any moment loses at most the run it was writing.
/// One thread at a time; memory holds one run.
class ResultWriter {
public:
    /// Begins a result. With `Existing::replace` a complete result of that name stays until the new
    /// one is complete.
    [[nodiscard]] static ResultWriter create(std::filesystem::path const& path,
                                             ResultPlan const& plan, sim::ResultShape const& shape,
                                             Existing existing = Existing::refuse);

    /// Goes on with `NAME.nc.part`; begins one when there is none. Throws OtherPlan when it was
    /// begun for another plan, world, shape or program. A damaged one is set aside (see
    /// `set_aside`), and so is every single run whose figures cannot be read back.
    [[nodiscard]] static ResultWriter resume(std::filesystem::path const& path,
                                             ResultPlan const& plan, sim::ResultShape const& shape);

    ResultWriter(ResultWriter&&) noexcept;
    ResultWriter& operator=(ResultWriter&&) noexcept;
    ~ResultWriter();

    [[nodiscard]] std::vector<RunStatus> const& statuses() const;

    /// Where the damaged unfinished result went, when there was one.
    [[nodiscard]] std::optional<std::filesystem::path> const& set_aside() const;

    /// Runs that were done according to the file but could not be read back: they are pending
    /// again.
    [[nodiscard]] std::vector<std::size_t> const& lost_runs() const;

    /// `seconds` is the run's wall time, `phase_seconds` the same by line of the schedule.
    void write_run(std::size_t run, sim::RunResult const& result, double seconds,
                   std::span<double const> phase_seconds);

    /// Records that the run ended in an error, and why.
    void fail_run(std::size_t run, std::string_view reason);

    /// Compresses the result, reads it back and gives it its own name. Every run must have its
    /// final status. It takes about a second of processor time for each
    /// 250 MB of figures, on all threads; `progress` hears the share
    /// that is done, rising to 1.
    void finish(std::function<void(double share)> const& progress = {});

private:
    struct State;
    explicit ResultWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace opschaling::analysis
