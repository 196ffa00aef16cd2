#pragma once

#include "app/study/run_batch.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace opschaling::app {

/// What is finished of a batch, kept in a file now and then and at the end.
class BatchRecord {
public:
    /// Takes up what an earlier attempt kept under the same plan. A file that is damaged or of
    /// another plan counts for nothing. Throws analysis::StorageError when the disk fails.
    BatchRecord(std::size_t runs, std::optional<Keeping> const& keeping);

    [[nodiscard]] bool has(std::size_t run) const { return !result_.outcomes[run].empty(); }

    /// From any thread.
    void add(std::size_t run, std::vector<double> numbers);
    void fail(std::size_t run, std::string reason);

    [[nodiscard]] BatchResult finish();

private:
    void read();
    void save();

    std::optional<Keeping> const& keeping_;
    BatchResult result_;
    std::mutex guard_;
    bool is_kept_{true};
    std::chrono::steady_clock::time_point saved_{std::chrono::steady_clock::now()};
};

} // namespace opschaling::app
