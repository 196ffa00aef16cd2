#pragma once

#include "analysis/store/sweep_file.hpp"
#include "app/sweep/estimate.hpp"
#include "app/sweep/prepare_sweep.hpp"
#include "app/sweep/summarise_sweep.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace opschaling::app {

/// How a sweep, or a shard of it, ended: counts of runs, its identity, the hash of its contents,
/// and each outcome by policy.
[[nodiscard]] std::string sweep_json(analysis::SweepFile const& file, SweepSummary const& summary);

/// What a sweep will cost.
[[nodiscard]] std::string estimate_json(PreparedSweep const& sweep, SweepEstimate const& estimate);

/// Where a file of a sweep lies, and what it is.
struct CrateFile {
    std::filesystem::path path;
    std::string description;
    std::string encoding; ///< media type
};

/// The files of a sweep and the run that made them as a Process Run Crate 0.5 (RO-Crate 1.1,
/// https://w3id.org/ro/wfrun/process/0.5): what archives and other programs read. `folder` is where
/// the metadata will lie; paths are relative to it.
[[nodiscard]] std::string ro_crate_json(analysis::SweepFile const& file,
                                        std::vector<CrateFile> const& results,
                                        std::filesystem::path const& folder);

} // namespace opschaling::app
