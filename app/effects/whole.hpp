#pragma once

#include "app/effects/effect_runs.hpp"

namespace opschaling::app {

/// The whole and its parts (measurement.md 2.2): N of every outcome with Fieller's interval of its
/// share, the density curve, where it arises, by which mechanism (a variant of the study switches
/// each off), and on the grid under one substation what is physics and what behaviour.
[[nodiscard]] analysis::EffectResult effect_whole(EffectRuns& runs);

/// Of that the whole, its parts and what lies between alone: an experiment for a room that waits.
[[nodiscard]] analysis::EffectResult effect_curve(EffectRuns& runs);

/// Runs of one replication of it.
[[nodiscard]] std::size_t runs_of_curve(models::World const& world,
                                        scenarios::Precision const& precision);

} // namespace opschaling::app
