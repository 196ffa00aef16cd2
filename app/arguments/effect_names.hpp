#pragma once

#include "app/arguments/arguments.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::app {

/// The kinds of `effects` as typed, in the order in which help lists them, "hypotheses" last.
[[nodiscard]] std::vector<std::string> effect_names();

/// Nothing for a word that is no kind of experiment.
[[nodiscard]] std::optional<EffectKind> effect_called(std::string_view name);

} // namespace opschaling::app
