#pragma once

#include "sim/random/dice.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace opschaling::sim {

/// How many agents share a row.
inline constexpr std::size_t row_length{64};

using ThrowRow = std::array<std::uint32_t, row_length>;

/// One throw for each of the agents [64 * row, 64 * row + 64), for a decision that all of them take
/// in every step: four agents share a block and sixteen blocks are worked out side by side, in a
/// third of the time of 64 dice. A word w stands for w / 2^32 in [0, 1). A pure function of what it
/// is given, like Dice, and never the same block as one of Dice.
[[nodiscard]] ThrowRow throw_row(Seed seed, Stream stream, std::size_t row, std::uint32_t step);

/// Which throws land below their chances, of 2^32: a bit an agent, the first agent lowest.
[[nodiscard]] std::uint64_t land_below(ThrowRow const& thrown,
                                       std::span<std::uint32_t const, row_length> chances);

} // namespace opschaling::sim
