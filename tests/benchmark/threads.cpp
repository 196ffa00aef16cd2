#include "models/world/build_world.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"

#include <array>

namespace opschaling::benchmark {

namespace {

constexpr std::uint32_t replications{4};

struct Times {
    Timing wall;
    double processor{0.0}; ///< s, median
};

struct Pair {
    Times one;
    Times two;
};

/// With one thread and with two, taken in turn so that a busy neighbour meets both.
Pair time_both(std::size_t repeats, std::function<void()> const& work) {
    std::array<std::vector<double>, 2> wall;
    std::array<std::vector<double>, 2> processor;
    for (std::size_t i = 0; i < repeats; ++i) {
        for (std::size_t threads = 1; threads <= 2; ++threads) {
            sim::ThreadLimit const limit{threads};
            processor[threads - 1].push_back(
                processor_seconds_of([&] { wall[threads - 1].push_back(seconds_of(work)); }));
        }
    }
    return {{timing_of(wall[0]), timing_of(processor[0]).median},
            {timing_of(wall[1]), timing_of(processor[1]).median}};
}

/// The gain, and beside it what makes it up: a busy machine gives fewer processors, and work that
/// two threads do twice or wait for shows as more processor time.
void report_pair(Report& report, std::string const& name, std::string const& what, Pair const& pair,
                 std::uint64_t homes, double budget) {
    report.add_time(name + ".one_thread", what + " on one thread", pair.one.wall, homes);
    report.add_time(name + ".two_threads", "the same on two", pair.two.wall, homes);
    auto& gain = report.add(name + ".gain", "two threads against one", "times",
                            pair.one.wall.median / pair.two.wall.median, homes);
    gain.budget = budget;
    gain.at_least = true;
    report.add(name + ".processors", "processors that the two threads got", "1",
               pair.two.processor / pair.two.wall.median, homes);
    report.add(name + ".extra_work", "processor time with two threads against one", "times",
               pair.two.processor / pair.one.processor, homes);
}

} // namespace

void measure_threads(Bench const& bench) {
    auto const world =
        build(models::synthetic_netherlands(bench.settings.ensemble_share, 1), bench.study);
    auto const homes = world->homes();
    std::size_t const repeats{3};

    auto const inside = time_both(
        repeats, [&] { static_cast<void>(run_through(bench.study, "circulatie", world)); });
    report_pair(bench.report, "run", "one run", inside, homes, 1.6);

    auto const ensemble = time_both(bench.settings.quick ? repeats : 1, [&] {
        sim::run_concurrently(replications, [&](std::size_t replication) {
            static_cast<void>(run_through(bench.study, "circulatie", world,
                                          static_cast<std::uint32_t>(replication)));
        });
    });
    report_pair(bench.report, "ensemble", "four replications", ensemble, homes, 1.75);
    bench.rest();
}

} // namespace opschaling::benchmark
