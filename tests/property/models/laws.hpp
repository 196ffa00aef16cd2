#pragma once

#include "models/world/parameters.hpp"
#include "models/world/simulation.hpp"
#include "models/world/world.hpp"

#include <cstdint>
#include <string>

namespace opschaling::tests {

/// What a run has added up so far, for laws over its whole history.
struct Ledger {
    std::int64_t asked{0};
    std::int64_t granted{0};
    std::int64_t withdrawn{0};
    std::int64_t programme{0}; ///< EUR spent in wijken
};

/// Which conservation laws do not hold at the end of a quarter, in words; empty when all hold.
/// Everything counted is counted again from the homes.
[[nodiscard]] std::string broken_laws(models::World const& world,
                                      models::Parameters const& parameters,
                                      models::Simulation const& simulation, Ledger& ledger);

} // namespace opschaling::tests
