#pragma once

#include "models/bewoner/ask.hpp"

#include <cstdint>

namespace opschaling::models {

/// Works that bring a home to a better state of insulation, paid by its owner with the national
/// subsidy; done at once, since other crews than those of the heating queue do them. Does nothing
/// where the home is as good already.
void insulate(Turn& turn, WijkId wijk, std::uint32_t home, Insulation to);

/// An owner who has moved in, or who renovates, may take up insulation: a step to a good state, or
/// from there to an excellent one, if it weighs more than leaving things as they are.
void consider_insulation(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                         bool renovates);

/// Whether the choice of heating comes up in the renovation of this quarter.
[[nodiscard]] bool renovation_opens_heating(WijkTurn const& here, std::uint32_t home);

/// What a household gains in utility by a step of insulation, before noise.
[[nodiscard]] double utility_of_insulation(ChoiceSetting const& setting, Chooser const& chooser,
                                           Insulation to);

} // namespace opschaling::models
