#include "models/world/start_heat.hpp"

#include "models/heat/cost_table.hpp"
#include "models/world/world_streams.hpp"

#include <algorithm>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr double mean_demand{128.0};

/// Parts of the homes of a period in each state of insulation: the labels measured in the wijk,
/// else those of the nation.
std::array<double, insulation_states> insulation_parts(World const& world,
                                                       HeatParameters const& heat, WijkId wijk,
                                                       BuildingPeriod period) {
    auto const& measured = world.geography.measured[wijk];
    if (auto const good = measured[Measured::label_b_share]) {
        auto const part = [&](Measured label) { return measured[label].value_or(0.0); };
        double const poor = part(Measured::label_e_share) + part(Measured::label_f_share) +
                            part(Measured::label_g_share);
        std::array<double, insulation_states> parts{poor, part(Measured::label_d_share),
                                                    part(Measured::label_c_share), *good,
                                                    part(Measured::label_a_share)};
        double const sum = std::accumulate(parts.begin(), parts.end(), 0.0);
        if (sum > 0.0) {
            for (double& share : parts) {
                share /= sum;
            }
            return parts;
        }
    }
    std::array<double, insulation_states> parts{};
    for (std::size_t i = 0; i < insulation_states; ++i) {
        parts[i] =
            heat.insulation_2018[static_cast<std::size_t>(period) * insulation_states + i].value();
    }
    return parts;
}

} // namespace

Insulation first_insulation(World const& world, HeatParameters const& heat, WijkId wijk, HomeId id,
                            std::uint32_t key) {
    auto const& dwellings = world.dwellings;
    if (dwellings.enters[id] > 0) {
        return Insulation::excellent;
    }
    auto const parts = insulation_parts(world, heat, wijk, dwellings.period[id]);
    double left = sim::Dice{world_seed, world_streams::insulation, key, 0}.uniform();
    for (std::size_t i = 0; i + 1 < insulation_states; ++i) {
        left -= parts[i];
        if (left < 0.0) {
            return static_cast<Insulation>(i);
        }
    }
    return Insulation::excellent;
}

void start_behaviour(World const& world, Parameters const& parameters, State& state) {
    auto const& heat = parameters.heat;
    auto const costs = make_lasting_costs(heat, parameters.bewoner, parameters.corporatie);
    auto& behaviour = state.wijken.behaviour;
    behaviour = sim::Column<WijkId, float>(world.wijken(), 1.0F);
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const measured = world.geography.measured[wijk][Measured::gas_use];
        if (!measured) {
            continue;
        }
        double gas{0.0};
        double homes{0.0};
        auto const& range = world.geography.homes_of_wijk;
        for (auto home = range.begin(wijk); home < range.end(wijk); ++home) {
            auto const id = sim::id_at<HomeId>(home);
            if ((state.homes.progress[id] & progress::present) == 0) {
                continue;
            }
            auto const c = heat_class(world.dwellings.shape[id], world.dwellings.period[id],
                                      state.homes.insulation[id]);
            gas += costs.gas[c][static_cast<std::size_t>(state.homes.heating[id])] *
                   world.dwellings.demand_factor[id] / mean_demand;
            homes += 1.0;
        }
        if (gas > 0.0) {
            behaviour[wijk] = static_cast<float>(
                std::clamp(*measured * homes / gas, heat.behaviour_lowest, heat.behaviour_highest));
        }
    }
}

} // namespace opschaling::models
