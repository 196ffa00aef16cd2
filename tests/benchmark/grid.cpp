#include "models/world/build_world.hpp"
#include "models/world/simulation.hpp"
#include "tests/benchmark/cases.hpp"

namespace opschaling::benchmark {

namespace {

/// The study's reference over all its quarters, with the grid or without it: processor seconds,
/// which a busy machine leaves alone, and wall seconds.
struct Cost {
    std::vector<double> processor;
    std::vector<double> wall;

    void run(scenarios::Study study, SharedWorld const& world, bool with_grid) {
        study.parameters.grid.is_on = with_grid;
        for (auto& variant : study.variants) {
            variant.parameters.grid.is_on = with_grid;
        }
        processor.push_back(processor_seconds_of(
            [&] { wall.push_back(run_through(study, "circulatie", world).seconds); }));
    }
};

} // namespace

void measure_grid(Bench const& bench) {
    auto const world =
        build(models::synthetic_netherlands(bench.settings.ensemble_share, 1), bench.study);
    Cost with;
    Cost without;
    for (std::size_t i = 0; i < bench.settings.short_repeats; ++i) {
        without.run(bench.study, world, false);
        with.run(bench.study, world, true);
    }
    auto& report = bench.report;
    report.add_time("grid.off", "132 quarters, circulatie, the grid left out",
                    timing_of(without.wall), world->homes());
    report.add_time("grid.on", "the same with the grid", timing_of(with.wall), world->homes());
    report
        .add("grid.cost", "time with the grid against without, medians", "1",
             timing_of(with.wall).median / timing_of(without.wall).median, world->homes())
        .budget = 1.6;
    report
        .add("grid.processor_cost", "the same in processor time", "1",
             timing_of(with.processor).median / timing_of(without.processor).median, world->homes())
        .budget = 1.6;
    bench.rest();
}

} // namespace opschaling::benchmark
