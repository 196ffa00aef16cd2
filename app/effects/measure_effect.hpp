#pragma once

#include "app/arguments/arguments.hpp"
#include "app/effects/effect_runs.hpp"

#include <string>

namespace opschaling::app {

/// The name of a kind in files: "pilot_bias".
[[nodiscard]] std::string name_of(EffectKind kind);

/// Carries out the experiments of one kind.
[[nodiscard]] analysis::EffectResult measure_effect(EffectKind kind, EffectRuns& runs);

} // namespace opschaling::app
