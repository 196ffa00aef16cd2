#include "models/world/build_world.hpp"

#include "models/grid/build_asset_tree.hpp"
#include "models/world/admit_new_homes.hpp"
#include "models/world/fit_marginals.hpp"
#include "models/world/join_small_wijken.hpp"
#include "models/world/lay_out_places.hpp"
#include "models/world/lay_out_straten.hpp"
#include "models/world/number_places.hpp"
#include "models/world/place_warmtenet.hpp"
#include "models/world/set_context.hpp"
#include "models/world/shape_dwellings.hpp"
#include "models/world/tie_neighbours.hpp"
#include "models/world/world_streams.hpp"
#include "sim/contract/expects.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

Dwellings room_for(std::size_t homes) {
    return {.shape = sim::Column<HomeId, DwellingShape>(homes),
            .period = sim::Column<HomeId, BuildingPeriod>(homes),
            .tenure = sim::Column<HomeId, Tenure>(homes),
            .enters = sim::Column<HomeId, std::uint8_t>(homes),
            .demand_factor = sim::Column<HomeId, std::uint8_t>(homes),
            .starts_on_warmtenet = sim::Column<HomeId, std::uint8_t>(homes)};
}

/// What the homes of each gemeente are fitted from: its stock by type and period, else the
/// nation's.
std::vector<KindWeights> seeds_by_gemeente(BuurtTable const& table) {
    std::vector<KindWeights> seeds;
    seeds.reserve(table.gemeenten.size());
    for (auto const& gemeente : table.gemeenten) {
        seeds.push_back(gemeente.stock ? kinds_of_stock(*gemeente.stock) : national_kinds());
    }
    return seeds;
}

/// Heat demand against the mean of its kind, in 1/128: lognormal with mean 1.
void throw_demand(double spread, WijkId wijk, Geography const& geography, Dwellings& dwellings) {
    auto const first = geography.homes_of_wijk.begin(wijk);
    for (auto home = first; home < geography.homes_of_wijk.end(wijk); ++home) {
        sim::Dice dice{world_seed, world_streams::heat_demand,
                       geography.homes_key[wijk] + (home - first), 0};
        double const factor = std::exp(spread * sim::normal(dice) - spread * spread / 2.0);
        dwellings.demand_factor[sim::id_at<HomeId>(home)] =
            static_cast<std::uint8_t>(std::clamp(std::round(128.0 * factor), 1.0, 255.0));
    }
}

} // namespace

World build_world(BuurtTable const& table, WorldParameters const& parameters) {
    sim::expects(parameters.homes_per_straat >= 1, "straten have homes");
    auto const order = buurten_in_order(table);
    World world;
    world.name = table.name;
    world.source = table.source;
    world.synthetic = table.synthetic;
    world.heat_sources = table.heat_sources;
    world.series = table.series;
    world.geography = lay_out_places(table, order, parameters);
    join_small_wijken(static_cast<std::uint32_t>(parameters.smallest_site), world.geography);
    world.grid =
        build_asset_tree(world.geography, netbeheerder_of_wijken(world.geography), parameters);
    std::size_t const homes = world.geography.homes_of_wijk.members();
    world.share_of_country = static_cast<double>(homes) / parameters.national_homes;
    world.dwellings = room_for(homes);
    auto const seeds = seeds_by_gemeente(table);
    sim::for_each_chunk(order.size(), 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            auto const wijk = sim::id_at<WijkId>(i);
            auto const& buurt = table.buurten[order[i]];
            lay_out_straten(wijk, count_kinds(buurt, seeds[buurt.gemeente]), world.geography,
                            world.dwellings);
            shape_dwellings(parameters, wijk, world.geography, world.dwellings);
            throw_demand(parameters.demand_spread, wijk, world.geography, world.dwellings);
        }
    });
    admit_new_homes(parameters, world);
    place_warmtenet(parameters, world);
    set_context(world);
    world.ties = tie_neighbours(parameters, world.geography, world.dwellings);
    return world;
}

} // namespace opschaling::models
