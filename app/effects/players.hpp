#pragma once

#include "analysis/effects/coalition.hpp"
#include "analysis/effects/telescope.hpp"
#include "models/world/world.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace opschaling::app {

/// The wijken that can take part, as players: the hosts of sites, in the order of the world.
struct Players {
    std::vector<models::WijkId> sites;
    std::vector<double> homes;
    std::vector<analysis::Stratum> strata; ///< by density and size
    analysis::Hierarchy hierarchy;         ///< gemeente, and RES-regio where there is more than one
    std::vector<std::string> levels;       ///< names of those levels

    [[nodiscard]] std::size_t size() const { return sites.size(); }

    /// Who takes part, by wijk of the world.
    [[nodiscard]] std::vector<std::uint8_t> by_wijk(models::World const& world,
                                                    analysis::Coalition const& coalition) const;
};

[[nodiscard]] Players players_of(models::World const& world);

} // namespace opschaling::app
