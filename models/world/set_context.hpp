#pragma once

#include "models/world/world.hpp"

namespace opschaling::models {

/// Gives each wijk its eight z-scores against the Dutch mean and how far they vary within it. What
/// the homes show is counted from the homes; participation, nearness of heat sources and room on
/// the grid are not in the figures of a buurt and are thrown, standard normal, by the wijk's key
/// (assumption).
void set_context(World& world);

/// One dimension of the context before it becomes a z-score: mean and standard deviation over
/// Dutch wijken, weighted by homes.
struct ContextReference {
    double mean;
    double deviation;
};

/// The references that the z-scores are taken against: fixed, so that a wijk has the same context
/// in every world.
[[nodiscard]] std::array<ContextReference, 5> const& context_references();

/// The five dimensions that are counted: mean building year, logarithm of addresses per km2,
/// corporatie share, VvE share and low-income share with its sign turned. Zero in an empty wijk.
[[nodiscard]] std::array<double, 5> count_context(World const& world, WijkId wijk);

} // namespace opschaling::models
