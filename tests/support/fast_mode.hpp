#pragma once

#include "models/world/turn.hpp"

namespace opschaling::tests {

/// The fallback of model.md 1.3 in place of households: the part of the homes of a project's wijk
/// that leaves gas in so many years, h = h_max * logistic(theta), with theta of equation (4) and
/// money as beta_R * ln R. Its three numbers (beta_0, beta_R, h_max) are assumptions that exist
/// here alone (ruling 9).
[[nodiscard]] double part_off_gas(models::Turn const& turn, models::Project const& project,
                                  double years);

} // namespace opschaling::tests
