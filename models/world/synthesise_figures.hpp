#pragma once

#include "models/world/synthesise_places.hpp"

#include <cstdint>

namespace opschaling::models::synthetic {

/// Gives every buurt its figures: densities as CBS 2024, apartments, tenure (G11, G17), types
/// (G12), periods (G13), income (G16) and WOZ correlated with them, national means met by raking.
void synthesise_figures(std::uint32_t seed, Places& places);

} // namespace opschaling::models::synthetic
