#include "models/netbeheerder/asset_jobs.hpp"

#include "models/bewoner/schedule_moments.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace opschaling::models {

namespace {

std::span<sim::Power const> sizes_of(NetbeheerderParameters const& parameters, GridLevel level) {
    switch (level) {
    case GridLevel::feeder:
        return parameters.feeder_size;
    case GridLevel::station:
        return parameters.station_size;
    case GridLevel::string:
        return parameters.string_size;
    case GridLevel::substation:
        return parameters.substation_size;
    case GridLevel::region:
        break;
    }
    return {};
}

void book(Turn& turn, AssetJob const& job, GridLevel level, int now) {
    auto const& tree = turn.world.grid;
    auto& grid = turn.state.grid;
    auto const l = static_cast<std::size_t>(level);
    auto const cost = std::llround(cost_of_steps(turn.parameters.netbeheerder, level, job.steps,
                                                 static_cast<double>(tree.cable[job.asset])));
    auto const netbeheerder = tree.netbeheerder[job.asset];
    turn.state.netbeheerders.job_cost[netbeheerder] += cost;
    turn.state.netbeheerders.stations_built[netbeheerder] += level == GridLevel::station ? 1 : 0;
    ++grid.jobs_done[l];
    ++grid.jobs_ever[l];
    grid.job_cost[l] += cost;
    grid.job_wait[l] += now - std::min<int>(grid.short_since[job.asset], job.asked);
    auto& counts = turn.state.wijken.counts[tree.wijk[job.asset]];
    counts.grid_cost += cost;
    counts.total_cost += cost;
}

} // namespace

double standard_size(NetbeheerderParameters const& parameters, GridLevel level, double load,
                     double spare) {
    double const wanted = load / (1.0 - spare);
    for (auto const size : sizes_of(parameters, level)) {
        if (size.canonical() >= wanted) {
            return size.canonical();
        }
    }
    return wanted;
}

std::uint16_t steps_for(NetbeheerderParameters const& parameters, GridLevel level, double load,
                        double capacity) {
    constexpr double most{1000.0};
    double const wanted = load * (1.0 + parameters.planning_margin.value()) - capacity;
    double const step = parameters.step_size[static_cast<std::size_t>(level)].canonical();
    return static_cast<std::uint16_t>(std::clamp(std::ceil(wanted / step), 1.0, most));
}

double cost_of_steps(NetbeheerderParameters const& parameters, GridLevel level, unsigned steps,
                     double cable) {
    double const by_length =
        level == GridLevel::feeder ? cable * parameters.cable_cost.canonical() : 0.0;
    return steps * (parameters.step_cost[static_cast<std::size_t>(level)].canonical() + by_length);
}

double work_of(NetbeheerderParameters const& parameters, GridLevel level, unsigned steps,
               double cable) {
    switch (level) {
    case GridLevel::feeder:
        return steps * cable;
    case GridLevel::string:
        return steps * parameters.string_length;
    default:
        return steps;
    }
}

void finish_asset_jobs(Turn& turn, sim::Quarter quarter) {
    auto& grid = turn.state.grid;
    grid.jobs_done = {};
    grid.job_cost = {};
    grid.job_wait = {};
    std::ranges::fill(turn.state.netbeheerders.job_cost.values(), std::int64_t{0});
    auto const now = static_cast<std::uint16_t>(quarter.index());
    auto const& parameters = turn.parameters.netbeheerder;
    for (auto const& job : grid.jobs) {
        if (job.ready != now) {
            continue;
        }
        auto const level = turn.world.grid.level_of(job.asset);
        grid.capacity[job.asset] += static_cast<float>(
            job.steps * parameters.step_size[static_cast<std::size_t>(level)].canonical());
        if (level == GridLevel::feeder) {
            grid.cables[job.asset] =
                static_cast<std::uint8_t>(std::min(255, grid.cables[job.asset] + job.steps));
        }
        book(turn, job, level, quarter.index());
        grid.under_work[job.asset] = 0;
        grid.short_since[job.asset] = never;
        grid.changed[job.asset] = 1;
    }
    std::erase_if(grid.jobs, [&](AssetJob const& job) { return job.ready == now; });
}

} // namespace opschaling::models
