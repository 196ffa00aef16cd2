#include "models/world/build_world.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"

namespace opschaling::benchmark {

namespace {

constexpr std::uint32_t replications{4};

/// Seconds with one thread and with two, taken in turn so that a busy neighbour meets both.
struct Pair {
    Timing one;
    Timing two;
};

Pair time_both(std::size_t repeats, std::function<void()> const& work) {
    std::vector<double> one;
    std::vector<double> two;
    for (std::size_t i = 0; i < repeats; ++i) {
        {
            sim::ThreadLimit const limit{1};
            one.push_back(seconds_of(work));
        }
        sim::ThreadLimit const limit{2};
        two.push_back(seconds_of(work));
    }
    return {timing_of(std::move(one)), timing_of(std::move(two))};
}

} // namespace

void measure_threads(Bench const& bench) {
    auto const world =
        build(models::synthetic_netherlands(bench.settings.ensemble_share, 1), bench.study);
    auto const homes = world->homes();
    std::size_t const repeats{3};

    auto const inside = time_both(
        repeats, [&] { static_cast<void>(run_through(bench.study, "circulatie", world)); });
    bench.report.add_time("run.one_thread", "one run on one thread", inside.one, homes);
    bench.report.add_time("run.two_threads", "the same on two", inside.two, homes);
    auto& gain = bench.report.add("run.gain", "two threads against one within a run", "times",
                                  inside.one.median / inside.two.median, homes);
    gain.budget = 1.6;
    gain.at_least = true;

    auto const ensemble = time_both(bench.settings.quick ? repeats : 1, [&] {
        sim::run_concurrently(replications, [&](std::size_t replication) {
            static_cast<void>(run_through(bench.study, "circulatie", world,
                                          static_cast<std::uint32_t>(replication)));
        });
    });
    bench.report.add_time("ensemble.one_thread", "four replications on one thread", ensemble.one,
                          homes);
    bench.report.add_time("ensemble.two_threads", "the same at once on two", ensemble.two, homes);
    auto& ensemble_gain =
        bench.report.add("ensemble.gain", "two threads against one over an ensemble", "times",
                         ensemble.one.median / ensemble.two.median, homes);
    ensemble_gain.budget = 1.75;
    ensemble_gain.at_least = true;
    bench.rest();
}

} // namespace opschaling::benchmark
