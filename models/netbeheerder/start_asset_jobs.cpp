#include "models/bewoner/schedule_moments.hpp"
#include "models/netbeheerder/asset_jobs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

using ByLevel = std::array<double, limited_levels>;

/// Yearly output of all netbeheerders with the technicians of 2024, for homes.
ByLevel output_of_country(NetbeheerderParameters const& parameters) {
    ByLevel output{parameters.cable_per_year, parameters.stations_per_year,
                   parameters.string_cable_per_year, parameters.substations_per_year};
    for (auto& value : output) {
        value *= parameters.work_for_homes.value();
    }
    return output;
}

/// Each netbeheerder's part of the stations.
std::vector<double> part_of_stations(World const& world) {
    std::vector<double> part(world.netbeheerders(), 0.0);
    for (auto a = world.grid.begin(GridLevel::station); a < world.grid.end(GridLevel::station);
         ++a) {
        part[sim::position(world.grid.netbeheerder[sim::id_at<AssetId>(a)])] += 1.0;
    }
    for (auto& value : part) {
        value /= std::max<double>(1.0, static_cast<double>(world.stations()));
    }
    return part;
}

/// Jobs that could begin, in the order of the queue rule, by netbeheerder and level.
using Queue = std::vector<AssetJob*>;

bool has_project(Turn const& turn, WijkId wijk) {
    auto const project = turn.state.wijken.project[wijk];
    return project != no_project && turn.state.projects[project].active();
}

void line_up(Turn const& turn, Queue& queue) {
    auto const& tree = turn.world.grid;
    auto const& grid = turn.state.grid;
    auto const rule = turn.parameters.netbeheerder.queue_rule;
    auto const first = [&](AssetJob const* job) {
        float urgency{0.0F};
        if (rule == 1) {
            urgency = -(grid.peak[job->asset] + grid.refused_load[job->asset]) /
                      grid.capacity[job->asset];
        } else if (rule == 2) {
            urgency = has_project(turn, tree.wijk[job->asset]) ? 0.0F : 1.0F;
        }
        return std::tuple{urgency, job->asked, tree.key[job->asset]};
    };
    std::ranges::sort(queue, [&](auto const* a, auto const* b) { return first(a) < first(b); });
}

/// Begins jobs of one netbeheerder and level; gives the yearly output that the queue would fill.
double begin_jobs(Turn const& turn, Queue& queue, GridLevel level, double& credit, int now) {
    auto const& parameters = turn.parameters.netbeheerder;
    line_up(turn, queue);
    double asked{0.0};
    for (auto* job : queue) {
        double const work = work_of(parameters, level, job->steps,
                                    static_cast<double>(turn.world.grid.cable[job->asset]));
        asked += work;
        if (credit > 0.0) { // a large job runs ahead of its output, what follows waits longer
            credit -= work;
            job->ready = quarters_later(
                now, quarters_per_year *
                         sim::in_years(parameters.build_time[static_cast<std::size_t>(level)]));
        }
    }
    return asked;
}

void follow_the_work(Turn& turn, NetbeheerderId netbeheerder, double utilisation, int now) {
    auto const& parameters = turn.parameters.netbeheerder;
    auto& past = turn.state.netbeheerders.past_utilisation[netbeheerder];
    past[static_cast<std::size_t>(now) % utilisation_memory] = static_cast<float>(utilisation);
    auto const lag = std::min<int>(
        utilisation_memory - 1,
        static_cast<int>(std::lround(sim::in_years(parameters.training_lag) * quarters_per_year)));
    double const then =
        now >= lag
            ? static_cast<double>(past[static_cast<std::size_t>(now - lag) % utilisation_memory])
            : parameters.workforce_target;
    double const change =
        std::clamp(then - parameters.workforce_target, -sim::per_year(parameters.workforce_decline),
                   sim::per_year(parameters.workforce_growth));
    auto& workforce = turn.state.netbeheerders.workforce[netbeheerder];
    workforce =
        std::min(parameters.workforce_highest, workforce * (1.0 + change / quarters_per_year));
}

} // namespace

void start_asset_jobs(Turn& turn, sim::Quarter quarter) {
    if (!turn.parameters.grid.is_on) {
        return;
    }
    auto const& parameters = turn.parameters.netbeheerder;
    auto const& tree = turn.world.grid;
    int const now = quarter.index();
    std::vector<std::array<Queue, limited_levels>> queues(turn.world.netbeheerders());
    for (auto& job : turn.state.grid.jobs) {
        if (job.ready == never && job.prepared <= now) {
            queues[sim::position(tree.netbeheerder[job.asset])]
                  [static_cast<std::size_t>(tree.level_of(job.asset))]
                      .push_back(&job);
        }
    }
    auto const country = output_of_country(parameters);
    auto const part = part_of_stations(turn.world);
    for (std::size_t n = 0; n < queues.size(); ++n) {
        auto const netbeheerder = sim::id_at<NetbeheerderId>(n);
        double utilisation{0.0};
        for (std::size_t l = 0; l < limited_levels; ++l) {
            double const yearly = country[l] * part[n] * turn.world.share_of_country *
                                  turn.state.netbeheerders.workforce[netbeheerder];
            auto& credit = turn.state.netbeheerders.credit[netbeheerder][l];
            credit = std::min(credit + yearly / quarters_per_year,
                              yearly * sim::in_years(parameters.credit_time));
            double const asked =
                begin_jobs(turn, queues[n][l], static_cast<GridLevel>(l), credit, now);
            if (yearly > 0.0) {
                utilisation = std::max(utilisation, asked * quarters_per_year / yearly);
            }
        }
        follow_the_work(turn, netbeheerder, utilisation, now);
    }
}

} // namespace opschaling::models
