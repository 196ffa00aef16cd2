#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

#include <string>

namespace opschaling::app {

/// Carries out a counterfactual experiment on the world and horizon of a study: table, result file,
/// CSV, JSON and page in results/NAME_KIND/. What is finished is kept at a stop.
[[nodiscard]] ExitCode effects(EffectsCommand const& command, Arguments const& arguments,
                               Console const& console);

/// The tables of an experiment as text, each with its sentence.
[[nodiscard]] std::string effect_tables(analysis::EffectResult const& result,
                                        analysis::Language language);

} // namespace opschaling::app
