#pragma once

#include "models/bewoner/ask.hpp"

#include <cstdint>

namespace opschaling::models {

/// The corporatie homes of a straat come up for renovation, or a project knocks: the corporatie
/// takes the option with the lowest net present cost within its cap, then enough tenants must
/// consent (ruling 13).
void decide_for_corporatie(WijkTurn const& here, std::uint32_t straat);

/// The owners of a VvE vote on leaving gas; a decision is carried out after its lead time.
void vote_in_vve(WijkTurn const& here, std::uint32_t straat);

/// The works that a VvE decided on begin: its homes on gas ask for the option.
void carry_out_vve_decision(WijkTurn const& here, std::uint32_t straat);

} // namespace opschaling::models
