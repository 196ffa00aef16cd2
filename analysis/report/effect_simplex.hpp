#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::analysis {

/// Mixtures of four routes in quarters, by keys such as "g1r0c2i1": a triangle of groei, replicatie
/// and circulatie for each part of institutionalisering, from nothing to all; the darker the more.
[[nodiscard]] std::string draw_effect_simplex(EffectTable const& table, Language language);

} // namespace opschaling::analysis
