#include "app/workshop/live_runs.hpp"

#include "app/workshop/draws.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>

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
    baseline_ = run(prepared.workshop.baseline, std::atomic<bool>{false}, [](double) {});
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
    auto const choice = figures_of(stops, stop, done);
    if (!choice) {
        return std::nullopt;
    }
    return LiveAnswer{.choice = {scenarios::digits_of(stops), *choice},
                      .baseline = {scenarios::digits_of(prepared_.workshop.baseline), *baseline_}};
}

KeptFigures::Figures LiveRuns::figures_of(scenarios::Stops const& stops,
                                          std::atomic<bool> const& stop,
                                          std::function<void(double)> const& done) const {
    if (stops == prepared_.workshop.baseline) {
        return baseline_;
    }
    auto const digits = scenarios::digits_of(stops);
    if (auto kept = kept_.find(digits)) {
        return kept;
    }
    auto made = run(stops, stop, done);
    if (made) {
        kept_.keep(digits, made);
    }
    return made;
}

KeptFigures::Figures LiveRuns::run(scenarios::Stops const& stops, std::atomic<bool> const& stop,
                                   std::function<void(double)> const& done) const {
    auto const last = prepared_.study.horizon.last.next();
    auto const length = std::max(1, last.index() - prepared_.study.horizon.branch.index());
    auto const quarters = static_cast<double>(histories_.size()) * length;
    std::vector<std::vector<double>> measured(histories_.size());
    std::atomic<std::size_t> stepped{0};
    sim::run_concurrently(histories_.size(), [&](std::size_t draw) {
        auto const& history = histories_[draw];
        models::Simulation branch{history.simulation};
        branch.adopt(at_stops(history.base, prepared_.workshop.levers, stops));
        auto figures = history.figures;
        while (branch.next_quarter() < last && !stop.load(std::memory_order_relaxed)) {
            branch.step(shape_, figures);
            done(static_cast<double>(stepped.fetch_add(1) + 1) / quarters);
        }
        if (!(branch.next_quarter() < last)) {
            measured[draw] = measure_run(
                prepared_.layout, *prepared_.made.world,
                {.run = draw, .simulation = branch, .shape = shape_, .figures = figures});
        }
    });
    std::vector<std::vector<double> const*> runs;
    for (auto const& figures : measured) {
        if (figures.empty()) {
            return nullptr;
        }
        runs.push_back(&figures);
    }
    return std::make_shared<std::vector<Percentiles> const>(percentiles_of(runs));
}

} // namespace opschaling::app
