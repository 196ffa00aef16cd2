#pragma once

#include "sim/random/dice.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Players in an order by lot: each one's lot depends on its own number alone.
[[nodiscard]] std::vector<std::uint32_t> by_lot(std::span<std::uint32_t const> players,
                                                sim::Seed seed, sim::Stream stream,
                                                std::uint32_t step = 0);

} // namespace opschaling::analysis
