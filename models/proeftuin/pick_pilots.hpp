#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// A wijk that a gemeente proposes as a proeftuin.
struct Applicant {
    double score{0.0};
    std::uint32_t key{0}; ///< of the gemeente
    GemeenteId gemeente{};
    WijkId wijk{};
};

/// Trust and energy of a wijk together, as one z-score.
[[nodiscard]] double strength_of(Turn const& turn, WijkId wijk);

/// Staff of a gemeente against one of the second size class, as a logarithm.
[[nodiscard]] double capacity_of(Turn const& turn, GemeenteId gemeente);

/// How keen a gemeente is, standard normal: for good.
[[nodiscard]] double ambition_of(Turn const& turn, GemeenteId gemeente);

/// The proposal with its score: psi times trust, energy, capacity and ambition, and noise. `step`
/// names the round.
[[nodiscard]] Applicant applicant_for(Turn const& turn, GemeenteId gemeente, WijkId wijk,
                                      std::uint32_t step);

/// Proeftuinen beside the rounds that this world gets in a year: its share of all places so far,
/// rounded, less what earlier years gave.
[[nodiscard]] std::size_t places_in(Turn const& turn, sim::Quarter quarter);

/// Picks among the proposals by the mode of selection, and begins a proeftuin in each wijk picked.
/// The systematic mode passes over the proposals and takes wijken that are unlike one another.
void begin_pilots(Turn& turn, std::vector<Applicant> applicants, std::size_t places,
                  sim::Quarter quarter);

} // namespace opschaling::models
