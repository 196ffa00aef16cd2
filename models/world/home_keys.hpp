#pragma once

#include "models/world/world.hpp"

#include <cstdint>

namespace opschaling::models {

/// The stable number of a straat: that of its first home.
[[nodiscard]] inline std::uint32_t key_of_straat(Geography const& geography, StraatId straat) {
    auto const wijk = geography.wijk_of_straat[straat];
    return geography.homes_key[wijk] +
           (geography.homes_of_straat.begin(straat) - geography.homes_of_wijk.begin(wijk));
}

} // namespace opschaling::models
