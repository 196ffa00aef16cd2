#pragma once

#include "analysis/effects/coalition.hpp"
#include "analysis/effects/player_sample.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Players in groups within groups: by level, from the smallest groups up, the group of each
/// player. The players themselves are below the first level, all together above the last.
struct Hierarchy {
    std::size_t players{0};
    std::vector<std::vector<std::uint32_t>> levels;
};

/// The groups of one level that are run: which, and their places among the coalitions.
struct DrawnGroups {
    PlayerSample sample;
    std::vector<std::vector<std::size_t>> places; ///< as `sample.players` lists them
};

/// The coalitions whose worth the telescoping needs: nobody, groups of every level, everybody.
struct TelescopeDesign {
    std::vector<Coalition> coalitions;
    std::vector<DrawnGroups> groups; ///< by level
    std::size_t of_nobody{0};
    std::size_t of_everybody{0};
};

/// Every group of a level that has no more than `most`; else about so many by lot, large ones more
/// often: in four classes of size, each with a part in proportion to its players' `sizes` (one a
/// player, none when all are alike).
[[nodiscard]] TelescopeDesign
design_telescope(Hierarchy const& hierarchy,
                 std::size_t most = std::numeric_limits<std::size_t>::max(), sim::Seed seed = {},
                 std::span<double const> sizes = {});

/// Where the whole differs from its parts: for each level, what its groups are worth beyond the
/// groups below them, and last what all are worth beyond the groups of the highest level. The sum
/// is N, exactly, however many groups were drawn. `alone` is V'(0), exact or estimated.
[[nodiscard]] std::vector<double> telescope(TelescopeDesign const& design,
                                            std::span<double const> worths, double alone);

} // namespace opschaling::analysis
