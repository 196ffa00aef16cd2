#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/effects/hypotheses.hpp"
#include "app/exit_code.hpp"

#include <string>

namespace opschaling::app {

/// `effects hypotheses`: judges a list, or checks that a kept result is of this model.
[[nodiscard]] ExitCode hypotheses(EffectsCommand const& command, Arguments const& arguments,
                                  Console const& console);

/// The list as tables: one of verdicts, then each inequality, then what failed.
[[nodiscard]] std::string hypotheses_tables(HypothesesResult const& result, bool markdown,
                                            analysis::Language language);

} // namespace opschaling::app
