#include "app/effects/players.hpp"

#include <algorithm>
#include <map>

namespace opschaling::app {

namespace {

/// Numbers from 0 in the order of first appearance.
std::vector<std::uint32_t> renumbered(std::vector<std::uint32_t> const& groups) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> renumbered;
    for (auto const group : groups) {
        auto const next = static_cast<std::uint32_t>(numbers.size());
        renumbered.push_back(numbers.try_emplace(group, next).first->second);
    }
    return renumbered;
}

bool has_several(std::vector<std::uint32_t> const& groups) {
    return !groups.empty() && *std::ranges::max_element(groups) > 0;
}

} // namespace

std::vector<std::uint8_t> Players::by_wijk(models::World const& world,
                                           analysis::Coalition const& coalition) const {
    std::vector<std::uint8_t> takes_part(world.wijken(), 0);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        takes_part[sim::position(sites[i])] = coalition[i];
    }
    return takes_part;
}

Players players_of(models::World const& world) {
    auto const& geography = world.geography;
    Players players;
    std::vector<std::uint32_t> gemeente;
    std::vector<std::uint32_t> regio;
    std::vector<std::uint32_t> density;
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<models::WijkId>(w);
        if (!geography.sites.is_host(wijk)) {
            continue;
        }
        double homes{0.0};
        for (auto const member : geography.sites.wijken(wijk)) {
            homes += geography.homes_of_wijk.count(member);
        }
        auto const of = geography.gemeente_of_wijk[wijk];
        players.sites.push_back(wijk);
        players.homes.push_back(homes);
        gemeente.push_back(static_cast<std::uint32_t>(of));
        regio.push_back(static_cast<std::uint32_t>(geography.regio_of_gemeente[of]));
        auto const urbanity = geography.urbanity[wijk];
        density.push_back(urbanity <= 2 ? 0U : urbanity == 3 ? 1U : 2U);
    }
    // Half of the sites are small: strata by density and size.
    auto sorted = players.homes;
    std::ranges::sort(sorted);
    double const middle = sorted.empty() ? 0.0 : sorted[sorted.size() / 2];
    std::vector<std::uint32_t> stratum;
    for (std::size_t i = 0; i < players.size(); ++i) {
        stratum.push_back(density[i] * 2 + (players.homes[i] > middle ? 1U : 0U));
    }
    players.strata = analysis::strata_of(stratum);
    players.hierarchy.players = players.size();
    if (has_several(renumbered(gemeente))) {
        players.hierarchy.levels.push_back(renumbered(gemeente));
        players.levels.emplace_back("gemeente");
    }
    if (has_several(renumbered(regio))) {
        players.hierarchy.levels.push_back(renumbered(regio));
        players.levels.emplace_back("res_regio");
    }
    return players;
}

} // namespace opschaling::app
