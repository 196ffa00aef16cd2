#include "sim/ensemble/order.hpp"

namespace opschaling::sim {

std::vector<ReplicationWork>
order_work(std::size_t replications, std::size_t variants,
           std::function<bool(std::size_t, std::size_t)> const& is_pending) {
    std::vector<ReplicationWork> work;
    for (std::size_t replication = 0; replication < replications; ++replication) {
        ReplicationWork one{replication, {}};
        for (std::size_t variant = 0; variant < variants; ++variant) {
            if (is_pending(replication, variant)) {
                one.variants.push_back(variant);
            }
        }
        if (!one.variants.empty()) {
            work.push_back(std::move(one));
        }
    }
    return work;
}

AtOnce choose_at_once(std::size_t replications, std::size_t threads, std::size_t agents) {
    constexpr std::size_t large{2'000'000};
    return replications >= threads && agents < large ? AtOnce::replications : AtOnce::variants;
}

} // namespace opschaling::sim
