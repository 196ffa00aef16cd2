#include "models/grid/start_grid.hpp"

#include "models/grid/connect.hpp"
#include "models/grid/device_lots.hpp"
#include "models/grid/voltage.hpp"
#include "models/grid/weigh.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/netbeheerder/asset_jobs.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};
constexpr std::size_t assets_at_a_time{1024};

void connect_homes(World const& world, Parameters const& parameters, HeatCounting const& counting,
                   sim::Seed seed, State& state) {
    state.homes.connection = sim::Column<HomeId, Connection>(world.homes());
    auto const shares = device_shares_in(parameters.grid, sim::Quarter::first_year);
    auto const& dwellings = world.dwellings;
    auto const& homes_of_wijk = world.geography.homes_of_wijk;
    sim::for_each_chunk(world.wijken(), wijken_at_a_time, [&](std::size_t begin, std::size_t end) {
        for (std::size_t w = begin; w < end; ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            for (auto home = homes_of_wijk.begin(wijk); home < homes_of_wijk.end(wijk); ++home) {
                auto const id = sim::id_at<HomeId>(home);
                auto const of_class = heat_class(dwellings.shape[id], dwellings.period[id],
                                                 state.homes.insulation[id]);
                state.homes.connection[id] =
                    device_connection(shares, world, seed, wijk, home,
                                      heat_connection(counting, world, home, of_class, {}));
            }
        }
    });
}

/// As if every home of the world stood there already.
Homes all_present(Homes const& homes) {
    Homes all;
    all.heating = homes.heating;
    all.connection = homes.connection;
    all.progress = sim::Column<HomeId, std::uint8_t>(homes.progress.size(), progress::present);
    return all;
}

/// A long street gets more copper, so that its voltage holds in 2018 with the same spare part.
std::uint8_t cables_for(GridParameters const& grid, double load, double length) {
    double const lost = voltage_lost(grid, load, length, 1.0);
    return static_cast<std::uint8_t>(
        std::clamp(std::ceil(lost / std::max(grid.voltage_drop.value(), 1.0e-6)), 1.0, 255.0));
}

double firms_per_home(GridParameters const& grid, GridLevel level) {
    double load{0.0};
    for (auto l = static_cast<std::size_t>(GridLevel::string); l <= static_cast<std::size_t>(level);
         ++l) {
        load += grid.other_load[l - static_cast<std::size_t>(GridLevel::string)].canonical();
    }
    return load;
}

} // namespace

void start_grid(World const& world, Parameters const& parameters, LoadTable const& loads,
                sim::Seed seed, State& state) {
    auto const& tree = world.grid;
    auto& grid = state.grid;
    auto const count = tree.size();
    grid.capacity = sim::Column<AssetId, float>(count);
    grid.other = sim::Column<AssetId, float>(count);
    grid.peak = sim::Column<AssetId, float>(count);
    grid.feed_in = sim::Column<AssetId, float>(count);
    grid.overload = sim::Column<AssetId, float>(count);
    grid.refused_load = sim::Column<AssetId, float>(count);
    grid.refused = sim::Column<AssetId, std::uint16_t>(count);
    grid.short_since = sim::Column<AssetId, std::uint16_t>(count, never);
    grid.changed = sim::Column<AssetId, std::uint8_t>(count, std::uint8_t{1});
    grid.under_work = sim::Column<AssetId, std::uint8_t>(count);
    connect_homes(world, parameters, loads.counting, seed, state);
    grid.contents = count_contents(world, state.homes);
    grid.gas_main = sim::Column<AssetId, std::uint8_t>(count);
    grid.cables = sim::Column<AssetId, std::uint8_t>(count, std::uint8_t{1});
    for (auto a = tree.begin(GridLevel::feeder); a < tree.end(GridLevel::feeder); ++a) {
        auto const feeder = sim::id_at<AssetId>(a);
        grid.gas_main[feeder] = grid.contents[feeder].homes_on_gas() > 0 ? 1 : 0;
    }
    if (!parameters.grid.is_on) {
        return;
    }
    auto const planned = count_contents(world, all_present(state.homes));
    auto const& netbeheerder = parameters.netbeheerder;
    sim::for_each_chunk(count, assets_at_a_time, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            auto const level = tree.level_of(asset);
            double const other = firms_per_home(parameters.grid, level) * planned[asset].homes();
            grid.other[asset] = static_cast<float>(other);
            bool const low = level <= GridLevel::station;
            auto const at_start = low ? weigh(loads, grid.contents[asset])
                                      : weigh_all_hours(loads, grid.contents[asset], other);
            grid.peak[asset] = static_cast<float>(at_start.peak);
            grid.feed_in[asset] = static_cast<float>(at_start.feed_in);
            auto const foreseen =
                low ? weigh(loads, planned[asset]) : weigh_all_hours(loads, planned[asset], other);
            if (level != GridLevel::region) {
                sim::Dice dice{seed, stream::asset_spare, tree.key[asset],
                               static_cast<std::uint32_t>(level)};
                double const spare =
                    sim::beta(dice, netbeheerder.spare_mean, netbeheerder.spare_spread);
                double const load = std::max(foreseen.peak, foreseen.feed_in);
                grid.capacity[asset] =
                    static_cast<float>(standard_size(netbeheerder, level, load, spare));
                if (level == GridLevel::feeder) {
                    grid.cables[asset] = cables_for(parameters.grid, load / (1.0 - spare),
                                                    static_cast<double>(tree.cable[asset]));
                }
            }
        }
    });
}

} // namespace opschaling::models
