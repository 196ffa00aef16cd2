#include "models/grid/weigh_grid.hpp"

#include "models/bewoner/ask.hpp"
#include "models/grid/connect.hpp"
#include "models/grid/device_lots.hpp"
#include "models/grid/sum_levels.hpp"
#include "models/grid/weigh.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <vector>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};
constexpr std::size_t assets_at_a_time{1024};
/// Of strings and what is above them: all hours of each are weighed, many times the work of a
/// feeder.
constexpr std::size_t large_assets_at_a_time{16};
constexpr int years_between_checks{5};

/// What a home shows of its devices and of its heating in a year is set anew.
class YearlyConnections {
public:
    YearlyConnections(Turn& turn, DeviceShares const& shares) : turn_{turn}, shares_{shares} {}

    /// The homes of one wijk; a feeder never spans two, so wijken can go at the same time.
    /// `differs` is room to write in.
    void set_in(WijkId wijk, std::vector<std::uint8_t>& differs) const {
        auto const& geography = turn_.world.geography;
        auto const first = geography.homes_of_wijk.begin(wijk);
        auto const count = geography.homes_of_wijk.count(wijk);
        differs.resize(count);
        turn_.workspace.lots.may_differ(shares_, turn_.state.homes.connection, first, count,
                                        differs.data());
        auto const& straten = geography.straten_of_wijk;
        for (auto s = straten.begin(wijk); s < straten.end(wijk); ++s) {
            auto const straat = sim::id_at<StraatId>(s);
            auto const feeder = turn_.world.grid.feeder_of_straat[straat];
            for (auto home = geography.homes_of_straat.begin(straat);
                 home < geography.homes_of_straat.end(straat); ++home) {
                if (differs[home - first] != 0) {
                    set(wijk, feeder, home);
                }
            }
        }
    }

private:
    void set(WijkId wijk, AssetId feeder, std::uint32_t home) const {
        auto& homes = turn_.state.homes;
        auto const id = sim::id_at<HomeId>(home);
        auto const system = homes.heating[id];
        auto const before = homes.connection[id];
        auto after =
            device_connection(shares_, turn_.world, turn_.seed, wijk, home, before.up_to_date());
        if (before.outdated() && is_counted_by_heat(system)) {
            after = heat_connection(turn_.workspace.loads.counting, turn_.world, home,
                                    class_of(turn_, home), after);
        }
        homes.connection[id] = after;
        if (after.bits == before.bits || (homes.progress[id] & progress::present) == 0) {
            return;
        }
        auto& grid = turn_.state.grid;
        auto const type = turn_.world.dwellings.type(id);
        count_home(grid.contents[feeder], type, {system, after}, 1);
        count_home(grid.contents[feeder], type, {system, before}, -1);
        grid.changed[feeder] = 1;
    }

    Turn& turn_;
    DeviceShares shares_;
};

void add_up(Turn& turn, GridLevel level) {
    auto const& tree = turn.world.grid;
    auto& grid = turn.state.grid;
    sim::for_each_chunk(tree.count(level), assets_at_a_time, [&](std::size_t b, std::size_t e) {
        for (auto a = tree.begin(level) + b; a < tree.begin(level) + e; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            Contents sum;
            for (auto const below : tree.below.neighbours(a)) {
                sum += grid.contents[sim::id_at<AssetId>(below)];
            }
            if (sum != grid.contents[asset]) {
                grid.contents[asset] = sum;
                grid.changed[asset] = 1;
            }
        }
    });
}

void weigh_asset(Turn& turn, AssetId asset, GridLevel level, double growth) {
    auto& grid = turn.state.grid;
    auto const& table = turn.workspace.loads;
    auto const& contents = grid.contents[asset];
    double const other = growth * static_cast<double>(grid.other[asset]);
    bool const low = level <= GridLevel::station;
    auto const weight = low ? weigh(table, contents) : weigh_all_hours(table, contents, other);
    grid.peak[asset] = static_cast<float>(weight.peak);
    grid.feed_in[asset] = static_cast<float>(weight.feed_in);
    auto const capacity = static_cast<double>(grid.capacity[asset]);
    bool const above = level != GridLevel::region &&
                       std::max(weight.peak, weight.feed_in) > capacity &&
                       turn.parameters.netbeheerder.capacity_binds;
    grid.overload[asset] =
        above ? static_cast<float>(overload(table, contents, other, capacity)) : 0.0F;
}

/// The part of a peak that the candidate hours missed, at worst over feeders and stations.
double missed_by_candidates(Turn const& turn) {
    auto const& grid = turn.state.grid;
    auto const& tree = turn.world.grid;
    auto const end = tree.end(GridLevel::station);
    std::vector<double> worst((end + assets_at_a_time - 1) / assets_at_a_time, 0.0);
    sim::for_each_chunk(end, assets_at_a_time, [&](std::size_t b, std::size_t e) {
        auto& worst_here = worst[b / assets_at_a_time];
        for (std::size_t a = b; a < e; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            double const seen = static_cast<double>(grid.peak[asset]);
            // Only a peak this high would be missed by more than the worst until now.
            double const matters = seen / (1.0 - worst_here);
            double const full = peak_above(turn.workspace.loads, grid.contents[asset], matters);
            if (full > matters) {
                worst_here = 1.0 - seen / full;
            }
        }
    });
    return *std::ranges::max_element(worst);
}

} // namespace

void add_cars_and_roofs(Turn& turn, sim::Quarter quarter) {
    if (!turn.parameters.grid.is_on || quarter.of_year() != 1 || quarter.index() == 0) {
        return;
    }
    auto& lots = turn.workspace.lots;
    if (!lots.drawn()) {
        lots = DeviceLots{turn.world, turn.seed};
    }
    auto const shares = device_shares_in(turn.parameters.grid, quarter.midpoint() - 0.5);
    YearlyConnections const connections{turn, shares};
    sim::for_each_chunk(turn.world.wijken(), wijken_at_a_time,
                        [&](std::size_t begin, std::size_t end) {
                            std::vector<std::uint8_t> differs;
                            for (std::size_t w = begin; w < end; ++w) {
                                connections.set_in(sim::id_at<WijkId>(w), differs);
                            }
                        });
    add_up(turn, GridLevel::station);
}

void weigh_grid(Turn& turn, sim::Quarter quarter) {
    if (!turn.parameters.grid.is_on) {
        return;
    }
    auto const& tree = turn.world.grid;
    auto& grid = turn.state.grid;
    for (auto const level : {GridLevel::string, GridLevel::substation, GridLevel::region}) {
        add_up(turn, level);
    }
    double const growth = growth_of_firms(turn, quarter);
    bool const firms_changed =
        quarter.index() == 0 ||
        growth != growth_of_firms(turn, sim::Quarter::at(quarter.index() - 1));
    auto const weigh_changed = [&](std::size_t begin, std::size_t end, bool all) {
        for (std::size_t a = begin; a < end; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            if (grid.changed[asset] != 0 || all) {
                weigh_asset(turn, asset, tree.level_of(asset), growth);
                grid.changed[asset] = 0;
            }
        }
    };
    auto const low = tree.end(GridLevel::station);
    sim::for_each_chunk(tree.size() - low, large_assets_at_a_time, [&](auto begin, auto end) {
        weigh_changed(low + begin, low + end, firms_changed);
    });
    sim::for_each_chunk(low, assets_at_a_time,
                        [&](auto begin, auto end) { weigh_changed(begin, end, false); });
    if (quarter.of_year() == 1 && quarter.year() % years_between_checks == 0) {
        grid.candidate_error = missed_by_candidates(turn);
    }
    sum_levels(turn, quarter);
}

double growth_of_firms(Turn const& turn, sim::Quarter quarter) {
    return sim::value_at(turn.parameters.grid.other_growth, quarter.midpoint() - 0.5);
}

double firms_on(Turn const& turn, AssetId asset, sim::Quarter quarter) {
    return static_cast<double>(turn.state.grid.other[asset]) * growth_of_firms(turn, quarter);
}

sim::Column<AssetId, Contents> count_contents(World const& world, Homes const& homes) {
    sim::Column<AssetId, Contents> contents(world.grid.size());
    for (std::size_t s = 0; s < world.straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto& of_feeder = contents[world.grid.feeder_of_straat[straat]];
        for (auto home = world.geography.homes_of_straat.begin(straat);
             home < world.geography.homes_of_straat.end(straat); ++home) {
            auto const id = sim::id_at<HomeId>(home);
            if ((homes.progress[id] & progress::present) != 0) {
                count_home(of_feeder, world.dwellings.type(id),
                           {homes.heating[id], homes.connection[id]}, 1);
            }
        }
    }
    for (std::size_t a = 0; a < world.grid.begin(GridLevel::region); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        contents[world.grid.above[asset]] += contents[asset];
    }
    return contents;
}

} // namespace opschaling::models
