#pragma once

#include "analysis/effects/coalition.hpp"
#include "analysis/effects/density_curve.hpp"

#include <span>
#include <vector>

namespace opschaling::analysis {

/// Coalitions of the others that a player joins, in pairs: the second of a pair is whom the first
/// left out. The size of the first is spread evenly over 0 to all (Castro and others 2009, 2017).
[[nodiscard]] std::vector<Coalition> sample_joinings(std::size_t players, std::uint32_t player,
                                                     std::size_t pairs, sim::Seed seed);

/// Shapley's value of the player from what it adds to each of those coalitions, in their order:
/// the mean over pairs, with the interval of pairs as independent draws (a little too wide, since
/// they are spread).
[[nodiscard]] Estimate estimate_shapley(std::span<double const> added);

} // namespace opschaling::analysis
