#pragma once

#include "models/project/projects.hpp"
#include "models/world/turn.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Works of others in a site that fall in the time in which a project executes.
struct OtherWork {
    std::size_t type{0};
    double at{0.0};          ///< years from now
    double project{0.0};     ///< years from now at which the project comes to the same straten
    std::uint32_t number{0}; ///< in the calendar of the site, for its dice
};

/// The works of others in a site during so many years from a quarter on, in order of type and time.
/// The calendar of a wijk is its own: it does not depend on what any project does.
[[nodiscard]] std::vector<OtherWork> works_beside(Turn const& turn, WijkId site, int now,
                                                  double years);

/// A project whose plan was just accepted joins itself to works of others, the most worthwhile
/// first, each in the strongest mode that people, time, contract, urgency and departments allow.
/// Why a coupling did not come as koppelkans is counted by the first cause.
void couple_works(Turn& turn, Project& project, int now);

/// Trust and installers that couplings bring; gemeenten that do not connect grow together first.
void let_couplings_work(Turn& turn, sim::Quarter quarter);

[[nodiscard]] inline Couplings const& couplings_of(Turn const& turn, Project const& project) {
    return turn.state.koppelkansen.of_site[sim::id_at<WijkId>(project.wijk)];
}

/// Factor on the base hazard of a stall: plans of others move too.
[[nodiscard]] double variance_by_couplings(Turn const& turn, Project const& project);

void start_koppelkansen(World const& world, State& state);

} // namespace opschaling::models
