#include "models/netbeheerder/gas_grid.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

void remove_gas_connection(Turn& turn, WijkId wijk, std::uint32_t home) {
    auto const& parameters = turn.parameters.netbeheerder;
    bool const flat =
        turn.world.dwellings.type(sim::id_at<HomeId>(home)) == DwellingType::apartment;
    auto const cost = std::llround(
        (flat ? parameters.gas_connection_removal_flat : parameters.gas_connection_removal)
            .canonical());
    auto& counts = turn.state.wijken.counts[wijk];
    counts.grid_cost += cost;
    counts.total_cost += cost;
}

sim::Column<NetbeheerderId, double>
gas_mains_in_use(World const& world, WorldParameters const& parameters, Grid const& grid) {
    sim::Column<NetbeheerderId, double> mains(world.netbeheerders());
    auto const& tree = world.grid;
    for (auto a = tree.begin(GridLevel::feeder); a < tree.end(GridLevel::feeder); ++a) {
        auto const feeder = sim::id_at<AssetId>(a);
        if (grid.contents[feeder].homes_on_gas() > 0) {
            mains[tree.netbeheerder[feeder]] +=
                static_cast<double>(tree.cable[feeder]) / parameters.cable_per_street;
        }
    }
    return mains;
}

void remove_gas_mains(Turn& turn, sim::Quarter quarter) {
    if (quarter.of_year() != 4 || !turn.parameters.grid.is_on) {
        return;
    }
    auto const& tree = turn.world.grid;
    auto& grid = turn.state.grid;
    double const per_metre = turn.parameters.netbeheerder.gas_main_removal.canonical();
    for (auto a = tree.begin(GridLevel::feeder); a < tree.end(GridLevel::feeder); ++a) {
        auto const feeder = sim::id_at<AssetId>(a);
        if (grid.gas_main[feeder] == 0 || grid.contents[feeder].homes_on_gas() > 0) {
            continue;
        }
        grid.gas_main[feeder] = 0;
        auto const cost = std::llround(per_metre * static_cast<double>(tree.cable[feeder]) /
                                       turn.parameters.world.cable_per_street);
        auto& counts = turn.state.wijken.counts[tree.wijk[feeder]];
        counts.grid_cost += cost;
        counts.total_cost += cost;
    }
    turn.state.netbeheerders.gas_mains = gas_mains_in_use(turn.world, turn.parameters.world, grid);
}

double gas_grid_cost_per_home(NetbeheerderParameters const& parameters, double mains,
                              double homes_on_gas) {
    double const yearly =
        mains * parameters.gas_main_upkeep.canonical() * sim::hours_per_year +
        homes_on_gas * parameters.gas_connection_upkeep.canonical() * sim::hours_per_year;
    return homes_on_gas > 0.0 ? yearly / homes_on_gas : std::nan("");
}

} // namespace opschaling::models
