#pragma once

#include "analysis/store/result_writer.hpp"
#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

namespace opschaling::analysis {

/// What lies beside a result of its shards.
struct FoundShards {
    std::size_t count{0}; ///< how many there are to be; 0 when no shard was found
    std::vector<std::filesystem::path> finished;
    std::vector<std::size_t> missing;
    /// Damaged, and now called `.corrupt`.
    std::vector<std::filesystem::path> set_aside;
};

/// Looks for `NAME.shard-III-of-NNN.nc` beside `NAME.nc` and checks each. One that is damaged is
/// set aside and counts as missing. Throws a StorageError when shards of several divisions lie
/// there.
[[nodiscard]] FoundShards find_shards(std::filesystem::path const& result);

/// Puts the runs of all shards of one sweep into one file, exactly as one process would have
/// written it; nothing is run again, and memory holds a block of runs. Throws OtherPlan when the
/// shards are not of one sweep and program.
void merge_shards(std::vector<std::filesystem::path> const& shards,
                  std::filesystem::path const& result, Existing existing,
                  std::function<void(double share)> const& progress = {});

} // namespace opschaling::analysis
