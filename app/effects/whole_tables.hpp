#pragma once

#include "analysis/effects/density_curve.hpp"
#include "analysis/effects/effect_result.hpp"
#include "analysis/effects/exact_game.hpp"
#include "app/effects/grid_split.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// Whole, sum of parts, difference and its share, for every outcome.
[[nodiscard]] analysis::EffectTable whole_table(std::vector<analysis::DensityCurve> const& curves);

/// That share by outcome, in percent, where it says anything.
[[nodiscard]] analysis::EffectTable share_table(std::vector<analysis::DensityCurve> const& curves);

/// V(p) - V(0) against the naive straight line.
[[nodiscard]] analysis::EffectTable curve_table(analysis::DensityCurve const& curve);

/// N(p): how far the curve is from that line, so that its sign can be read.
[[nodiscard]] analysis::EffectTable bend_table(analysis::DensityCurve const& curve);

/// Where the difference arises, by replication.
[[nodiscard]] analysis::EffectTable
level_table(std::vector<std::string> const& levels,
            std::vector<std::vector<double>> const& differences);

/// By which mechanism: alone and together, and Shapley's shares; one game a replication.
[[nodiscard]] std::vector<analysis::EffectTable>
mechanism_tables(std::vector<scenarios::Variant> const& mechanisms,
                 std::vector<analysis::Worths> const& games);

[[nodiscard]] analysis::EffectTable grid_table(GridSplit const& split);

/// Physics and behaviour of energy and peaks as parts of the sum of parts, to be drawn.
[[nodiscard]] analysis::EffectTable grid_share_table(GridSplit const& split);

/// A row of a mean with its interval.
[[nodiscard]] analysis::EffectRow row_of(std::string key, analysis::BothLanguages label,
                                         analysis::Estimate const& estimate);

} // namespace opschaling::app
