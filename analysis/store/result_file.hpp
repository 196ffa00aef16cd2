#pragma once

#include "analysis/store/plan.hpp"
#include "analysis/store/run_status.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// A result file, opened to be read; nothing is held in memory but its plan and shape. Whatever is
/// wrong with the file comes as a StorageError that names it.
class ResultFile {
public:
    [[nodiscard]] static ResultFile open(std::filesystem::path const& path);

    ResultFile(ResultFile&&) noexcept;
    ResultFile& operator=(ResultFile&&) noexcept;
    ~ResultFile();

    [[nodiscard]] std::filesystem::path const& path() const;
    [[nodiscard]] ResultPlan const& plan() const;
    [[nodiscard]] sim::ResultShape const& shape() const;
    [[nodiscard]] std::vector<RunStatus> const& statuses() const;
    [[nodiscard]] bool is_complete() const;

    /// Why each run failed; empty text for one that did not.
    [[nodiscard]] std::vector<std::string> failures() const;

    /// Wall time of each run in seconds; NaN where it did not run.
    [[nodiscard]] std::vector<float> seconds() const;

    /// Seconds by run and line of the schedule: [run * lines + line].
    [[nodiscard]] std::vector<float> phase_seconds() const;

    [[nodiscard]] sim::SeriesDeclaration const& declaration(std::string_view series) const;

    /// One run: [step * members + member].
    [[nodiscard]] std::vector<float> read(std::string_view series, std::size_t run) const;

    /// One member in all runs: [run * steps + step].
    [[nodiscard]] std::vector<float> read_member(std::string_view series, std::size_t member) const;

    /// All runs: [(run * steps + step) * members + member]. Large for the wijk series.
    [[nodiscard]] std::vector<float> read_all(std::string_view series) const;

    /// All series of one run, as they were written.
    [[nodiscard]] sim::RunResult read_run(std::size_t run) const;

private:
    struct State;
    explicit ResultFile(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// SHA-256 over the plan's identity, the statuses and every figure of every series: what must be
/// equal for any number of threads and any interruption. Dates, times taken and the machine are
/// left out.
[[nodiscard]] std::string content_hash(std::filesystem::path const& path);

} // namespace opschaling::analysis
