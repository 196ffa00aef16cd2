#pragma once

#include "app/effects/effect_runs.hpp"

#include <optional>
#include <string_view>

namespace opschaling::app {

/// N of every outcome, the sum of parts and the whole alone, under the names that `effect_whole`
/// gives them and with the same figures: everybody, nobody and single wijken, without the curve,
/// levels, mechanisms and the grid.
[[nodiscard]] analysis::EffectResult effect_non_additivity(EffectRuns& runs);

/// The bias of the showcase and of the mean pilot alone, under the names that `effect_pilot_bias`
/// gives them and with the same figures: the two ends of each game instead of its 128 worlds.
[[nodiscard]] analysis::EffectResult effect_bias(EffectRuns& runs);

/// Carries out the short form that goes by this name, "non-additivity" or "bias"; nothing when none
/// does.
[[nodiscard]] std::optional<analysis::EffectResult> measure_short(std::string_view name,
                                                                  EffectRuns& runs);

} // namespace opschaling::app
