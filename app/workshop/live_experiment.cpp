#include "app/workshop/live_experiment.hpp"

#include "app/effects/pilot_bias.hpp"
#include "app/effects/whole.hpp"
#include "app/workshop/draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace opschaling::app {

namespace {

/// Homes times quarters of an experiment: some twenty seconds on one core, at 45 ns each.
constexpr double affordable{4.5e8};
/// Years after the branch: those of the studies in scenarios/studies/effects.
constexpr int years_of_whole{12};
constexpr int years_of_chance{8};
/// The best of six: a place for a workshop has some tens of wijken.
constexpr int first_wijken{6};
constexpr int fewest_of_whole{4};
constexpr int most_of_whole{16};
constexpr int fewest_of_chance{16};
constexpr int most_of_chance{64};

std::string_view word_of(LiveExperiment experiment) {
    return experiment == LiveExperiment::whole ? "whole" : "chance";
}

/// Runs that one replication takes.
std::size_t runs_each(LiveExperiment experiment, models::World const& world) {
    return experiment == LiveExperiment::whole
               ? runs_of_curve(world, {})
               : 1 + 2 * (static_cast<std::size_t>(first_wijken) + 1);
}

} // namespace

std::optional<LiveExperiment> live_experiment(std::string_view word) {
    for (auto const experiment : {LiveExperiment::whole, LiveExperiment::chance}) {
        if (word == word_of(experiment)) {
            return experiment;
        }
    }
    return std::nullopt;
}

ExperimentSize size_of(LiveExperiment experiment, PreparedWorkshop const& prepared) {
    bool const is_whole = experiment == LiveExperiment::whole;
    auto const& horizon = prepared.study.horizon;
    auto const& world = *prepared.made.world;
    auto const years = is_whole ? years_of_whole : years_of_chance;
    ExperimentSize size{.pilots = first_wijken};
    size.last = std::min(horizon.last, sim::Quarter::at(horizon.branch.index() + 4 * years - 1));
    auto const each = runs_each(experiment, world);
    auto const quarters = size.last.next().index() - horizon.branch.index();
    auto const cost = static_cast<double>(world.homes() * each) * std::max(1, quarters);
    auto const wanted = static_cast<int>(std::min(affordable / std::max(1.0, cost), 1e6));
    size.replications = is_whole ? std::clamp(wanted, fewest_of_whole, most_of_whole)
                                 : std::clamp(wanted, fewest_of_chance, most_of_chance);
    size.runs = each * static_cast<std::size_t>(size.replications);
    return size;
}

std::optional<analysis::EffectResult>
measure_live(LiveExperiment experiment, PreparedWorkshop const& prepared,
             scenarios::Stops const& stops, std::filesystem::path const& cache,
             std::atomic<bool> const& stop, std::function<void(double)> const& done) {
    auto const size = size_of(experiment, prepared);
    auto study = prepared.study;
    study.parameters = at_stops(study.parameters, prepared.workshop.levers, stops);
    study.parameters.experiment.pilots = size.pilots;
    study.seed = prepared.workshop.seed;
    study.replications = size.replications;
    study.horizon.last = size.last;
    study.precision = {};
    study.canonical = fmt::format("{} {} {} {}", plan_of(prepared, {stops}), size.replications,
                                  size.pilots, size.last.index());
    std::ostringstream nobody;
    Console const quiet{.out = nobody, .err = nobody};
    EffectRuns runs{std::move(study),
                    prepared.made,
                    std::string{word_of(experiment)},
                    cache / fmt::format("{}_{}", word_of(experiment), scenarios::digits_of(stops)),
                    stop,
                    quiet};
    runs.begin_from(prepared.study.parameters);
    runs.tell(size.runs, done);
    try {
        return experiment == LiveExperiment::whole ? effect_curve(runs) : effect_chance(runs);
    } catch (Stopped const&) {
        return std::nullopt;
    }
}

} // namespace opschaling::app
