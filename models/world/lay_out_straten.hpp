#pragma once

#include "models/world/fit_marginals.hpp"
#include "models/world/world.hpp"

#include <cstdint>

namespace opschaling::models {

/// Straten of about `homes_per_straat` homes in a wijk of this size: none in an empty one.
[[nodiscard]] std::uint32_t straten_for(std::uint32_t homes, int homes_per_straat);

/// Homes before place `part` of `parts` equal parts of `homes`.
[[nodiscard]] constexpr std::uint32_t part_start(std::uint32_t homes, std::uint32_t parts,
                                                 std::uint32_t part) {
    return static_cast<std::uint32_t>(std::uint64_t{homes} * part / parts);
}

/// Puts the homes of one wijk side by side in its straten: homes of one period, type and owner
/// mostly together, with keyed disorder at the edges; within a straat by tenure, so that next-door
/// neighbours mostly share it. Each has the plain shape of its type. The ranges of homes and
/// straten of the wijk must be known.
void lay_out_straten(WijkId wijk, KindCounts const& kinds, Geography const& geography,
                     Dwellings& dwellings);

} // namespace opschaling::models
