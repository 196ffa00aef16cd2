#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Votes fall in the second and the fourth quarter of a year.
[[nodiscard]] bool votes_in(sim::Quarter quarter);

/// Chance that a rule passes a vote: more with evidence, signals and Chiefs of Staff, less with
/// opposition (model.md 1.16).
[[nodiscard]] double chance_to_pass(Turn const& turn, std::size_t rule);

[[nodiscard]] bool passes_vote(Turn const& turn, std::size_t rule, sim::Quarter quarter);

} // namespace opschaling::models
