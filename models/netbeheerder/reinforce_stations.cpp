#include "models/netbeheerder/reinforce_stations.hpp"

#include "models/bewoner/schedule_moments.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

NetbeheerderId netbeheerder_of(World const& world, StationId station) {
    auto const& geography = world.geography;
    return geography
        .netbeheerder_of_gemeente[geography.gemeente_of_wijk[geography.wijk_of_station[station]]];
}

std::vector<double> part_of_stations(World const& world) {
    std::vector<double> part(world.netbeheerders(), 0.0);
    for (std::size_t s = 0; s < world.stations(); ++s) {
        part[sim::position(netbeheerder_of(world, sim::id_at<StationId>(s)))] += 1.0;
    }
    for (auto& value : part) {
        value /= std::max<double>(1.0, static_cast<double>(world.stations()));
    }
    return part;
}

struct Request {
    std::uint16_t asked;
    float waiting;
    std::uint32_t key; ///< the wijk's number and the station's rank, whatever the storage order
    StationId station;
};

std::vector<std::vector<Request>> requests(Turn const& turn) {
    auto const& world = turn.world;
    std::vector<std::vector<Request>> found(world.netbeheerders());
    std::uint32_t rank{0};
    for (std::size_t s = 0; s < world.stations(); ++s) {
        auto const station = sim::id_at<StationId>(s);
        auto const wijk = world.geography.wijk_of_station[station];
        bool const same =
            s > 0 && world.geography.wijk_of_station[sim::id_at<StationId>(s - 1)] == wijk;
        rank = same ? rank + 1 : 0;
        if (turn.state.stations.asked[station] != never &&
            turn.state.stations.ready[station] == never) {
            found[sim::position(netbeheerder_of(world, station))].push_back(
                {turn.state.stations.asked[station], turn.state.stations.waiting[station],
                 world.geography.homes_key[wijk] + rank, station});
        }
    }
    for (auto& queue : found) {
        std::ranges::sort(queue, [](Request const& a, Request const& b) {
            return std::tuple{a.asked, -a.waiting, a.key} < std::tuple{b.asked, -b.waiting, b.key};
        });
    }
    return found;
}

} // namespace

float size_of_station(NetbeheerderParameters const& parameters, double load, double spare) {
    double const wanted = load / (1.0 - spare);
    for (auto const size : parameters.station_size) {
        if (size.canonical() >= wanted) {
            return static_cast<float>(size.canonical());
        }
    }
    return static_cast<float>(wanted); // more than the largest unit: several of them
}

void finish_station_jobs(Turn& turn, sim::Quarter quarter) {
    auto& stations = turn.state.stations;
    auto const& parameters = turn.parameters.netbeheerder;
    auto const now = static_cast<std::uint16_t>(quarter.index());
    for (std::size_t s = 0; s < turn.world.stations(); ++s) {
        auto const station = sim::id_at<StationId>(s);
        if (stations.ready[station] != now) {
            continue;
        }
        // One step up at least, and room for what was refused.
        double const wanted =
            std::max(static_cast<double>(stations.capacity[station]) + 1.0,
                     static_cast<double>(stations.load[station] + stations.waiting[station]));
        stations.capacity[station] = size_of_station(parameters, wanted, 0.0);
        stations.ready[station] = never;
        stations.asked[station] = never;
        ++turn.state.netbeheerders.stations_built[netbeheerder_of(turn.world, station)];
        auto& counts = turn.state.wijken.counts[turn.world.geography.wijk_of_station[station]];
        counts.private_cost += std::llround(parameters.station_cost.canonical());
        counts.total_cost += std::llround(parameters.station_cost.canonical());
    }
}

void start_station_jobs(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.netbeheerder;
    double const national = sim::value_at(parameters.stations_per_year, quarter.midpoint() - 0.5) *
                            parameters.stations_for_homes.value() * turn.world.share_of_country;
    auto const part = part_of_stations(turn.world);
    auto const queues = requests(turn);
    for (std::size_t n = 0; n < queues.size(); ++n) {
        auto& credit = turn.state.netbeheerders.build_credit[sim::id_at<NetbeheerderId>(n)];
        double const yearly = national * part[n];
        credit = std::min(credit + yearly / quarters_per_year,
                          std::max(1.0, yearly * sim::in_years(parameters.credit_time)));
        for (auto const& request : queues[n]) {
            if (credit < 1.0) {
                break;
            }
            credit -= 1.0;
            turn.state.stations.ready[request.station] =
                quarters_later(quarter.index(), sim::in_years(parameters.lead_time) * 4.0);
        }
    }
}

} // namespace opschaling::models
