#include "models/warmtenet/find_supply.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace opschaling::models {

namespace {

/// Mean distance between two points in a unit square.
constexpr double mean_distance{0.5214};
constexpr double m2_per_km2{1.0e6};
constexpr double m_per_km{1000.0};
constexpr std::size_t rings{3}; ///< wijk, gemeente, RES-regio

double across(std::int64_t area) {
    return mean_distance * std::sqrt(static_cast<double>(area) / m2_per_km2);
}

/// 0 in the same wijk, 1 in the same gemeente, 2 in the same RES-regio, else 3.
std::size_t ring_of(Geography const& geography, WijkId wijk, NetSource const& source) {
    auto const there = sim::id_at<WijkId>(source.wijk);
    auto const here_gemeente = geography.gemeente_of_wijk[wijk];
    auto const there_gemeente = geography.gemeente_of_wijk[there];
    if (wijk == there) {
        return 0;
    }
    if (here_gemeente == there_gemeente) {
        return 1;
    }
    return geography.regio_of_gemeente[here_gemeente] == geography.regio_of_gemeente[there_gemeente]
               ? 2
               : rings;
}

} // namespace

Areas measure_areas(World const& world) {
    auto const& geography = world.geography;
    Areas areas{sim::Column<WijkId, std::int64_t>(world.wijken()),
                sim::Column<GemeenteId, std::int64_t>(world.gemeenten()),
                sim::Column<RegioId, std::int64_t>(world.regios())};
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        double const density = std::max(1.0, double{geography.address_density[wijk]});
        areas.wijk[wijk] = std::llround(geography.homes_of_wijk.count(wijk) / density * m2_per_km2);
        auto const gemeente = geography.gemeente_of_wijk[wijk];
        areas.gemeente[gemeente] += areas.wijk[wijk];
        areas.regio[geography.regio_of_gemeente[gemeente]] += areas.wijk[wijk];
    }
    return areas;
}

bool within_regio(Geography const& geography, WijkId wijk, NetSource const& source) {
    return ring_of(geography, wijk, source) < rings;
}

double distance_to(Geography const& geography, Areas const& areas, WijkId wijk,
                   NetSource const& source) {
    auto const& measured = geography.measured[wijk];
    auto const x = measured[Measured::rd_x];
    auto const y = measured[Measured::rd_y];
    if (x && y && source.x > 0.0F && within_regio(geography, wijk, source)) {
        return std::hypot(*x - static_cast<double>(source.x), *y - static_cast<double>(source.y)) /
               m_per_km;
    }
    auto const gemeente = geography.gemeente_of_wijk[wijk];
    switch (ring_of(geography, wijk, source)) {
    case 0:
        return across(areas.wijk[wijk]);
    case 1:
        return across(areas.gemeente[gemeente]);
    case 2:
        return across(areas.regio[geography.regio_of_gemeente[gemeente]]);
    default:
        return std::numeric_limits<double>::infinity();
    }
}

std::vector<Supply> supplies_for(World const& world, Areas const& areas,
                                 std::vector<NetSource> const& sources, bool low_temperature,
                                 WijkId wijk) {
    auto const& geography = world.geography;
    std::array<std::array<std::uint32_t, rings>, source_kinds> best;
    for (auto& row : best) {
        row.fill(no_source);
    }
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        auto const ring = ring_of(geography, wijk, sources[s]);
        if (ring >= rings) {
            continue;
        }
        auto& holds = best[static_cast<std::size_t>(sources[s].kind)][ring];
        auto const key_of = [&](std::uint32_t i) {
            return geography.wijk_key[sim::id_at<WijkId>(sources[i].wijk)];
        };
        if (holds == no_source || sources[s].left() > sources[holds].left() ||
            (sources[s].left() == sources[holds].left() && key_of(s) < key_of(holds))) {
            holds = s;
        }
    }
    std::vector<Supply> supplies;
    for (auto const& row : best) {
        for (auto const s : row) {
            if (s != no_source) {
                auto const& source = sources[s];
                supplies.push_back({.source = s,
                                    .kind = source.kind,
                                    .km = distance_to(geography, areas, wijk, source),
                                    .power_left = static_cast<double>(source.left()),
                                    .coupled = source.coupled != 0});
            }
        }
    }
    if (low_temperature) {
        supplies.push_back({.power_left = std::numeric_limits<double>::infinity()});
    }
    return supplies;
}

} // namespace opschaling::models
