#pragma once

#include "sim/random/dice.hpp"

namespace opschaling::models {

/// Streams with which a world is made, 900 and up; a number is never reused.
namespace world_streams {
inline constexpr sim::Stream gemeente_sizes{901};
inline constexpr sim::Stream gemeente_regios{902};
inline constexpr sim::Stream buurt_sizes{903};
inline constexpr sim::Stream gemeente_character{904};
inline constexpr sim::Stream wijk_character{905};
inline constexpr sim::Stream buurt_character{906};
inline constexpr sim::Stream part_of_country{907};
inline constexpr sim::Stream building_age{908};
inline constexpr sim::Stream places_in_straat{910};
inline constexpr sim::Stream heat_demand{911};
inline constexpr sim::Stream weak_ties{912};
inline constexpr sim::Stream new_homes{913};
inline constexpr sim::Stream warmtenet_places{914};
inline constexpr sim::Stream wijk_context{915};
inline constexpr sim::Stream insulation{916};
inline constexpr sim::Stream heat_sources{917};
inline constexpr sim::Stream intervention_costs{918};
inline constexpr sim::Stream dwelling_shapes{919};
} // namespace world_streams

/// The dice of a world depend on its places alone, not on a study's seed: the homes of a wijk are
/// the same in every study.
inline constexpr sim::Seed world_seed{.study = 2018, .replication = 0};

} // namespace opschaling::models
