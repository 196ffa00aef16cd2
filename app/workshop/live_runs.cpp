#include "app/workshop/live_runs.hpp"

#include "app/workshop/draws.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <array>

namespace opschaling::app {

LiveRuns::LiveRuns(PreparedWorkshop const& prepared, int draws)
    : prepared_{prepared},
      shape_{models::result_shape(*prepared.made.world, prepared.study.horizon.first,
                                  prepared.study.horizon.last)} {
    auto const bases =
        draw_parameters(prepared.study.parameters, prepared.workshop.levers.uncertain, draws,
                        prepared.workshop.seed);
    for (std::size_t draw = 0; draw < bases.size(); ++draw) {
        histories_.push_back({.base = bases[draw],
                              .simulation = {prepared.made.world,
                                             bases[draw],
                                             {.study = prepared.workshop.seed,
                                              .replication = static_cast<std::uint32_t>(draw)}},
                              .figures = sim::RunResult::of_shape(shape_)});
    }
    sim::run_concurrently(histories_.size(), [&](std::size_t draw) {
        auto& history = histories_[draw];
        while (history.simulation.next_quarter() < prepared_.study.horizon.branch) {
            history.simulation.step(shape_, history.figures);
        }
    });
}

std::optional<scenarios::Stops> LiveRuns::understood(std::string_view digits) const {
    auto const& levers = prepared_.workshop.levers.levers;
    if (digits.size() != levers.size()) {
        return std::nullopt;
    }
    scenarios::Stops stops;
    for (std::size_t lever = 0; lever < levers.size(); ++lever) {
        if (digits[lever] < '0' || digits[lever] > '9') {
            return std::nullopt;
        }
        auto const stop = static_cast<std::size_t>(digits[lever] - '0');
        if (stop >= levers[lever].stops.size()) {
            return std::nullopt;
        }
        stops.push_back(stop);
    }
    return stops;
}

std::optional<LiveAnswer> LiveRuns::answer(scenarios::Stops const& stops,
                                           std::atomic<bool> const& stop,
                                           std::function<void(double)> const& done) const {
    std::array const asked{stops, prepared_.workshop.baseline};
    auto const last = prepared_.study.horizon.last.next();
    std::size_t const runs = asked.size() * histories_.size();
    auto const quarters =
        static_cast<double>(runs * static_cast<std::size_t>(std::max(
                                       1, last.index() - prepared_.study.horizon.branch.index())));
    std::vector<std::vector<double>> measured(runs);
    std::atomic<std::size_t> stepped{0};
    sim::run_concurrently(runs, [&](std::size_t run) {
        auto const& history = histories_[run / asked.size()];
        models::Simulation branch{history.simulation};
        branch.adopt(at_stops(history.base, prepared_.workshop.levers, asked[run % asked.size()]));
        auto figures = history.figures;
        while (branch.next_quarter() < last && !stop.load(std::memory_order_relaxed)) {
            branch.step(shape_, figures);
            done(static_cast<double>(stepped.fetch_add(1) + 1) / quarters);
        }
        if (!(branch.next_quarter() < last)) {
            measured[run] = measure_run(
                prepared_.layout, *prepared_.made.world,
                {.run = run, .simulation = branch, .shape = shape_, .figures = figures});
        }
    });
    std::array<std::vector<std::vector<double> const*>, 2> by_choice;
    for (std::size_t run = 0; run < runs; ++run) {
        if (measured[run].empty()) {
            return std::nullopt;
        }
        by_choice[run % asked.size()].push_back(&measured[run]);
    }
    return LiveAnswer{.choice = {scenarios::digits_of(stops), percentiles_of(by_choice[0])},
                      .baseline = {scenarios::digits_of(asked[1]), percentiles_of(by_choice[1])}};
}

} // namespace opschaling::app
