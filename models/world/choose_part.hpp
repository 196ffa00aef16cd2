#pragma once

#include "models/world/buurt_table.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// The buurten (row numbers) of a part with about `share` of the country's homes: whole RES-regio's
/// from a twentieth of the country on, else whole gemeenten of one regio, and for share 0 a single
/// buurt of about 760 homes, the size of a proeftuin. Of many keyed candidates it is the one
/// nearest in homes, in gemeenten and in types and tenure to a country in little.
[[nodiscard]] std::vector<std::uint32_t> choose_part(BuurtTable const& country, double share,
                                                     std::uint32_t seed);

} // namespace opschaling::models
