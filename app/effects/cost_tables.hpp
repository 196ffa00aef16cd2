#pragma once

#include "analysis/effects/density_curve.hpp"
#include "analysis/effects/effect_result.hpp"
#include "app/study/run_batch.hpp"

#include <span>
#include <vector>

namespace opschaling::app {

/// What the cost of a run is made of, and what came of offers: programme, national subsidies,
/// owners with warmtebedrijven, grids (EUR since the branch, together the cost to all); homes that
/// had an offer and homes that left gas on one (at the end).
[[nodiscard]] std::vector<double> count_cost_parts(FinishedRun const& run, sim::Quarter branch,
                                                   sim::Quarter last);

inline constexpr std::size_t counted_cost_parts{6};

/// Cost to all over the gas-free homes that are there more than without, and its parts; Fieller's
/// intervals, nothing where those homes may be none. `parts` in the order of count_cost_parts.
[[nodiscard]] analysis::EffectTable cost_table(analysis::DensityCurve const& homes,
                                               std::span<analysis::DensityCurve const> parts);

/// Homes that had an offer, that left gas on it, and that are off gas more than without.
[[nodiscard]] analysis::EffectTable offer_table(analysis::DensityCurve const& homes,
                                                std::span<analysis::DensityCurve const> parts);

} // namespace opschaling::app
