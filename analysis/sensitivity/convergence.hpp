#pragma once

#include "analysis/sensitivity/sobol_indices.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Whether indices are known well enough to be used (Sarrazin, Pianosi and Wagener 2016).
struct Convergence {
    /// The widest interval of an index; below .05 the figures themselves can be quoted.
    double widest{0.0};
    bool figures_settled{false};
    /// Whether the inputs above the screening level have the same order by ST on half the rows:
    /// the ranking can be quoted.
    bool ranks_settled{false};
    /// Inputs whose ST lies below .05 by its whole interval: these can be fixed.
    std::vector<std::size_t> without_influence;
    /// Inputs that are neither without influence nor surely with.
    std::vector<std::size_t> undecided;
    bool first_exceeds_one{false};   ///< the S add up to more than 1, beyond their intervals
    bool first_exceeds_total{false}; ///< an S lies above its ST, beyond their intervals
    bool estimators_disagree{false}; ///< by more than .05
};

[[nodiscard]] Convergence judge_convergence(DesignShape const& shape,
                                            std::span<double const> figures,
                                            SobolIndices const& indices);

} // namespace opschaling::analysis
