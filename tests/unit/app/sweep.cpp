#include "analysis/store/sweep_file.hpp"
#include "app/sweep/outcomes.hpp"
#include "app/sweep/prepare_sweep.hpp"
#include "app/sweep/run_sweep.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace opschaling;
using namespace opschaling::tests;
using app::ExitCode;
using How = scenarios::ExperimentOutcome::How;

namespace {

/// One series of each kind over 2025 and 2026, by quarter, for the country.
sim::ResultShape two_series() {
    sim::ResultShape shape;
    shape.axes = {
        {.name = "land", .long_name = "Country", .codes = {"NL"}, .names = {"Nederland"}}};
    for (auto const kind : {sim::SeriesKind::stock, sim::SeriesKind::flow}) {
        sim::SeriesDeclaration series;
        series.name = kind == sim::SeriesKind::stock ? "homes" : "cost";
        series.axis = "land";
        series.kind = kind;
        series.unit = "1";
        shape.series.push_back(series);
    }
    shape.first_quarter = sim::Quarter::of(2025, 1).index();
    shape.quarters = 8;
    shape.first_year = 2025;
    shape.years = 2;
    return shape;
}

sim::RunResult two_series_run() {
    return {.values = {{10, 11, 12, 13, 17, 21, 20, 19}, {1, 2, 3, 4, 5, 6, 7, 8}}};
}

scenarios::ExperimentOutcome outcome(std::string series, How how, int year = 2026) {
    scenarios::ExperimentOutcome asked;
    asked.name = "asked";
    asked.series = {std::move(series)};
    asked.how = how;
    asked.year = year;
    return asked;
}

double value_of(scenarios::ExperimentOutcome const& asked) {
    auto const branch = sim::Quarter::of(2026, 1);
    REQUIRE(app::problems_with(asked, two_series(), branch).empty());
    return app::measure_outcomes(std::vector{asked}, two_series(), two_series_run(), branch)
        .front();
}

/// A tiny experiment in a folder of its own, with what a person would see of it.
struct TinySweep {
    EmptyFolder folder{"tiny"};
    std::ostringstream out;
    std::ostringstream err;
    app::Console console{
        .out = out, .err = err, .err_is_terminal = false, .language = analysis::Language::english};
    app::SweepArguments arguments;

    TinySweep() {
        write_text(folder / "study.yaml", "schema: opschaling-study/1\n"
                                          "world: {share: wijk}\n"
                                          "horizon: {branch: 2018-Q3, last: 2018-Q4}\n");
        write_text(folder / "tiny.yaml", "schema: opschaling-experiment/1\n"
                                         "study: study.yaml\n"
                                         "uncertainties: {bewoner.cost_weight: {}}\n"
                                         "outcomes: {homes: {series: homes_gas_free, year: 2018}}\n"
                                         "design: {type: lhs, n: 10}\n"
                                         "replications: 2\n");
        arguments.study.file = folder / "tiny.yaml";
        arguments.output = folder / "tiny.nc";
        std::filesystem::create_directory_symlink(
            std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios", folder / "scenarios");
    }

    app::PreparedSweep prepare() { return prepare_sweep(arguments, "opschaling sweep", console); }
};

} // namespace

TEST_CASE("an outcome is a level, a sum, a growth or an extreme", "[app][sweep]") {
    CHECK(value_of(outcome("homes", How::in_year)) == 19);
    CHECK(value_of(outcome("homes", How::in_year, 2025)) == 13);
    CHECK(value_of(outcome("homes", How::since_branch)) == 19 - 13);
    CHECK(value_of(outcome("homes", How::highest)) == 21);
    CHECK(value_of(outcome("homes", How::lowest)) == 17);
    CHECK(value_of(outcome("cost", How::in_year)) == 5 + 6 + 7 + 8);
    CHECK(value_of(outcome("cost", How::in_year, 2025)) == 1 + 2 + 3 + 4);
    CHECK(value_of(outcome("cost", How::since_branch)) == 26);
}

TEST_CASE("what a run does not record is said", "[app][sweep]") {
    auto const branch = sim::Quarter::of(2026, 1);
    auto const says = [&](scenarios::ExperimentOutcome const& asked, std::string const& words) {
        auto const problems = app::problems_with(asked, two_series(), branch);
        REQUIRE_FALSE(problems.empty());
        CHECK_THAT(problems.front(), Catch::Matchers::Contains(words));
    };
    says(outcome("hoems", How::in_year), "did you mean 'homes'?");
    says(outcome("homes", How::in_year, 2027), "do not cover 2027");
    says(outcome("homes", How::highest, 2025), "before the branch");
    auto elsewhere = outcome("homes", How::in_year);
    elsewhere.place = "NX";
    says(elsewhere, "did you mean 'NL'?");
    auto mixed = outcome("homes", How::in_year);
    mixed.series.emplace_back("cost");
    says(mixed, "cannot be added");
}

TEST_CASE("runs that fail are data: the others are done, and the ending says so", "[app][sweep]") {
    TinySweep tiny;
    auto const prepared = tiny.prepare();
    app::MakeExecute const fails_some =
        [&](app::SweepRuns const& runs, std::atomic<bool> const& stop, app::Progress& progress) {
            return [&](std::span<std::size_t const> asked, app::TakeRun const& take) {
                std::vector<std::size_t> rest;
                for (auto const run : asked) {
                    if (run % 5 == 2) {
                        take(analysis::empty_run(prepared.plan, run, analysis::RunStatus::failed,
                                                 "the queue of a station ran below zero"));
                    } else {
                        rest.push_back(run);
                    }
                }
                runs.run(rest, take, stop, progress);
            };
        };
    auto const ending = app::run_sweep(prepared, tiny.arguments, fails_some, tiny.console);
    CHECK(ending.code == ExitCode::some_runs_failed);
    CHECK_THAT(tiny.err.str(), Catch::Matchers::Contains("4 of 20 runs failed") &&
                                   Catch::Matchers::Contains("run 7 (point 7, basis, replication "
                                                             "0): the queue of a station"));
    auto const file = analysis::SweepFile::open(ending.result);
    CHECK(std::ranges::count(file.statuses(), analysis::RunStatus::failed) == 4);
    CHECK(std::isnan(file.outcome("homes")[7]));
    CHECK(std::isfinite(file.outcome("homes")[8]));
    CHECK(file.read(7, 1).front().reason == "the queue of a station ran below zero");
    // Asked again, the result is shown as it is.
    CHECK(app::run_sweep(prepared, tiny.arguments, fails_some, tiny.console).code ==
          ExitCode::some_runs_failed);
}

TEST_CASE("a run's dice are its replication, whatever its point", "[app][sweep]") {
    TinySweep tiny;
    auto const plan = tiny.prepare().plan;
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        CHECK(plan.dice_of(run) == plan.replication_of(run));
    }
    CHECK(plan.replication_of(plan.run_of(1, 3, 0)) == 1);
    CHECK(plan.point_of(plan.run_of(1, 3, 0)) == 3);
}
