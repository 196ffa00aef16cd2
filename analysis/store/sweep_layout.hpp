#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// How a sweep lies in a file (docs/results_format.md). An unfinished one has all its space taken
/// beforehand and its outcomes in one block by run; a finished one has a compressed variable for
/// each input and outcome.
namespace opschaling::analysis {

inline constexpr auto sweep_schema = "opschaling-sweep/1";

/// Runs that are read or written at once: as many as fit in a few megabytes, so that memory does
/// not grow with the sweep.
[[nodiscard]] std::size_t runs_at_once(SweepPlan const& plan);

/// Lays out a sweep, or a shard of it, of which no run is done. `runs` are those of the file.
void write_sweep_layout(hid_t file, SweepPlan const& plan, Shard shard,
                        std::vector<std::size_t> const& runs, Stage stage);

[[nodiscard]] Shard read_shard(hid_t file);

/// Runs at `first` and behind it, counted in the file, in a finished one: inputs, outcomes,
/// statuses. `errors` collects the reasons of failure; a run keeps the position of its own.
void write_finished_runs(hid_t file, SweepPlan const& plan, std::size_t first,
                         std::span<SweptRun const> runs, std::vector<std::string>& errors);

/// Ends a finished file: what went wrong, and when it was completed.
void write_errors(hid_t file, std::vector<std::string> const& errors);

[[nodiscard]] std::vector<SweptRun> read_finished_runs(hid_t file, SweepPlan const& plan,
                                                       std::size_t first, std::size_t count);

/// The kept series of runs that stand one after another in a file of either stage.
void write_kept(hid_t file, sim::ResultShape const& kept, std::size_t first,
                std::span<SweptRun const> runs);
void read_kept(hid_t file, sim::ResultShape const& kept, std::size_t first,
               std::span<SweptRun> runs);

} // namespace opschaling::analysis
