#include "models/world/build_world.hpp"
#include "models/world/simulation.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace opschaling::benchmark {

namespace {

constexpr std::uint32_t replications{4};
constexpr double bytes_per_gigabyte{1e9};

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
                 std::uint64_t homes, double budget, double bytes) {
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
    for (auto const& [threads, wall] :
         {std::pair{"one_thread", pair.one.wall}, std::pair{"two_threads", pair.two.wall}}) {
        report.add(fmt::format("{}.{}.bytes", name, threads),
                   "the state read once a quarter, the least that goes through the processors",
                   "GB/s", bytes / wall.median / bytes_per_gigabyte, homes);
    }
}

/// What the machine's memory gives at most: adding up numbers in a row, far more than caches hold.
void report_stream(Report& report) {
    constexpr std::size_t numbers{std::size_t{1} << 26U};
    constexpr std::size_t chunk{std::size_t{1} << 17U};
    std::vector<std::uint64_t> const row(numbers, 1);
    std::uint64_t sum{0};
    auto const pair = time_both(5, [&] {
        sum = sim::sum_by_chunk<std::uint64_t>(numbers, chunk, [&](auto begin, auto end) {
            auto const first = row.begin() + static_cast<std::ptrdiff_t>(begin);
            return std::accumulate(first, first + static_cast<std::ptrdiff_t>(end - begin),
                                   std::uint64_t{0});
        });
        if (sum != numbers) {
            throw std::logic_error{"numbers were lost in adding them up"};
        }
    });
    constexpr double bytes{numbers * sizeof(std::uint64_t)};
    for (auto const& [threads, wall] :
         {std::pair{"one_thread", pair.one.wall}, std::pair{"two_threads", pair.two.wall}}) {
        report.add(fmt::format("stream.{}.bytes", threads),
                   "what memory gives for a row of numbers", "GB/s",
                   bytes / wall.median / bytes_per_gigabyte, 0);
    }
}

} // namespace

void measure_threads(Bench const& bench) {
    auto const world =
        build(models::synthetic_netherlands(bench.settings.ensemble_share, 1), bench.study);
    auto const homes = world->homes();
    std::size_t const repeats{3};
    models::Simulation const start{
        world, bench.study.parameters, {.study = bench.study.seed, .replication = 0}};
    auto const& horizon = bench.study.horizon;
    double const bytes = static_cast<double>(start.snapshot().size()) *
                         (horizon.last.next().index() - horizon.first.index());
    report_stream(bench.report);

    auto const inside = time_both(
        repeats, [&] { static_cast<void>(run_through(bench.study, "circulatie", world)); });
    report_pair(bench.report, "run", "one run", inside, homes, 1.6, bytes);

    auto const ensemble = time_both(bench.settings.quick ? repeats : 1, [&] {
        sim::run_concurrently(replications, [&](std::size_t replication) {
            static_cast<void>(run_through(bench.study, "circulatie", world,
                                          static_cast<std::uint32_t>(replication)));
        });
    });
    report_pair(bench.report, "ensemble", "four replications", ensemble, homes, 1.75,
                bytes * replications);
    bench.rest();
}

} // namespace opschaling::benchmark
