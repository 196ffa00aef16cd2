#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/report/sweep_tables.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// In which part of sampled assumptions a difference points the way it does on average.
struct SignFinding {
    std::string text; ///< the outcome and the compared policy
    double share{1.0};
};

/// A part of the samples from which on a sign counts as robust.
inline constexpr double robust_share{0.95};

/// What other results say beside a study: experiments on its effects, and sweeps over assumptions.
struct Evidence {
    std::vector<EffectResult> effects;
    std::vector<FindingTable> findings;
    std::vector<SignFinding> signs;
};

} // namespace opschaling::analysis
