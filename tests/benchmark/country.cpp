#include "models/world/build_world.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/import/import_country.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"
#include "tests/benchmark/write_results.hpp"

#include <fmt/format.h>

#include <numeric>

namespace opschaling::benchmark {

namespace {

constexpr double bytes_per_gigabyte{1e9};

void import_cbs(Bench const& bench) {
    auto const folder = std::string{OPSCHALING_SOURCE_DIR "/scenarios/import/"};
    std::vector<scenarios::ExtraFile> extras;
    if (bench.settings.regio_file) {
        extras.push_back({folder + "layouts/res_regios_2020.yaml", *bench.settings.regio_file});
    }
    std::optional<scenarios::ImportedCountry> country;
    auto const importing = time_repeats(1, [&] {
        country = scenarios::import_country({.layout = folder + "layouts/kwb2024_flat.yaml",
                                             .regions = *bench.settings.cbs_file,
                                             .extras = extras,
                                             .tables = folder + "tables"});
    });
    SharedWorld world;
    auto const building = time_repeats(1, [&] { world = build(country->table, bench.study); });
    bench.report.add_time("cbs.import", "the national CBS file read, checked and completed",
                          importing, world->homes());
    bench.report
        .add_time("cbs.build", "homes, straten, ties and stations from it", building,
                  world->homes())
        .budget = 15.0;
}

void report_phases(Bench const& bench, FinishedRun const& run, std::uint64_t homes) {
    auto const phases = models::schedule_text();
    double rest = run.seconds - run.start_seconds;
    bench.report.add_time("phase.start", "the starting state", timing_of({run.start_seconds}),
                          homes);
    for (std::size_t i = 0; i < phases.size(); ++i) {
        rest -= run.phase_seconds[i];
        bench.report.add_time(fmt::format("phase.{:02}", i + 1), phases[i].sentence,
                              timing_of({run.phase_seconds[i]}), homes);
    }
    bench.report.add_time("phase.figures", "figures are added up and recorded", timing_of({rest}),
                          homes);
}

} // namespace

void measure_country(Bench const& bench) {
    auto& report = bench.report;
    if (bench.settings.cbs_file) {
        import_cbs(bench);
    }
    return_free_memory();
    auto const before = resident_bytes();
    SharedWorld world;
    auto const building = time_repeats(1, [&] {
        world = build(models::synthetic_netherlands(bench.settings.country_share, 1), bench.study);
    });
    auto const homes = world->homes();
    auto const per_home = [&](std::uint64_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(homes);
    };
    report
        .add_time("country.build", "the synthetic country, from nothing to homes with ties",
                  building, homes)
        .budget = 15.0;
    bench.rest();
    return_free_memory();
    forget_peak();

    std::vector<double> autonomous;
    std::vector<double> with_route;
    FinishedRun run;
    {
        // A second simulation stays alive, as the common history does while a variant runs.
        models::Simulation const history{
            world, bench.study.parameters, {.study = bench.study.seed, .replication = 0}};
        return_free_memory();
        auto const holding = resident_bytes() - before;
        report
            .add("memory.resident", "world and one simulation, as the system counts it",
                 "bytes/home", per_home(holding), homes)
            .budget = 120.0;
        report.add("memory.world", "columns and ties of the world", "bytes/home",
                   per_home(bytes_of(*world)), homes);
        report.add("memory.state", "the state of one simulation", "bytes/home",
                   per_home(history.snapshot().size()), homes);
        return_free_memory();
        forget_peak();
        for (std::size_t i = 0; i < bench.settings.country_repeats; ++i) {
            run = run_through(bench.study, "autonoom", world);
            autonomous.push_back(run.seconds);
        }
        auto& peak =
            report.add("memory.peak", "most held during a run, with a second simulation", "GB",
                       static_cast<double>(peak_bytes()) / bytes_per_gigabyte, homes);
        peak.budget = 2.0;
        peak.for_now = 3.0;
    }
    auto& run_time = report.add_time("country.run.autonoom", "132 quarters, autonomous",
                                     timing_of(autonomous), homes);
    run_time.budget = 20.0;
    run_time.for_now = 60.0;
    report_phases(bench, run, homes);
    auto const [writing, bytes] = write_results(bench.study, *world, run, 1);
    report.add_time("results.write", "its result file: made, written, sealed", timing_of({writing}),
                    homes);
    report.add("results.share", "of the time of the run", "1", writing / run.seconds, homes)
        .budget = 0.05;
    report.add("results.size", "the result file", "MB", static_cast<double>(bytes) / 1e6, homes);
    run = {};
    bench.rest();

    for (std::size_t i = 0; i < bench.settings.country_repeats; ++i) {
        with_route.push_back(run_through(bench.study, "circulatie", world).seconds);
    }
    auto& route_time =
        report.add_time("country.run.circulatie", "132 quarters, circulatie from 2026 on",
                        timing_of(with_route), homes);
    route_time.budget = 20.0;
    route_time.for_now = 60.0;
    bench.rest();
}

} // namespace opschaling::benchmark
