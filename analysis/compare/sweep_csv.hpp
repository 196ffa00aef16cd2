#pragma once

#include "analysis/store/sweep_file.hpp"

#include <filesystem>

namespace opschaling::analysis {

/// The runs of a sweep as a table for a spreadsheet: run, point, variant, replication, status, the
/// inputs, the outcomes, and why a run failed. Written in one step, some runs at a time.
void write_sweep_csv(SweepFile const& file, std::filesystem::path const& path);

} // namespace opschaling::analysis
