#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <span>
#include <vector>

namespace opschaling::models {

/// How well beliefs about wijken where nothing has begun meet the truth (measurement.md 2.7), over
/// a keyed sample of wijken and of variants that someone has used.
void measure_learning(Turn& turn, sim::Quarter quarter);

/// Rank correlation of Spearman; ties have the mean of their ranks.
[[nodiscard]] double rank_correlation(std::span<double const> a, std::span<double const> b);

} // namespace opschaling::models
