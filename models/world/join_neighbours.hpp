#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/world.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Which wijken lie next to each other. Buurten of one CBS wijk follow each other in order of code,
/// with chords to the next but one: codes are dealt out by area, so that near codes are mostly near
/// places (assumption). Where the table has borders for every CBS wijk of a gemeente, two CBS
/// wijken with a border are joined by the buurten whose middles are nearest, across the borders of
/// gemeenten too; elsewhere the wijken of a gemeente make a ring and no tie leaves it.
void join_neighbours(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                     Geography& geography);

} // namespace opschaling::models
