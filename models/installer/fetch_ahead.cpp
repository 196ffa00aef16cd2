#include "models/installer/fetch_ahead.hpp"

#include "sim/state/fetch.hpp"

namespace opschaling::models {

void FetchAhead::fetch_home(Job const& job) const {
    auto const id = sim::id_at<HomeId>(job.home);
    auto const& dwellings = turn_.world.dwellings;
    auto const& homes = turn_.state.homes;
    sim::fetch(dwellings.shape[id]);
    sim::fetch(dwellings.period[id]);
    sim::fetch(dwellings.demand_factor[id]);
    sim::fetch(homes.heating[id]);
    sim::fetch(homes.insulation[id]);
    sim::fetch(homes.connection[id]);
    sim::fetch(homes.progress[id]);
    sim::fetch(homes.heater_fails[id]);
    turn_.world.ties.fetch_row(job.home);
    sim::fetch(turn_.world.grid.feeder_of_straat[sim::id_at<StraatId>(job.straat)]);
}

void FetchAhead::fetch_ties_and_assets(Job const& job) const {
    auto const& grid = turn_.state.grid;
    auto const feeder = turn_.world.grid.feeder_of_straat[sim::id_at<StraatId>(job.straat)];
    sim::fetch(grid.peak[feeder]);
    sim::fetch(grid.capacity[feeder]);
    sim::fetch(grid.contents[feeder]);
    if (auto const ties = turn_.world.ties.neighbours(job.home); !ties.empty()) {
        sim::fetch(ties.front());
    }
}

void FetchAhead::fetch_neighbours(Job const& job) const {
    auto const& homes = turn_.state.homes;
    auto const& gaining = job.option == HeatingSystem::heat_pump ? homes.ties_heat_pump
                          : job.option == HeatingSystem::hybrid  ? homes.ties_hybrid
                                                                 : homes.ties_warmtenet;
    for (auto const neighbour : turn_.world.ties.neighbours(job.home)) {
        sim::fetch(gaining[sim::id_at<HomeId>(neighbour)]);
    }
}

} // namespace opschaling::models
