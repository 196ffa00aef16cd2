#pragma once

#include "analysis/effects/effect_result.hpp"

#include <string>

namespace opschaling::analysis {

/// The figures of a table as it asks to be drawn; empty where it asks for nothing. A curve stands
/// against its straight line; a waterfall goes from bar to bar, with what several do together as a
/// bar of its own; a simplex has a triangle for each part of the fourth.
[[nodiscard]] std::string draw_effect(EffectTable const& table, Language language);

} // namespace opschaling::analysis
