#include "app/sweep/estimate.hpp"

#include "app/study/stop_signal.hpp"
#include "app/sweep/sweep_runs.hpp"
#include "models/world/simulation.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <sys/resource.h>

namespace opschaling::app {

namespace {

/// What a run takes in the file while the sweep is running, besides its figures: numbers, digest
/// and note.
constexpr double bytes_besides{352.0};
constexpr double bytes_of_a_file{200'000.0};

double figures_a_run(sim::ResultShape const& shape) {
    double figures{0.0};
    for (auto const& series : shape.series) {
        figures += static_cast<double>(shape.steps_of(series) * shape.axis_of(series).codes.size());
    }
    return figures;
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    auto const seconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) + 1.0e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double largest_memory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    // The C library keeps it in a union. NOLINTNEXTLINE(*-union-access)
    return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// Runs spread over the points, so that none is timed twice.
std::vector<std::size_t> runs_to_time(analysis::SweepPlan const& plan, std::size_t count) {
    std::vector<std::size_t> runs;
    auto const first = plan.points() * plan.policies(); // of one replication
    auto const step = std::max<std::size_t>(1, first / count);
    for (std::size_t run = 0; run < first && runs.size() < count; run += step) {
        runs.push_back(run);
    }
    return runs;
}

} // namespace

SweepEstimate estimate_sweep(PreparedSweep const& sweep, std::size_t threads,
                             Console const& console) {
    constexpr auto long_enough = std::chrono::seconds{2};
    constexpr std::size_t most_timed{16};
    auto const& plan = sweep.plan;
    SweepRuns const runs{sweep};
    StopSignal const stop;
    auto const asked = runs_to_time(plan, most_timed);
    SweepEstimate estimate{.runs = plan.runs(), .threads = threads};
    estimate.least_runs = plan.stopping ? std::min(plan.stopping->least, plan.study.replications) *
                                              plan.points() * plan.policies()
                                        : plan.runs();
    auto const started = std::chrono::steady_clock::now();
    auto const spent_before = processor_seconds();
    {
        Progress progress{console, runs.quarters_of(asked)};
        for (std::size_t i = 0;
             i < asked.size() && std::chrono::steady_clock::now() - started < long_enough; ++i) {
            std::array const one{asked[i]};
            runs.run(
                one, [](analysis::SweptRun const&) {}, stop.requested(), progress);
            ++estimate.timed_runs;
        }
    }
    auto const spent = processor_seconds() - spent_before;
    // Each was timed with a history of its own; in the sweep, runs of a replication share it.
    auto const timed = std::span{asked}.first(estimate.timed_runs);
    double quarters{0.0};
    for (auto const run : timed) {
        quarters += static_cast<double>(runs.quarters_of(std::array{run}));
    }
    auto const all = analysis::runs_of(plan, {});
    auto const quarters_a_run =
        static_cast<double>(runs.quarters_of(all)) / static_cast<double>(all.size());
    estimate.seconds_a_run = spent / quarters * quarters_a_run;
    estimate.seconds = estimate.seconds_a_run * static_cast<double>(estimate.runs) /
                       static_cast<double>(std::min(threads, estimate.runs));
    auto const figures = static_cast<double>(plan.outcomes.size()) * sizeof(double) +
                         figures_a_run(plan.kept) * sizeof(float);
    auto const inputs = static_cast<double>(plan.inputs.size()) * sizeof(double);
    auto const count = static_cast<double>(estimate.runs);
    estimate.bytes_while_running = bytes_of_a_file + count * (figures + bytes_besides) +
                                   static_cast<double>(plan.points()) * inputs;
    estimate.bytes_when_finished = bytes_of_a_file + count * (figures + inputs + 40.0) +
                                   static_cast<double>(plan.points()) * inputs;
    models::Simulation const simulation{sweep.world.world,
                                        sweep.experiment.study.parameters,
                                        {.study = plan.study.seed, .replication = 0}};
    auto const state = static_cast<double>(simulation.snapshot().size()) +
                       figures_a_run(sweep.shape) * sizeof(float);
    // The pilot held one history and one run; each further thread holds as much again.
    estimate.memory = largest_memory() + 2.0 * state * static_cast<double>(threads - 1);
    return estimate;
}

} // namespace opschaling::app
