#pragma once

#include "models/world/world.hpp"

#include <cstdint>

namespace opschaling::models {

/// A wijk with fewer homes than `smallest` starts no project of its own: it joins the site of the
/// largest wijk of its gemeente that lies nearest, counted in borders crossed, so that a project
/// there works for both (ruling 6). Where no wijk of the gemeente is large enough it stays alone.
/// Fills the sites of the geography. Nearest by borders is an assumption.
void join_small_wijken(std::uint32_t smallest, Geography& geography);

} // namespace opschaling::models
