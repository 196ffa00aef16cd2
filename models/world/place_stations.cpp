#include "models/world/place_stations.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

void place_stations(int homes_per_station, Geography& geography) {
    auto& station_of_straat = geography.station_of_straat.storage();
    auto& wijk_of_station = geography.wijk_of_station.storage();
    for (std::size_t i = 0; i < geography.wijk_codes.size(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        std::uint32_t const straten = geography.straten_of_wijk.count(wijk);
        if (straten == 0) {
            continue;
        }
        double const wanted = std::round(geography.homes_of_wijk.count(wijk) /
                                         static_cast<double>(homes_per_station));
        auto const stations = std::clamp(static_cast<std::uint32_t>(wanted), 1U, straten);
        auto const first = static_cast<std::uint32_t>(wijk_of_station.size());
        for (std::uint32_t straat = 0; straat < straten; ++straat) {
            // Straten are of nearly equal size, so equal runs of them are equal numbers of homes.
            station_of_straat.push_back(sim::id_at<StationId>(first + straat * stations / straten));
        }
        wijk_of_station.resize(first + stations, wijk);
    }
}

} // namespace opschaling::models
