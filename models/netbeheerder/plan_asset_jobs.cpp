#include "models/bewoner/schedule_moments.hpp"
#include "models/grid/weigh.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/netbeheerder/asset_jobs.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
/// Class of heat loss of the home that a forecast thinks of: about a terraced one.
constexpr std::size_t usual_heat_loss{3}; // 0.11 kW/K

/// Heat pumps that wijkaanpakken under way are expected to bring, by asset; empty when there are
/// none or the netbeheerder does not look ahead.
std::vector<std::int32_t> expected_pumps(Turn const& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.netbeheerder;
    if (!parameters.anticipates || quarter.year() < parameters.warmteprogramma_from) {
        return {};
    }
    auto const& tree = turn.world.grid;
    std::vector<std::int32_t> expected(tree.size(), 0);
    for (auto const& project : turn.state.projects) {
        bool const published = project.active() && project.phase != ProjectPhase::explore;
        if (!published || turn.repertoire.technology(project.approach.variant[technology_module]) !=
                              HeatingSystem::heat_pump) {
            continue;
        }
        auto const wijk = sim::id_at<WijkId>(project.wijk);
        auto const& straten = turn.world.geography.straten_of_wijk;
        auto last = tree.size();
        for (auto s = straten.begin(wijk); s < straten.end(wijk); ++s) {
            auto const feeder = tree.feeder_of_straat[sim::id_at<StraatId>(s)];
            if (sim::position(feeder) == last) {
                continue;
            }
            last = sim::position(feeder);
            expected[last] = static_cast<std::int32_t>(
                std::lround(turn.state.grid.contents[feeder].homes_on_gas() *
                            parameters.planned_uptake.value()));
        }
    }
    for (std::size_t a = 0; a < tree.begin(GridLevel::region); ++a) {
        expected[sim::position(tree.above[sim::id_at<AssetId>(a)])] += expected[a];
    }
    return expected;
}

/// Load that the netbeheerder prepares for: what is there and was refused, or what its gemeenten
/// have announced, whichever is more.
double forecast(Turn const& turn, AssetId asset, std::int32_t expected, sim::Quarter quarter) {
    auto const& grid = turn.state.grid;
    double load = static_cast<double>(
        std::max(grid.peak[asset] + grid.refused_load[asset], grid.feed_in[asset]));
    if (expected > 0) {
        auto contents = grid.contents[asset];
        contents.count[load_class::cool_heat_pump + usual_heat_loss] += expected;
        load = std::max(
            load,
            weigh_all_hours(turn.workspace.loads, contents, firms_on(turn, asset, quarter)).peak);
    }
    return load;
}

std::uint16_t prepared_in(Turn const& turn, GridLevel level, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.netbeheerder;
    double years = sim::in_years(parameters.permit_time[static_cast<std::size_t>(level)]);
    if (level == GridLevel::station || level == GridLevel::substation) {
        years = std::max(years, sim::in_years(sim::value_at(parameters.transformer_wait,
                                                            quarter.midpoint() - 0.5)));
    }
    return quarters_later(quarter.index(), years * quarters_per_year);
}

} // namespace

void plan_asset_jobs(Turn& turn, sim::Quarter quarter) {
    if (!turn.parameters.grid.is_on || !turn.parameters.netbeheerder.capacity_binds) {
        return;
    }
    auto& grid = turn.state.grid;
    auto const& tree = turn.world.grid;
    auto const expected = expected_pumps(turn, quarter);
    auto const now = static_cast<std::uint16_t>(quarter.index());
    for (std::size_t a = 0; a < tree.begin(GridLevel::region); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        bool const short_now = grid.refused[asset] > 0 || grid.overload[asset] > 0.0F;
        if (short_now) {
            grid.short_since[asset] = std::min(grid.short_since[asset], now);
        }
        auto const pumps = expected.empty() ? 0 : expected[a];
        if (grid.under_work[asset] != 0 || (!short_now && pumps == 0)) {
            continue;
        }
        double const load = forecast(turn, asset, pumps, quarter);
        auto const capacity = static_cast<double>(grid.capacity[asset]);
        if (load <= capacity) {
            continue;
        }
        auto const level = tree.level_of(asset);
        grid.jobs.push_back(
            {.asset = asset,
             .asked = now,
             .prepared = prepared_in(turn, level, quarter),
             .ready = never,
             .steps = steps_for(turn.parameters.netbeheerder, level, load, capacity)});
        grid.under_work[asset] = 1;
    }
}

} // namespace opschaling::models
