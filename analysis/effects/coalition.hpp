#pragma once

#include "sim/random/dice.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Which of many players take part: one entry a player, 1 or 0.
using Coalition = std::vector<std::uint8_t>;

/// Players that are alike in what is known beforehand, and their number in all.
using Stratum = std::vector<std::uint32_t>;

/// The strata of players that each carry the number of their stratum; empty strata left out.
[[nodiscard]] std::vector<Stratum> strata_of(std::span<std::uint32_t const> stratum_of_player);

[[nodiscard]] Coalition nobody(std::size_t players);
[[nodiscard]] Coalition everybody(std::size_t players);
[[nodiscard]] Coalition only(std::size_t players, std::span<std::uint32_t const> who);

/// A place in (0, 1) for each player, such that those below p are a part p of every stratum, to
/// within one player: systematic places in an order by lot. Coalitions of rising p hold one
/// another.
[[nodiscard]] std::vector<double> entry_places(std::span<Stratum const> strata, std::size_t players,
                                               sim::Seed seed);

/// Those whose place is below p.
[[nodiscard]] Coalition below(std::span<double const> places, double p);

} // namespace opschaling::analysis
