#pragma once

#include "analysis/hypotheses/judge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// The inequalities of one hypothesis: those that it claims, and its nulls and reversals.
struct JudgedHypothesis {
    std::vector<Judged> claims;
    std::vector<Judged> controls;
};

enum class Verdict : std::uint8_t {
    met,          ///< all that is claimed holds, and so do null and reversal
    met_in_part,  ///< all that is claimed holds, but not null or reversal
    missed,       ///< something that is claimed fails
    inconclusive, ///< chance is too large to tell
    not_measured  ///< nothing is claimed of figures
};

struct ListedVerdict {
    Verdict verdict{Verdict::not_measured};
    double p{1.0}; ///< the largest of the claims' own, adjusted for the length of the list (Holm)
};

/// Verdicts of a list that may be held against one level together: a hypothesis has the largest p
/// of its claims (all must hold), adjusted by Holm over the hypotheses that claim something.
[[nodiscard]] std::vector<ListedVerdict> judge_list(std::span<JudgedHypothesis const> hypotheses,
                                                    double level = 0.05);

} // namespace opschaling::analysis
