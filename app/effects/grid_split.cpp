#include "app/effects/grid_split.hpp"

#include "app/effects/whole_design.hpp"
#include "models/grid/explain_asset.hpp"
#include "models/grid/load_table.hpp"
#include "models/world/state.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace opschaling::app {

namespace {

/// So many wijken under one substation make a clear example.
constexpr std::size_t players_aimed_at{16};
constexpr int lead_years{2};

models::AssetId substation_of(models::World const& world, models::WijkId site) {
    auto const straat = sim::id_at<models::StraatId>(world.geography.straten_of_wijk.begin(site));
    auto const& above = world.grid.above;
    return above[above[world.grid.station_of_straat(straat)]];
}

/// The players under the substation whose number of players is nearest to what is aimed at.
std::pair<models::AssetId, std::vector<std::uint32_t>> pick_substation(models::World const& world,
                                                                       Players const& players) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> under;
    for (std::uint32_t i = 0; i < players.size(); ++i) {
        auto const substation = substation_of(world, players.sites[i]);
        under[static_cast<std::uint32_t>(sim::position(substation))].push_back(i);
    }
    auto const distance = [](auto const& entry) {
        auto const size = entry.second.size();
        return size > players_aimed_at ? size - players_aimed_at : players_aimed_at - size;
    };
    auto const best = std::ranges::min_element(under, {}, distance);
    return {sim::id_at<models::AssetId>(best->first), best->second};
}

/// The substation and all strings and stations below it.
std::vector<models::AssetId> assets_below(models::AssetTree const& tree,
                                          models::AssetId substation) {
    std::vector<models::AssetId> assets{substation};
    for (auto const string : tree.below.neighbours(sim::position(substation))) {
        assets.push_back(sim::id_at<models::AssetId>(string));
        for (auto const station : tree.below.neighbours(string)) {
            assets.push_back(sim::id_at<models::AssetId>(station));
        }
    }
    return assets;
}

/// What is kept of the assets in a run: their capacity in the first year, and their contents at the
/// end of each.
class Camera {
public:
    Camera(std::vector<models::AssetId> assets, std::size_t runs)
        : assets_{std::move(assets)}, pictures_(runs) {}

    void look(std::size_t run, models::Simulation const& simulation) {
        if (!simulation.next_quarter().starts_year()) {
            return;
        }
        auto& picture = pictures_[run];
        auto const& grid = simulation.state().grid;
        if (picture.empty()) {
            for (auto const asset : assets_) {
                picture.push_back(static_cast<double>(grid.capacity[asset]));
                picture.push_back(static_cast<double>(grid.other[asset]));
            }
        }
        for (auto const asset : assets_) {
            for (auto const count : grid.contents[asset].count) {
                picture.push_back(count);
            }
        }
    }

    [[nodiscard]] std::vector<double> const& picture(std::size_t run) const {
        return pictures_[run];
    }

private:
    std::vector<models::AssetId> assets_;
    std::vector<std::vector<double>> pictures_;
};

/// The load of one asset year by year, from a picture.
analysis::LoadTrajectory trajectory_of(std::vector<double> const& picture, std::size_t asset,
                                       std::size_t assets, models::LoadTable const& table) {
    auto const head = 2 * assets;
    auto const stride = assets * models::load_classes;
    double const firms = picture[2 * asset + 1];
    analysis::LoadTrajectory trajectory;
    for (auto year = head; year + stride <= picture.size(); year += stride) {
        analysis::HourlyLoad load{std::vector<double>(models::design_hours, 0.0),
                                  std::vector<double>(models::design_hours, 0.0)};
        for (std::size_t h = 0; h < models::design_hours; ++h) {
            load.mean[h] = firms * table.other[h];
        }
        for (std::size_t c = 0; c < models::load_classes; ++c) {
            double const count = picture[year + asset * models::load_classes + c];
            if (count == 0.0) {
                continue;
            }
            for (std::size_t h = 0; h < models::design_hours; ++h) {
                load.mean[h] += count * static_cast<double>(table.all.mean[c][h]);
                load.variance[h] += count * static_cast<double>(table.all.variance[c][h]);
            }
        }
        trajectory.push_back(std::move(load));
    }
    return trajectory;
}

struct Measured {
    std::string key;
    analysis::BothLanguages label;
    analysis::OfTrajectory of;
};

/// Energy, peak and overload of the last year, and what one rule of reinforcement makes of all.
std::vector<Measured> measures_of(models::LoadTable const& table,
                                  analysis::ReinforcementRule const& rule) {
    analysis::AssetMeasure measure{.quantile = table.quantile, .hours_a_year = {}};
    for (std::size_t h = 0; h < models::design_hours; ++h) {
        measure.hours_a_year.push_back(table.day_weight[h / models::hours_a_day]);
    }
    return {{"energy",
             {"energie (kWh per jaar)", "energy (kWh a year)"},
             [measure](auto const& t) { return analysis::energy_of(t.back(), measure); }},
            {"peak",
             {"piek (kW)", "peak (kW)"},
             [measure](auto const& t) { return analysis::peak_of(t.back(), measure.quantile); }},
            {"overload",
             {"overbelasting (kWh per jaar)", "energy above capacity (kWh a year)"},
             [measure, rule](auto const& t) {
                 return analysis::overload_of(t.back(), measure, rule.capacity);
             }},
            {"cost",
             {"verzwaring (euro)", "reinforcement (EUR)"},
             [measure, rule](auto const& t) {
                 return analysis::reinforce(t, measure.quantile, rule).cost;
             }},
            {"waiting", {"jaren te vol", "years too full"}, [measure, rule](auto const& t) {
                 return analysis::reinforce(t, measure.quantile, rule).waiting;
             }}};
}

analysis::ReinforcementRule rule_for(models::Parameters const& parameters, models::GridLevel level,
                                     double capacity) {
    auto const l = static_cast<std::size_t>(level);
    auto const& netbeheerder = parameters.netbeheerder;
    return {.capacity = capacity,
            .step = netbeheerder.step_size[l].canonical(),
            .step_cost = netbeheerder.step_cost[l].canonical(),
            .margin = netbeheerder.planning_margin.value(),
            .lead = lead_years};
}

constexpr std::array levels{models::GridLevel::station, models::GridLevel::string,
                            models::GridLevel::substation};

analysis::BothLanguages name_of(models::GridLevel level) {
    switch (level) {
    case models::GridLevel::station:
        return {"MS/LS-stations", "MV/LV stations"};
    case models::GridLevel::string:
        return {"MS-strengen", "MV strings"};
    default:
        return {"HS/MS-station", "substation"};
    }
}

} // namespace

GridSplit split_grid(EffectRuns& runs, Players const& players) {
    auto const& world = runs.world();
    auto const [substation, under] = pick_substation(world, players);
    auto const assets = assets_below(world.grid, substation);
    std::vector<BatchRun> batch{run_of(world, players, analysis::nobody(players.size()), 0),
                                run_of(world, players, analysis::only(players.size(), under), 0)};
    for (auto const player : under) {
        batch.push_back(
            run_of(world, players, analysis::only(players.size(), std::array{player}), 0));
    }
    Camera camera{assets, batch.size()};
    auto const pictures = runs.run(
        "grid", std::move(batch), [&](FinishedRun const& run) { return camera.picture(run.run); },
        [&](std::size_t run, models::Simulation const& simulation) {
            camera.look(run, simulation);
        });
    auto const& parameters = runs.study().parameters;
    auto const table = models::make_load_table(parameters.grid, parameters.heat);
    GridSplit split;
    for (auto const level : levels) {
        std::vector<GridSplitRow> rows;
        for (std::size_t a = 0; a < assets.size(); ++a) {
            if (world.grid.level_of(assets[a]) != level) {
                continue;
            }
            analysis::AssetRuns of_asset{
                .nobody = trajectory_of(pictures[0], a, assets.size(), table),
                .everybody = trajectory_of(pictures[1], a, assets.size(), table),
                .alone = {}};
            for (std::size_t run = 2; run < pictures.size(); ++run) {
                of_asset.alone.push_back(trajectory_of(pictures[run], a, assets.size(), table));
            }
            auto const measures =
                measures_of(table, rule_for(parameters, level, pictures[0][2 * a]));
            rows.resize(measures.size());
            for (std::size_t m = 0; m < measures.size(); ++m) {
                rows[m].key = std::string{models::name_of_level(level)} + "_" + measures[m].key;
                rows[m].label = {name_of(level).nl + ", " + measures[m].label.nl,
                                 name_of(level).en + ", " + measures[m].label.en};
                rows[m].split += analysis::split_non_additivity(of_asset, measures[m].of);
            }
        }
        split.rows.insert(split.rows.end(), rows.begin(), rows.end());
    }
    return split;
}

} // namespace opschaling::app
