#include "models/grid/connect.hpp"

#include "models/bewoner/ask.hpp"
#include "models/grid/weigh.hpp"

#include <algorithm>
#include <array>

namespace opschaling::models {

namespace {

/// A home more or less can add no more than its devices alone at their worst hours.
double at_most(LoadTable const& table, Contents const& change) {
    double bound{0.0};
    for (std::size_t c = 0; c < load_classes; ++c) {
        if (change.count[c] > 0) {
            bound += table.highest[c] * change.count[c];
        }
    }
    return bound;
}

/// Whether a feeder or station stays within its capacity, or gets no worse.
bool asset_carries(Turn& turn, AssetId asset, Contents const& change, double bound) {
    auto& grid = turn.state.grid;
    auto const capacity = static_cast<double>(grid.capacity[asset]);
    if (static_cast<double>(grid.peak[asset]) + bound <= capacity) {
        return true;
    }
    auto const& table = turn.workspace.loads;
    return weigh(table, grid.contents[asset] + change).peak <= capacity;
}

void refuse(Turn& turn, AssetId asset, double load) {
    auto& grid = turn.state.grid;
    if (grid.refused[asset] < never) {
        ++grid.refused[asset];
    }
    grid.refused_load[asset] += static_cast<float>(load);
}

} // namespace

std::optional<std::size_t> load_class_of(HeatingSystem system, Connection connection) {
    switch (system) {
    case HeatingSystem::hybrid:
        return load_class::hybrid + connection.heat_loss_class();
    case HeatingSystem::heat_pump:
        return (connection.cool() ? load_class::cool_heat_pump : load_class::heat_pump) +
               connection.heat_loss_class();
    case HeatingSystem::warmtenet:
        return load_class::warmtenet;
    case HeatingSystem::gas_boiler:
        break;
    }
    return std::nullopt;
}

void count_home(Contents& contents, DwellingType type, Heating heating, std::int32_t times) {
    if (auto const load = load_class_of(heating.system, heating.connection)) {
        contents.count[*load] += times;
    }
    contents.count[load_class::base + static_cast<std::size_t>(type)] += times;
    contents.count[load_class::ev] += heating.connection.ev() ? times : 0;
    contents.count[load_class::pv] += heating.connection.pv() ? times : 0;
}

Contents contents_of(DwellingType type, Heating heating) {
    Contents contents;
    count_home(contents, type, heating, 1);
    return contents;
}

Contents change_of(Heating from, Heating to) {
    Contents change;
    if (auto const gone = load_class_of(from.system, from.connection)) {
        --change.count[*gone];
    }
    if (auto const come = load_class_of(to.system, to.connection)) {
        ++change.count[*come];
    }
    return change;
}

Connection heat_connection(HeatCounting const& counting, World const& world, std::uint32_t home,
                           std::size_t heat_class, Connection connection) {
    return counting.put_in(connection, heat_class,
                           world.dwellings.demand_factor[sim::id_at<HomeId>(home)]);
}

void put_on_grid(Turn& turn, std::uint32_t straat, Contents const& change) {
    if (!turn.parameters.grid.is_on) {
        return;
    }
    auto& grid = turn.state.grid;
    auto const& tree = turn.world.grid;
    auto const bound = static_cast<float>(at_most(turn.workspace.loads, change));
    auto const feeder = tree.feeder_of_straat[sim::id_at<StraatId>(straat)];
    for (auto const asset : {feeder, tree.above[feeder]}) {
        grid.contents[asset] += change;
        grid.peak[asset] += bound;
        grid.changed[asset] = 1;
    }
}

bool grid_carries(Turn& turn, std::uint32_t straat, std::uint32_t home, HeatingSystem option) {
    auto const id = sim::id_at<HomeId>(home);
    auto const& parameters = turn.parameters;
    if (!parameters.grid.is_on || !parameters.netbeheerder.capacity_binds ||
        option == HeatingSystem::warmtenet || option == HeatingSystem::gas_boiler) {
        return true; // a warmtenet asks too little to be refused
    }
    auto const& costs = turn.workspace.costs;
    auto const counted = turn.state.homes.connection[id];
    auto const wijk = turn.world.geography.wijk_of_straat[sim::id_at<StraatId>(straat)];
    auto const then = costs.class_under(class_of(turn, home), option,
                                        turn.state.wijken.low_temperature[wijk] != 0);
    auto const after =
        heat_connection(turn.workspace.loads.counting, turn.world, home, then, counted);
    auto const change = change_of({turn.state.homes.heating[id], counted}, {option, after});
    auto& grid = turn.state.grid;
    auto const& tree = turn.world.grid;
    double const load = at_most(turn.workspace.loads, change);
    auto const feeder = tree.feeder_of_straat[sim::id_at<StraatId>(straat)];
    auto const station = tree.above[feeder];
    auto const string = tree.above[station];
    auto const substation = tree.above[string];
    bool carried{true};
    for (auto const asset : {feeder, station}) {
        if (!asset_carries(turn, asset, change, load)) {
            refuse(turn, asset, load);
            carried = false;
        }
    }
    // One home is nothing to these: they take all until they were found full.
    for (auto const asset : {string, substation}) {
        if (grid.peak[asset] > grid.capacity[asset]) {
            refuse(turn, asset, load);
            carried = false;
        }
    }
    return carried;
}

} // namespace opschaling::models
