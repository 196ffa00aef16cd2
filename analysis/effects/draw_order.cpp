#include "analysis/effects/draw_order.hpp"

#include <algorithm>
#include <tuple>

namespace opschaling::analysis {

std::vector<std::uint32_t> by_lot(std::span<std::uint32_t const> players, sim::Seed seed,
                                  sim::Stream stream, std::uint32_t step) {
    struct Lot {
        std::uint32_t lot;
        std::uint32_t player;
    };

    std::vector<Lot> lots;
    lots.reserve(players.size());
    for (auto const player : players) {
        lots.push_back({.lot = sim::Dice{seed, stream, player, step}.word(), .player = player});
    }
    std::ranges::sort(lots, [](Lot const& a, Lot const& b) {
        return std::tuple{a.lot, a.player} < std::tuple{b.lot, b.player};
    });
    std::vector<std::uint32_t> order;
    order.reserve(lots.size());
    for (auto const& lot : lots) {
        order.push_back(lot.player);
    }
    return order;
}

} // namespace opschaling::analysis
