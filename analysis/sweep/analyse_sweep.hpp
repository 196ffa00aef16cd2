#pragma once

#include "analysis/compare/paired.hpp"
#include "analysis/discovery/prim.hpp"
#include "analysis/discovery/robustness.hpp"
#include "analysis/discovery/tree.hpp"
#include "analysis/sensitivity/convergence.hpp"
#include "analysis/sensitivity/elementary_effects.hpp"
#include "analysis/sensitivity/given_data.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/sweep/sweep_table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::analysis {

enum class Method : std::uint8_t { sobol, morris, given_data, prim, tree, robustness, paired };

/// An outcome above or below a figure.
struct Condition {
    std::size_t outcome{0};
    bool is_above{true};
    double threshold{0.0};
};

/// One thing asked of a sweep.
struct Question {
    Method method{Method::sobol};
    std::vector<std::size_t> outcomes;
    std::vector<Condition> conditions; ///< of prim, tree and robustness: all must hold
    std::string text;                  ///< the conditions as written
    double alpha{0.05};
};

/// What is asked of an outcome under a policy.
struct AboutOutcome {
    std::size_t outcome{0};
    std::size_t policy{0};
};

struct SobolFinding : AboutOutcome {
    SobolIndices indices;
    Convergence convergence;
};

struct EffectsFinding : AboutOutcome {
    ElementaryEffects effects;
};

struct GivenDataFinding : AboutOutcome {
    std::vector<GivenDataIndex> inputs;
    std::size_t points{0};
};

struct BoxesFinding {
    std::size_t policy{0};
    std::string text;
    PrimResult result;
};

struct TreeFinding {
    std::size_t policy{0};
    std::string text; ///< empty: of failed runs, under any policy
    std::vector<TreeNode> nodes;
};

struct RobustnessFinding {
    std::size_t outcome{0};
    std::string text; ///< the condition of satisficing; empty for none
    std::size_t scenarios{0};
    std::vector<Robustness> policies;
    /// By policy, the share of points in which all conditions hold; NaN without a condition.
    std::vector<double> satisficing;
};

/// One policy against the first over the sampled points.
struct PolicyDifference {
    std::size_t policy{0};
    PairedDifference difference; ///< over points, at a level that holds for all policies together
    double share_more{0.0};      ///< of the points in which it has more
    double share_less{0.0};
};

struct PairedFinding {
    std::size_t outcome{0};
    std::size_t points{0};
    std::vector<PolicyDifference> policies;
};

/// All that was found in a sweep.
struct SweepFindings {
    std::vector<SobolFinding> sobol;
    std::vector<EffectsFinding> effects;
    std::vector<GivenDataFinding> given_data;
    std::vector<BoxesFinding> boxes;
    std::vector<TreeFinding> trees;
    std::vector<RobustnessFinding> robustness;
    std::vector<PairedFinding> paired;
};

/// What can be asked of a sweep whose experiment asks nothing: the indices that its design is for,
/// and its policies against each other.
[[nodiscard]] std::vector<Question> usual_questions(SweepTable const& table);

/// What is wrong with the questions, in sentences: indices that the design is not for.
[[nodiscard]] std::vector<std::string> complaints_of(SweepTable const& table,
                                                     std::vector<Question> const& questions);

/// Answers the questions, each under every policy; and where runs failed, if any did.
[[nodiscard]] SweepFindings analyse_sweep(SweepTable const& table,
                                          std::vector<Question> const& questions);

} // namespace opschaling::analysis
