#pragma once

#include "models/warmtenet/nets.hpp"
#include "models/world/turn.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Land of each place in m2, from its homes and their density: whole numbers, so that any order of
/// adding gives the same.
struct Areas {
    sim::Column<WijkId, std::int64_t> wijk;
    sim::Column<GemeenteId, std::int64_t> gemeente;
    sim::Column<RegioId, std::int64_t> regio;
};

[[nodiscard]] Areas measure_areas(World const& world);

/// From where a net could have its heat.
struct Supply {
    std::uint32_t source{no_source};
    SourceKind kind{SourceKind::local};
    double km{0.0};
    double power_left{0.0}; ///< kW
    bool coupled{false};
};

/// Kilometres between a wijk and a source: as the crow flies where both places are known, else the
/// mean distance between two points in a square with the area of the smallest place that holds
/// both. Nothing reaches beyond the RES-regio.
[[nodiscard]] double distance_to(Geography const& geography, Areas const& areas, WijkId wijk,
                                 NetSource const& source);
[[nodiscard]] bool within_regio(Geography const& geography, WijkId wijk, NetSource const& source);

/// Of each kind the roomiest source in the wijk, in the gemeente and in the RES-regio; and what the
/// wijk has itself where its net is one of low temperature.
[[nodiscard]] std::vector<Supply> supplies_for(World const& world, Areas const& areas,
                                               std::vector<NetSource> const& sources,
                                               bool low_temperature, WijkId wijk);

} // namespace opschaling::models
