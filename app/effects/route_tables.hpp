#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/effects/exact_game.hpp"
#include "app/effects/route_mixtures.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace opschaling::app {

/// Figures by replication, for each of some mixtures.
using Figures = std::vector<std::vector<double>>;

/// Homes of every mixture.
[[nodiscard]] analysis::EffectTable simplex_table(std::vector<Mixture> const& mixtures,
                                                  Figures const& homes);

/// The pure routes and the best mixture above no programme, synergy and regret.
[[nodiscard]] analysis::EffectTable pure_table(std::vector<Mixture> const& mixtures,
                                               Figures const& homes,
                                               std::array<std::size_t, route_count> const& pure,
                                               std::vector<double> const& nothing);

/// Mixtures that no other beats on homes, cost, overload and the wijken that lag; figures by
/// counted outcome, the tenth wijk last.
[[nodiscard]] analysis::EffectTable pareto_table(std::vector<Mixture> const& mixtures,
                                                 std::vector<Figures> const& by_outcome);

/// What each route brings by Shapley; a game of which routes are at hand for each replication.
[[nodiscard]] analysis::EffectTable route_share_table(std::vector<analysis::Worths> const& games);

} // namespace opschaling::app
