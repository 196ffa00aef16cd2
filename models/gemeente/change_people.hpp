#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>

namespace opschaling::models {

/// The seat of the project leader among those of a core team.
inline constexpr std::size_t leader_seat{0};

/// People of core teams leave, posts stay empty for a while, newcomers take over what was handed
/// over and come to know the wijk; gemeenten forget, and their departments grow together or apart
/// (model.md 1.7 and 1.8).
void change_people(Turn& turn, sim::Quarter quarter);

/// Part of the seats of a project's core team that is filled in this quarter.
[[nodiscard]] double seats_filled(Project const& project);

/// Work that a project's team gets done in the time of one that knows the wijk, has no empty post,
/// no experience of other wijken and departments that work as one.
[[nodiscard]] double pace_of(Turn const& turn, Project const& project);

/// A project's people did some work: its gemeente will remember, in wijken of the reference size.
void remember_work(Turn& turn, Project const& project, double fte_years);

} // namespace opschaling::models
