#include "tests/benchmark/cases.hpp"
#include "tests/benchmark/write_results.hpp"

#include <fmt/format.h>

namespace opschaling::benchmark {

namespace {

constexpr double homes_of_gemeente{20'000.0};
/// Runs in one file, so that a packed block holds many of them.
constexpr std::size_t runs_of_study{128};

Timing time_runs(Bench const& bench, SharedWorld const& world, std::size_t repeats) {
    std::vector<double> seconds;
    for (std::uint32_t i = 0; i < repeats; ++i) {
        seconds.push_back(run_through(bench.study, "circulatie", world, i).seconds);
    }
    return timing_of(std::move(seconds));
}

} // namespace

void measure_small_worlds(Bench const& bench) {
    auto const gemeente =
        build(gemeenten_of_about(bench.netherlands, homes_of_gemeente), bench.study);
    bench.report
        .add_time("gemeente.run", "one gemeente, 132 quarters, circulatie from 2026 on",
                  time_runs(bench, gemeente, bench.settings.short_repeats), gemeente->homes())
        .budget = 0.05;
    auto const run = run_through(bench.study, "circulatie", gemeente);
    auto const written = write_results(bench.study, *gemeente, run, runs_of_study).first;
    bench.report
        .add("results.study",
             "writing a study of 128 runs of the gemeente, of the time of its runs", "1",
             written / runs_of_study / run.seconds, gemeente->homes())
        .budget = 0.05;
    auto const regio = build(middle_regio(bench.netherlands), bench.study);
    bench.report.add_time("regio.run", "one RES-regio, 132 quarters, circulatie from 2026 on",
                          time_runs(bench, regio, bench.settings.quick ? 1 : 3), regio->homes());
}

} // namespace opschaling::benchmark
