#include "models/grid/sum_levels.hpp"

#include "models/grid/voltage.hpp"
#include "models/grid/weigh.hpp"
#include "models/grid/weigh_grid.hpp"
#include "sim/parallel/chunks.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t assets_at_a_time{1024};

void judge_voltage(Turn const& turn, AssetId feeder, LevelFigures& figures) {
    auto const& grid = turn.state.grid;
    auto const& parameters = turn.parameters.grid;
    double const cables = grid.cables[feeder];
    double const length = static_cast<double>(turn.world.grid.cable[feeder]);
    figures.low_voltage += voltage_lost(parameters, static_cast<double>(grid.peak[feeder]), length,
                                        cables) > parameters.voltage_drop.value()
                               ? 1.0
                               : 0.0;
    figures.high_voltage += voltage_added(parameters, static_cast<double>(grid.feed_in[feeder]),
                                          length, cables) > parameters.voltage_rise.value()
                                ? 1.0
                                : 0.0;
}

LevelFigures figures_of(Turn const& turn, AssetId asset, GridLevel level) {
    auto const& grid = turn.state.grid;
    LevelFigures figures;
    figures.capacity = static_cast<double>(grid.capacity[asset]);
    figures.peak = static_cast<double>(grid.peak[asset]);
    figures.feed_in = static_cast<double>(grid.feed_in[asset]);
    figures.overload = static_cast<double>(grid.overload[asset]);
    figures.overloaded = figures.overload > 0.0 ? 1.0 : 0.0;
    figures.refused = grid.refused[asset];
    if (figures.capacity > 0.0) {
        figures.spare = 1.0 - std::max(figures.peak, figures.feed_in) / figures.capacity;
    }
    if (level == GridLevel::feeder) {
        judge_voltage(turn, asset, figures);
    }
    return figures;
}

Contents contents_of_country(Turn const& turn) {
    auto const& tree = turn.world.grid;
    Contents sum;
    for (auto a = tree.begin(GridLevel::region); a < tree.end(GridLevel::region); ++a) {
        sum += turn.state.grid.contents[sim::id_at<AssetId>(a)];
    }
    return sum;
}

} // namespace

void sum_levels(Turn& turn, sim::Quarter quarter) {
    auto const& tree = turn.world.grid;
    auto const& table = turn.workspace.loads;
    auto& figures = turn.workspace.grid_figures;
    figures = {};
    // Every level feeds the same homes, once.
    auto const contents = contents_of_country(turn);
    double const growth = growth_of_firms(turn, quarter);
    for (std::size_t l = 0; l < grid_levels; ++l) {
        auto const level = static_cast<GridLevel>(l);
        auto const first = tree.begin(level);
        figures[l] = sim::sum_by_chunk<LevelFigures>(
            tree.count(level), assets_at_a_time, [&](std::size_t begin, std::size_t end) {
                LevelFigures sum;
                for (std::size_t a = begin; a < end; ++a) {
                    sum += figures_of(turn, sim::id_at<AssetId>(first + a), level);
                }
                return sum;
            });
        double firms{0.0};
        if (level >= GridLevel::string) {
            for (auto a = first; a < tree.end(level); ++a) {
                firms +=
                    static_cast<double>(turn.state.grid.other[sim::id_at<AssetId>(a)]) * growth;
            }
        }
        figures[l].together = weigh_all_hours(table, contents, firms).peak;
        figures[l].energy = energy_of(table, contents);
    }
}

} // namespace opschaling::models
