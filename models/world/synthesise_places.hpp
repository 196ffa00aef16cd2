#pragma once

#include "models/world/buurt_table.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models::synthetic {

/// A synthetic country with places and homes but without figures yet.
struct Places {
    BuurtTable table;
    /// How urban each gemeente is, standard normal.
    std::vector<double> urban_of_gemeente;
    /// Its rank among all sizes of buurten, standard normal.
    std::vector<double> size_of_buurt;
};

/// Gemeenten of the sizes G6 in the real RES-regio's (G7) and netbeheerder areas (G8, G9), each
/// with CBS wijken and buurten of the sizes G5. About 8.13 million homes (G10).
[[nodiscard]] Places synthesise_places(std::uint32_t seed);

} // namespace opschaling::models::synthetic
