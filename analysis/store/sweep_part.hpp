#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// Runs in an unfinished sweep. Each has its place from the beginning, so these functions change no
/// structure; the order in which they reach the file is what matters.
namespace opschaling::analysis {

/// The columns that only an unfinished sweep has: all outcomes of a run in a row, a digest of the
/// run's figures, and a note that says why it failed.
void write_part_columns(hid_t file, SweepPlan const& plan, std::size_t runs, h5::Owned const& run);

/// A run and its place in the file.
struct PlacedRun {
    std::size_t position;
    SweptRun const* run;
};

/// Figures, digests and notes, and only when these have reached the file the statuses. Positions
/// rise.
void write_part_runs(hid_t file, SweepPlan const& plan, std::span<PlacedRun const> runs);

/// Makes a run pending again.
void forget_part_run(hid_t file, std::size_t position);

/// Runs one after another, by position in the file. `ids` are the runs of the file.
[[nodiscard]] std::vector<SweptRun> read_part_runs(hid_t file, SweepPlan const& plan,
                                                   std::span<std::size_t const> ids,
                                                   std::size_t first, std::size_t count);

/// For each of some runs one after another, whether it is what was written: a run that is done has
/// the figures of its digest in the unfinished file, which need not be where `runs` come from.
[[nodiscard]] std::vector<bool> are_whole(hid_t part, std::span<SweptRun const> runs,
                                          std::size_t first);

} // namespace opschaling::analysis
