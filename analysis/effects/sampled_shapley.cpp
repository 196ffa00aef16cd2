#include "analysis/effects/sampled_shapley.hpp"

#include "analysis/effects/draw_order.hpp"
#include "sim/contract/expects.hpp"

#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr sim::Stream joining_order{9004};
constexpr sim::Stream joining_size{9005};

} // namespace

std::vector<Coalition> sample_joinings(std::size_t players, std::uint32_t player, std::size_t pairs,
                                       sim::Seed seed) {
    std::vector<std::uint32_t> others(players);
    std::iota(others.begin(), others.end(), 0U);
    std::erase(others, player);
    std::vector<Coalition> coalitions;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        sim::Dice dice{seed, joining_size, player, static_cast<std::uint32_t>(pair)};
        double const at = (static_cast<double>(pair) + dice.uniform()) / static_cast<double>(pairs);
        // Each size from 0 to all the others is as likely.
        auto const size = static_cast<std::size_t>(at * static_cast<double>(players));
        auto const order =
            by_lot(others, seed, joining_order, player * 4096U + static_cast<std::uint32_t>(pair));
        auto const split = std::span{order};
        coalitions.push_back(only(players, split.first(size)));
        coalitions.push_back(only(players, split.subspan(size)));
    }
    return coalitions;
}

Estimate estimate_shapley(std::span<double const> added) {
    sim::expects(added.size() % 2 == 0, "joinings come in pairs");
    std::vector<double> pairs;
    for (std::size_t i = 0; i + 1 < added.size(); i += 2) {
        pairs.push_back((added[i] + added[i + 1]) / 2.0);
    }
    return estimate_of(pairs);
}

} // namespace opschaling::analysis
