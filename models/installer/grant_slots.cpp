#include "models/installer/grant_slots.hpp"

#include "models/bewoner/ask.hpp"
#include "models/grid/connect.hpp"
#include "models/installer/fetch_ahead.hpp"
#include "models/installer/install.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr double hours_per_day{24.0};
constexpr double quarters_per_year{4.0};

struct QueuedJob {
    Job job;
    WijkId wijk{};
    std::uint32_t lot{0};
    std::uint32_t key{0};
};

double days_for(InstallerParameters const& installer, HeatingSystem option) {
    switch (option) {
    case HeatingSystem::gas_boiler:
        return installer.boiler_days.canonical() / hours_per_day;
    case HeatingSystem::hybrid:
        return installer.hybrid_days.canonical() / hours_per_day;
    case HeatingSystem::heat_pump:
        return installer.heat_pump_days.canonical() / hours_per_day;
    case HeatingSystem::warmtenet:
        break;
    }
    return installer.warmtenet_days.canonical() / hours_per_day;
}

/// Calls with each wijk of a regio, in the order of the world.
template <typename Body>
void for_each_wijk(World const& world, RegioId regio, Body const& body) {
    auto const& geography = world.geography;
    for (std::size_t g = 0; g < world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        if (geography.regio_of_gemeente[gemeente] != regio) {
            continue;
        }
        auto const& wijken = geography.wijken_of_gemeente;
        for (auto wijk = wijken.begin(gemeente); wijk < wijken.end(gemeente); ++wijk) {
            body(sim::id_at<WijkId>(wijk));
        }
    }
}

/// Who was left waiting in a regio: the regio's stand one after another, since that is how they
/// were left.
std::span<Job const> waiting_in(Turn const& turn, RegioId regio) {
    auto const& geography = turn.world.geography;
    auto const regio_of = [&](Job const& job) {
        auto const wijk = geography.wijk_of_straat[sim::id_at<StraatId>(job.straat)];
        return geography.regio_of_gemeente[geography.gemeente_of_wijk[wijk]];
    };
    return std::ranges::equal_range(turn.state.waiting, regio, {}, regio_of);
}

/// All requests of a regio, oldest first and by lot within a quarter: an order that does not
/// depend on how homes are stored. Who waits already stands in that order; who asks now comes
/// behind.
std::vector<QueuedJob> line_up(Turn const& turn, RegioId regio) {
    auto const& geography = turn.world.geography;
    std::vector<QueuedJob> queue;
    for (auto const& job : waiting_in(turn, regio)) {
        auto const wijk = geography.wijk_of_straat[sim::id_at<StraatId>(job.straat)];
        queue.push_back({.job = job, .wijk = wijk});
    }
    auto const waiting = static_cast<std::ptrdiff_t>(queue.size());
    for_each_wijk(turn.world, regio, [&](WijkId wijk) {
        for (auto const& job : turn.workspace.new_jobs[sim::position(wijk)]) {
            auto const key = key_of_home(geography, wijk, job.home);
            sim::Dice dice{turn.seed, stream::installation_lot, key, job.asked};
            queue.push_back({.job = job, .wijk = wijk, .lot = dice.word(), .key = key});
        }
    });
    std::sort(queue.begin() + waiting, queue.end(), [](QueuedJob const& a, QueuedJob const& b) {
        return std::tuple{a.lot, a.key} < std::tuple{b.lot, b.key};
    });
    return queue;
}

void withdraw(Turn& turn, QueuedJob const& queued, int now) {
    auto const id = sim::id_at<HomeId>(queued.job.home);
    turn.state.homes.progress[id] &= static_cast<std::uint8_t>(~progress::waiting);
    ++turn.state.wijken.counts[queued.wijk].withdrawn;
    if (queued.job.by_project) {
        --turn.state.projects[turn.state.wijken.project[queued.wijk]].pending;
    }
    if (queued.job.broken) {
        replace_like_for_like(turn, queued.wijk, queued.job.home, now);
    }
}

void serve(Turn& turn, RegioId regio, std::vector<QueuedJob> const& queue, int now,
           std::vector<Job>& left_waiting) {
    auto const& installer = turn.parameters.installer;
    auto& installers = turn.state.installers;
    double boiler_days{0.0};
    for_each_wijk(turn.world, regio, [&](WijkId wijk) {
        boiler_days += static_cast<double>(turn.workspace.boiler_days[wijk]);
    });
    // Boilers and work elsewhere come first.
    double const elsewhere =
        installers.boiler_work[regio] *
        sim::value_at(installer.other_work, sim::Quarter::at(now).midpoint() - 0.5);
    double asked_days = boiler_days + elsewhere;
    double free_days = std::max(0.0, installers.crews[regio] - asked_days);
    double const longest = sim::in_years(turn.parameters.bewoner.longest_wait) * quarters_per_year;
    FetchAhead const ahead{turn, queue.size()};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        ahead.before(i, [&](std::size_t then) -> Job const& { return queue[then].job; });
        auto const& queued = queue[i];
        double const days = days_for(installer, queued.job.option);
        bool const carried =
            grid_carries(turn, queued.job.straat, queued.job.home, queued.job.option);
        asked_days += carried || installer.refused_work_counts ? days : 0.0;
        bool const crewed = !installer.capacity_binds || days <= free_days;
        if (carried && crewed) {
            free_days -= days;
            install(turn, queued.wijk, queued.job, now);
            continue;
        }
        bool const gas_ends = turn.workspace.offers[queued.wijk].gas_ends;
        if ((queued.job.broken && !gas_ends) || now - queued.job.asked >= longest) {
            withdraw(turn, queued, now);
            continue;
        }
        auto& counts = turn.state.wijken.counts[queued.wijk];
        ++(carried ? counts.waiting_installer : counts.waiting_station);
        left_waiting.push_back(queued.job);
    }
    installers.utilisation[regio] =
        installers.crews[regio] > 0.0 ? asked_days / installers.crews[regio] : 0.0;
}

/// What doublings of the installed heat pumps leave of the price (Wright 1936).
double experience_in(Turn const& turn, RegioId regio) {
    auto const& installers = turn.state.installers;
    double const rate = turn.parameters.installer.learning_rate;
    double const before = installers.installed_before[regio];
    return rate > 0.0 && before > 0.0
               ? std::pow(1.0 - rate, std::log2(installers.installed[regio] / before))
               : 1.0;
}

} // namespace

void grant_slots(Turn& turn, sim::Quarter quarter) {
    for (auto& counts : turn.state.wijken.counts.values()) {
        counts.waiting_installer = 0;
        counts.waiting_station = 0;
    }
    std::ranges::fill(turn.state.grid.refused.values(), std::uint16_t{0});
    std::ranges::fill(turn.state.grid.refused_load.values(), 0.0F);
    std::vector<std::vector<Job>> left_waiting(turn.world.regios());
    sim::for_each_chunk(left_waiting.size(), 1, [&](std::size_t r, std::size_t) {
        auto const regio = sim::id_at<RegioId>(r);
        serve(turn, regio, line_up(turn, regio), quarter.index(), left_waiting[r]);
    });
    turn.state.waiting.clear();
    for (auto const& jobs : left_waiting) {
        turn.state.waiting.insert(turn.state.waiting.end(), jobs.begin(), jobs.end());
    }
}

void grow_crews(Turn& turn, sim::Quarter quarter) {
    auto const& installer = turn.parameters.installer;
    auto& installers = turn.state.installers;
    auto const lag = std::min<std::size_t>(
        utilisation_memory - 1, static_cast<std::size_t>(std::lround(
                                    sim::in_years(installer.training_lag) * quarters_per_year)));
    auto const now = static_cast<std::size_t>(quarter.index());
    for (std::size_t r = 0; r < turn.world.regios(); ++r) {
        auto const regio = sim::id_at<RegioId>(r);
        auto& past = installers.past_utilisation[regio];
        past[now % utilisation_memory] = static_cast<float>(installers.utilisation[regio]);
        double const then = now >= lag ? static_cast<double>(past[(now - lag) % utilisation_memory])
                                       : installer.start_utilisation;
        double const response = std::clamp(then - installer.entry_target, installer.entry_lowest,
                                           installer.entry_highest);
        installers.crews[regio] *=
            1.0 + sim::per_year(installer.entry_speed) * response / quarters_per_year;
        double const pressure =
            std::max(0.0, std::min(installers.utilisation[regio], 1.0) - installer.entry_target) /
            std::max(1.0e-9, 1.0 - installer.entry_target);
        installers.price_factor[regio] =
            (1.0 + installer.price_response * pressure) * experience_in(turn, regio);
    }
}

} // namespace opschaling::models
