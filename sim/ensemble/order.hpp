#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace opschaling::sim {

/// What is still to be run of one replication: its common history, then these variants.
struct ReplicationWork {
    std::size_t replication;
    std::vector<std::size_t> variants;

    friend bool operator==(ReplicationWork const&, ReplicationWork const&) = default;
};

/// The runs that are pending, replication by replication, so that a study that is interrupted is
/// balanced over its variants.
[[nodiscard]] std::vector<ReplicationWork>
order_work(std::size_t replications, std::size_t variants,
           std::function<bool(std::size_t replication, std::size_t variant)> const& is_pending);

/// What runs at the same time.
enum class AtOnce { replications, variants };

/// Whole replications side by side cost the least waiting, and two states in memory for each
/// thread. Where there are fewer of them than threads, or one state is large, replications go one
/// after another and their variants side by side: one state more than there are threads.
[[nodiscard]] AtOnce choose_at_once(std::size_t replications, std::size_t threads,
                                    std::size_t agents);

} // namespace opschaling::sim
