#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/world.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Which wijken lie next to each other, as long as no map is loaded: a ring of all wijken of a
/// gemeente in order of code, and chords to the next but one within the same CBS wijk. Codes are
/// dealt out by area, so that near codes are mostly near places (assumption). No tie crosses the
/// border of a gemeente.
void join_neighbours(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                     Geography& geography);

} // namespace opschaling::models
