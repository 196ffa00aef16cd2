#include "models/grid/weigh_grid.hpp"

#include "models/bewoner/ask.hpp"
#include "models/grid/connect.hpp"
#include "models/grid/sum_levels.hpp"
#include "models/grid/weigh.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};
constexpr std::size_t assets_at_a_time{1024};
constexpr int years_between_checks{5};

/// The homes of one wijk; a feeder never spans two wijken, so wijken can go at the same time.
void add_in_wijk(Turn& turn, WijkId wijk, double year) {
    auto const& geography = turn.world.geography;
    auto& homes = turn.state.homes;
    auto& grid = turn.state.grid;
    for (auto s = geography.straten_of_wijk.begin(wijk); s < geography.straten_of_wijk.end(wijk);
         ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto& contents = grid.contents[turn.world.grid.feeder_of_straat[straat]];
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            auto const id = sim::id_at<HomeId>(home);
            auto const before = homes.connection[id];
            auto after = device_connection(turn.parameters.grid, turn.world, turn.seed, wijk, home,
                                           year, before);
            auto const system = homes.heating[id];
            if (system == HeatingSystem::hybrid || system == HeatingSystem::heat_pump) {
                after = heat_connection(turn.workspace.costs.heat, turn.world, home,
                                        class_of(turn, home), after);
            }
            bool const present = (homes.progress[id] & progress::present) != 0;
            if (present && after.bits != before.bits) {
                auto const type = turn.world.dwellings.type[id];
                contents += contents_of(type, system, after);
                contents -= contents_of(type, system, before);
            }
            homes.connection[id] = after;
        }
    }
}

void add_up(Turn& turn, GridLevel level) {
    auto const& tree = turn.world.grid;
    auto& contents = turn.state.grid.contents;
    sim::for_each_chunk(tree.count(level), assets_at_a_time, [&](std::size_t b, std::size_t e) {
        for (auto a = tree.begin(level) + b; a < tree.begin(level) + e; ++a) {
            Contents sum;
            for (auto const below : tree.below.neighbours(a)) {
                sum += contents[sim::id_at<AssetId>(below)];
            }
            contents[sim::id_at<AssetId>(a)] = sum;
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
        for (std::size_t a = b; a < e; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            double const full =
                weigh_all_hours(turn.workspace.loads, grid.contents[asset], 0.0).peak;
            double const seen = static_cast<double>(grid.peak[asset]);
            if (full > 0.0) {
                worst[b / assets_at_a_time] =
                    std::max(worst[b / assets_at_a_time], 1.0 - seen / full);
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
    double const year = quarter.midpoint() - 0.5;
    sim::for_each_chunk(turn.world.wijken(), wijken_at_a_time,
                        [&](std::size_t begin, std::size_t end) {
                            for (std::size_t w = begin; w < end; ++w) {
                                add_in_wijk(turn, sim::id_at<WijkId>(w), year);
                            }
                        });
    std::ranges::fill(turn.state.grid.changed.values(), std::uint8_t{1});
    add_up(turn, GridLevel::station);
}

void weigh_grid(Turn& turn, sim::Quarter quarter) {
    if (!turn.parameters.grid.is_on) {
        return;
    }
    auto const& tree = turn.world.grid;
    auto& grid = turn.state.grid;
    double const growth =
        sim::value_at(turn.parameters.grid.other_growth, quarter.midpoint() - 0.5);
    for (auto const level : {GridLevel::string, GridLevel::substation, GridLevel::region}) {
        add_up(turn, level);
    }
    auto const low = tree.end(GridLevel::station);
    sim::for_each_chunk(tree.size(), assets_at_a_time, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            if (a >= low || grid.changed[asset] != 0) {
                weigh_asset(turn, asset, tree.level_of(asset), growth);
                grid.changed[asset] = 0;
            }
        }
    });
    if (quarter.of_year() == 1 && quarter.year() % years_between_checks == 0) {
        grid.candidate_error = missed_by_candidates(turn);
    }
    sum_levels(turn, quarter);
}

double firms_on(Turn const& turn, AssetId asset, sim::Quarter quarter) {
    return static_cast<double>(turn.state.grid.other[asset]) *
           sim::value_at(turn.parameters.grid.other_growth, quarter.midpoint() - 0.5);
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
                of_feeder +=
                    contents_of(world.dwellings.type[id], homes.heating[id], homes.connection[id]);
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
