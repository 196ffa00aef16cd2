#pragma once

#include "models/warmtenet/business_case.hpp"
#include "models/world/turn.hpp"

#include <vector>

namespace opschaling::models {

/// A straat without a main in which households have signed, as an addition to a net: homes and heat
/// of those who signed, all of its main, the money that its project brings.
struct SignedStraat {
    StraatId straat{0};
    NetPlan plan{};
};

/// Straten of the project's site that have had its offer, in the order of reach.
[[nodiscard]] std::vector<StraatId> straten_reached(Geography const& geography,
                                                    Project const& project);

/// Straten that a net could take in now: reached, without a main, with a signature at least.
[[nodiscard]] std::vector<SignedStraat> signed_straten(Turn const& turn, Project const& project);

/// EUR that a straat adds to a net of that kind whose source is coupled already. What it asks of a
/// longer transport pipe is left to the plan as a whole.
[[nodiscard]] double value_of_straat(Turn const& turn, SignedStraat const& straat, SourceKind kind);

} // namespace opschaling::models
