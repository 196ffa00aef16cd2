#include "models/world/join_small_wijken.hpp"

#include "sim/network/build.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace opschaling::models {

namespace {

constexpr std::uint32_t nowhere{0xFFFFFFFF};

/// The largest wijk that a neighbour in the same gemeente already belongs to.
std::uint32_t best_next_door(Geography const& geography, std::vector<std::uint32_t> const& site,
                             std::uint32_t wijk) {
    auto const gemeente = geography.gemeente_of_wijk[sim::id_at<WijkId>(wijk)];
    std::uint32_t best{nowhere};
    std::tuple<std::uint32_t, std::uint32_t> best_rank{};
    for (auto const next : geography.wijk_neighbours.neighbours(wijk)) {
        if (site[next] == nowhere ||
            geography.gemeente_of_wijk[sim::id_at<WijkId>(next)] != gemeente) {
            continue;
        }
        auto const host = sim::id_at<WijkId>(site[next]);
        std::tuple const rank{geography.homes_of_wijk.count(host), geography.wijk_key[host]};
        if (best == nowhere || rank > best_rank) {
            best = site[next];
            best_rank = rank;
        }
    }
    return best;
}

/// One border further each round, all small wijken at once, so that their order plays no part.
std::vector<std::uint32_t> find_sites(std::uint32_t smallest, Geography const& geography) {
    std::size_t const wijken = geography.wijk_codes.size();
    std::vector<std::uint32_t> site(wijken, nowhere);
    for (std::uint32_t wijk = 0; wijk < wijken; ++wijk) {
        if (geography.homes_of_wijk.count(sim::id_at<WijkId>(wijk)) >= smallest) {
            site[wijk] = wijk;
        }
    }
    for (bool changed = true; changed;) {
        auto next = site;
        for (std::uint32_t wijk = 0; wijk < wijken; ++wijk) {
            if (site[wijk] == nowhere) {
                next[wijk] = best_next_door(geography, site, wijk);
            }
        }
        changed = next != site;
        site = std::move(next);
    }
    for (std::uint32_t wijk = 0; wijk < wijken; ++wijk) {
        if (site[wijk] == nowhere) {
            site[wijk] = wijk;
        }
    }
    return site;
}

} // namespace

void join_small_wijken(std::uint32_t smallest, Geography& geography) {
    auto const site = find_sites(smallest, geography);
    std::size_t const wijken = site.size();
    std::vector<std::vector<std::uint32_t>> members(wijken);
    for (std::uint32_t wijk = 0; wijk < wijken; ++wijk) {
        members[site[wijk]].push_back(wijk);
    }
    Sites sites;
    sites.of_wijk = sim::Column<WijkId, WijkId>(wijken);
    sites.straten_before = sim::Column<WijkId, std::uint32_t>(wijken);
    for (std::uint32_t host = 0; host < wijken; ++host) {
        auto& of_site = members[host];
        // By their own numbers, which no order of storage changes.
        std::ranges::sort(of_site, {}, [&](std::uint32_t wijk) {
            return std::pair{wijk != host, geography.wijk_key[sim::id_at<WijkId>(wijk)]};
        });
        std::uint32_t straten{0};
        for (auto const wijk : of_site) {
            auto const id = sim::id_at<WijkId>(wijk);
            sites.of_wijk[id] = sim::id_at<WijkId>(host);
            sites.straten_before[id] = straten;
            straten += geography.straten_of_wijk.count(id);
            sites.members.push_back(id);
        }
        sites.rows.storage().push_back(static_cast<std::uint32_t>(sites.members.size()));
    }
    std::vector<sim::Tie> ties;
    for (std::uint32_t wijk = 0; wijk < wijken; ++wijk) {
        for (auto const next : geography.wijk_neighbours.neighbours(wijk)) {
            if (site[wijk] < site[next]) {
                ties.emplace_back(site[wijk], site[next]);
            }
        }
    }
    sites.neighbours = sim::build_graph(wijken, ties);
    geography.sites = std::move(sites);
}

} // namespace opschaling::models
