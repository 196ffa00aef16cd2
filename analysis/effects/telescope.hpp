#pragma once

#include "analysis/effects/coalition.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Players in groups within groups: by level, from the smallest groups up, the group of each
/// player. The players themselves are below the first level, all together above the last.
struct Hierarchy {
    std::size_t players{0};
    std::vector<std::vector<std::uint32_t>> levels;
};

/// The coalitions whose worth the telescoping needs: nobody, every group of every level, everybody.
struct TelescopeDesign {
    std::vector<Coalition> coalitions;
    /// By level, the places in `coalitions` of its groups, in the order of their numbers.
    std::vector<std::vector<std::size_t>> groups;
    std::size_t of_nobody{0};
    std::size_t of_everybody{0};
};

[[nodiscard]] TelescopeDesign design_telescope(Hierarchy const& hierarchy);

/// Where the whole differs from its parts: for each level, what its groups are worth beyond the
/// groups below them, and last what all are worth beyond the groups of the highest level. The sum
/// is N, exactly. `alone` is V'(0), exact or estimated.
[[nodiscard]] std::vector<double> telescope(TelescopeDesign const& design,
                                            std::span<double const> worths, double alone);

} // namespace opschaling::analysis
