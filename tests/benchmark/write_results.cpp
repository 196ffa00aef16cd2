#include "tests/benchmark/write_results.hpp"

#include "analysis/store/result_writer.hpp"
#include "analysis/store/utc.hpp"
#include "models/world/simulation.hpp"
#include "tests/benchmark/measure.hpp"
#include "tests/support/empty_folder.hpp"

#include <filesystem>

namespace opschaling::benchmark {

std::pair<double, std::uint64_t> write_results(scenarios::Study const& study,
                                               models::World const& world, FinishedRun const& run,
                                               std::size_t times) {
    analysis::ResultPlan plan;
    plan.name = "benchmark";
    plan.title_nl = study.title_nl;
    plan.title_en = study.title_en;
    plan.variants = {{.name = "autonoom",
                      .title_nl = "Autonome ontwikkeling",
                      .title_en = "Autonomous development",
                      .is_reference = true,
                      .changed = {}}};
    plan.replications = times;
    plan.branch = study.horizon.branch;
    plan.resolved_yaml = study.resolved;
    plan.canonical = study.canonical;
    plan.parameters = study.records;
    for (auto const& line : models::schedule_text()) {
        plan.schedule.push_back({line.sentence, line.reads, line.writes});
    }
    plan.world.name = world.name;
    plan.world.homes = static_cast<std::int64_t>(world.homes());
    plan.made_by.started = analysis::utc_now();
    tests::EmptyFolder const folder{"benchmark"};
    auto const path = folder / "result.nc";
    auto const shape = models::result_shape(world, study.horizon.first, study.horizon.last);
    double const seconds = seconds_of([&] {
        auto writer = analysis::ResultWriter::create(path, plan, shape);
        for (std::size_t i = 0; i < times; ++i) {
            writer.write_run(i, run.result, run.seconds, run.phase_seconds);
        }
        writer.finish();
    });
    return {seconds, std::filesystem::file_size(path)};
}

} // namespace opschaling::benchmark
