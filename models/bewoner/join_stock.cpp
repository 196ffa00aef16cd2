#include "models/bewoner/join_stock.hpp"

#include "models/bewoner/ask.hpp"
#include "models/grid/connect.hpp"
#include "models/installer/install.hpp"
#include "models/world/admit_new_homes.hpp"
#include "sim/parallel/chunks.hpp"

namespace opschaling::models {

namespace {

void join(Turn& turn, WijkId wijk, std::uint32_t straat, std::uint32_t home) {
    auto& homes = turn.state.homes;
    auto const id = sim::id_at<HomeId>(home);
    auto const heating = homes.heating[id];
    homes.progress[id] |= progress::present;
    auto& counts = turn.state.wijken.counts[wijk];
    ++counts.homes[static_cast<std::size_t>(heating)];
    count_change(counts, {}, use_of(turn, wijk, home, heating));
    put_on_grid(turn, straat,
                contents_of(turn.world.dwellings.type(id), {heating, homes.connection[id]}));
    // Before, the home had nothing that its ties could see.
    tell_neighbours(turn, home, HeatingSystem::gas_boiler, heating);
}

void join_in_wijk(Turn& turn, WijkId wijk, int now) {
    auto const& geography = turn.world.geography;
    for (auto straat = geography.straten_of_wijk.begin(wijk);
         straat < geography.straten_of_wijk.end(wijk); ++straat) {
        auto const id = sim::id_at<StraatId>(straat);
        for (auto home = geography.homes_of_straat.begin(id);
             home < geography.homes_of_straat.end(id); ++home) {
            if (turn.world.dwellings.enters[sim::id_at<HomeId>(home)] == now) {
                join(turn, wijk, straat, home);
            }
        }
    }
}

} // namespace

void join_stock(Turn& turn, sim::Quarter quarter) {
    int const now = quarter.index();
    if (now == 0 || now > last_entry) {
        return;
    }
    auto const& wijken = turn.world.geography.wijken_of_gemeente;
    sim::for_each_chunk(turn.world.gemeenten(), 1, [&](std::size_t g, std::size_t) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
            join_in_wijk(turn, sim::id_at<WijkId>(w), now);
        }
    });
}

} // namespace opschaling::models
