#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/grid/non_additivity.hpp"
#include "app/effects/effect_runs.hpp"
#include "app/effects/players.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// One level of the grid by one measure.
struct GridSplitRow {
    std::string key;
    analysis::BothLanguages label;
    analysis::NonAdditivity split;
};

struct GridSplit {
    std::vector<GridSplitRow> rows;
};

/// Takes the wijken below one substation as players, each alone and all together, and splits what
/// its stations, strings and the substation itself carry into physics and behaviour (measurement.md
/// 2.3): energy and peak at the end, overload at the end, and the cost and waiting that one rule of
/// reinforcement makes of the years. One replication.
[[nodiscard]] GridSplit split_grid(EffectRuns& runs, Players const& players);

} // namespace opschaling::app
