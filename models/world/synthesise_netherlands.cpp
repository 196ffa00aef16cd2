#include "models/world/build_world.hpp"
#include "models/world/choose_part.hpp"
#include "models/world/number_places.hpp"
#include "models/world/synthesise_figures.hpp"
#include "models/world/synthesise_places.hpp"

#include <cmath>
#include <string>

namespace opschaling::models {

BuurtTable synthetic_netherlands(double share, std::uint32_t seed) {
    auto places = synthetic::synthesise_places(seed);
    synthetic::synthesise_figures(seed, places);
    auto& country = places.table;
    number_homes(country);
    country.name = "Synthetic Netherlands";
    country.source = "synthetic: no real gemeente, wijk or buurt; sizes and shares drawn from the "
                     "published distributions G5-G14, G16 and G17 of the parameter tables (CBS, "
                     "Energy Transition Model nl2023) with seed " +
                     std::to_string(seed);
    if (share >= 1.0) {
        return std::move(country);
    }
    auto part = part_of(country, choose_part(country, share, seed));
    part.name += ", a part of " + std::to_string(part.gemeenten.size()) +
                 (part.gemeenten.size() == 1 ? " gemeente" : " gemeenten");
    return part;
}

} // namespace opschaling::models
