#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/effects/stopping.hpp"
#include "app/effects/effect_runs.hpp"
#include "scenarios/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::app {

/// Why replications ended.
enum class StopReason : std::uint8_t {
    asked,   ///< the study asks for so many, whatever comes of it
    precise, ///< all that is watched is known as well as asked
    most     ///< no more were allowed
};

/// The rule that a study's precision comes down to.
[[nodiscard]] analysis::StoppingRule rule_of(scenarios::Study const& study);

[[nodiscard]] StopReason reason_for(scenarios::Study const& study,
                                    std::vector<Watched> const& watched);

/// "asked", "precise" or "most".
[[nodiscard]] std::string word_for(StopReason reason);

/// How many replications were run and allowed, and by figure half the width of its interval and
/// what was asked.
[[nodiscard]] analysis::EffectTable precision_table(scenarios::Study const& study,
                                                    std::uint32_t replications,
                                                    std::vector<Watched> const& watched);

} // namespace opschaling::app
