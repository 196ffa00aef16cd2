#pragma once

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// What one input does to an outcome when it crosses its whole range (Morris 1991; Campolongo,
/// Cariboni and Saltelli 2007).
struct EffectOfInput {
    double mean{0.0}; ///< μ: signed
    /// μ*: of the size alone, with a bootstrap interval over trajectories
    SensitivityEstimate magnitude;
    double spread{0.0}; ///< σ: how much it differs by place: interaction or curvature
    std::size_t effects{0};
};

struct ElementaryEffects {
    std::vector<EffectOfInput> inputs;
    std::size_t trajectories{0};
    std::vector<DroppedRow> dropped; ///< a trajectory is a row
    /// The size that chance alone gives an effect, from how replications differ: an input with a
    /// smaller μ* cannot be told from none. NaN with fewer than two replications.
    double noise_floor{0.0};
};

/// The effects on one outcome from the runs of a Morris design, in the outcome's unit per whole
/// range of an input, so that inputs compare. `figures` has one list a replication, with one value
/// a point, NaN where the run failed: its trajectory is left out.
[[nodiscard]] ElementaryEffects estimate_effects(Design const& design,
                                                 std::vector<std::vector<double>> const& figures,
                                                 IndexOptions const& options = {});

} // namespace opschaling::analysis
