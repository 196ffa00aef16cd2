#pragma once

#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// A finished sweep, or a finished shard of one, opened to be read; nothing is held in memory but
/// its plan. Whatever is wrong with the file comes as a StorageError that names it.
class SweepFile {
public:
    /// Throws a DamagedFile when the file is not what was written, another StorageError when it is
    /// something else.
    [[nodiscard]] static SweepFile open(std::filesystem::path const& path);

    SweepFile(SweepFile&&) noexcept;
    SweepFile& operator=(SweepFile&&) noexcept;
    ~SweepFile();

    [[nodiscard]] std::filesystem::path const& path() const;
    [[nodiscard]] SweepPlan const& plan() const;
    [[nodiscard]] Shard shard() const;

    /// The runs of the plan that the file holds, rising.
    [[nodiscard]] std::vector<std::size_t> const& runs() const;

    /// How each of them stands.
    [[nodiscard]] std::vector<RunStatus> const& statuses() const;

    /// One outcome of each run of the file; NaN where it has none.
    [[nodiscard]] std::vector<double> outcome(std::string_view name) const;

    /// Some runs one after another, counted in the file, with all that they gave.
    [[nodiscard]] std::vector<SweptRun> read(std::size_t first, std::size_t count) const;

private:
    struct State;
    explicit SweepFile(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// SHA-256 over the sweep's identity, and status, outcomes and kept figures of every run: equal for
/// any number of threads, processes and shards, and any interruption.
[[nodiscard]] std::string content_hash(SweepFile const& file);

} // namespace opschaling::analysis
