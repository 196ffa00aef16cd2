#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::benchmark {

void measure_scaling(Bench const& bench) {
    sim::ThreadLimit const limit{1};
    double least{0.0};
    double most{0.0};
    for (double const size : bench.settings.sizes) {
        auto const world = build(part_like(bench.netherlands, size), bench.study);
        // The small ones often, the country once.
        auto const repeats = static_cast<std::size_t>(std::clamp(1e6 / size, 1.0, 5.0));
        std::vector<double> seconds;
        for (std::uint32_t i = 0; i < repeats; ++i) {
            seconds.push_back(processor_seconds_of(
                [&] { static_cast<void>(run_through(bench.study, "autonoom", world, i)); }));
        }
        auto const timing = timing_of(std::move(seconds));
        auto const homes = world->homes();
        double const each = timing.median / static_cast<double>(homes);
        bench.report.add_time(fmt::format("scaling.{:.0e}", size),
                              "processor time of 132 quarters, autonomous", timing, homes);
        bench.report.add(fmt::format("scaling.{:.0e}.each", size), "the same for one home",
                         "us/home", each * 1e6, homes);
        least = least == 0.0 ? each : std::min(least, each);
        most = std::max(most, each);
    }
    bench.report
        .add("scaling.spread", "dearest home against cheapest over these sizes", "times",
             most / least, 0)
        .budget = 1.2;
    bench.rest();
}

} // namespace opschaling::benchmark
