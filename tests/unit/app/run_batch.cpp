#include "app/study/run_batch.hpp"

#include "app/effects/players.hpp"
#include "app/effects/whole_design.hpp"
#include "app/study/read_figures.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/support/empty_folder.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

using namespace opschaling;
using namespace opschaling::app;

namespace {

constexpr int branch{6};
constexpr int quarters{12};

/// Two replications, each as it was, with dearer gas and with staff that cannot run short.
Batch three_futures() {
    auto dear_gas = tests::with_routes(0.25, 0.25, 0.25, 0.25);
    for (auto& [year, price] : dear_gas.price.gas.knots) {
        price = price * 4.0;
    }
    auto staffed = tests::with_routes(0.25, 0.25, 0.25, 0.25);
    staffed.project.staff_binds = false;
    auto const dear = std::make_shared<models::Parameters const>(dear_gas);
    auto const full = std::make_shared<models::Parameters const>(staffed);
    Batch batch{.world = tests::polder(),
                .seed = 1,
                .horizon = {.first = sim::Quarter::at(0),
                            .branch = sim::Quarter::at(branch),
                            .last = sim::Quarter::at(quarters - 1)},
                .history = tests::with_routes(0.25, 0.25, 0.25, 0.25),
                .runs = {}};
    for (std::uint32_t const replication : {0U, 1U}) {
        batch.runs.push_back({.replication = replication, .parameters = nullptr});
        batch.runs.push_back({.replication = replication, .parameters = dear});
        batch.runs.push_back({.replication = replication, .parameters = full});
    }
    return batch;
}

std::vector<double> heating_by_wijk(FinishedRun const& run) {
    auto const series = series_named(run.shape, "wijk_homes_gas_boiler");
    std::vector<double> numbers;
    for (auto const value :
         figures_at(run.shape, run.figures, series, sim::Quarter::at(quarters - 1))) {
        numbers.push_back(static_cast<double>(value));
    }
    return numbers;
}

/// Runs a batch quietly, and asks for a stop when so many runs are finished.
BatchResult run_quietly(Batch const& batch, std::optional<Keeping> const& keeping = std::nullopt,
                        std::size_t stop_after = 1000) {
    std::ostringstream out;
    Console const console{.out = out, .err = out};
    Progress progress{console, quarters_of(batch)};
    std::atomic<bool> stop{false};
    std::atomic<std::size_t> finished{0};
    return run_batch(
        batch,
        [&](FinishedRun const& run) {
            if (++finished >= stop_after) {
                stop.store(true);
            }
            return heating_by_wijk(run);
        },
        stop, progress, keeping);
}

} // namespace

TEST_CASE("a run of a batch is the run that one would make by hand", "[app][batch]") {
    auto const batch = three_futures();
    auto const result = run_quietly(batch);
    REQUIRE_FALSE(result.stopped);
    for (std::size_t i = 0; i < batch.runs.size(); ++i) {
        models::Simulation simulation{
            batch.world, batch.history, {.study = 1, .replication = batch.runs[i].replication}};
        auto const shape =
            models::result_shape(*batch.world, batch.horizon.first, batch.horizon.last);
        auto figures = sim::RunResult::of_shape(shape);
        for (int quarter = 0; quarter < quarters; ++quarter) {
            if (quarter == branch && batch.runs[i].parameters) {
                simulation.adopt(*batch.runs[i].parameters);
            }
            simulation.step(shape, figures);
        }
        CHECK(result.outcomes[i] ==
              heating_by_wijk(
                  {.run = i, .simulation = simulation, .shape = shape, .figures = figures}));
    }
    CHECK(result.outcomes[0] != result.outcomes[1]);
    CHECK(result.outcomes[0] != result.outcomes[3]);
}

TEST_CASE("wijken that take part, or a wijk alone, end as in a full run, to the last byte",
          "[app][batch]") {
    constexpr int long_enough{branch + 28}; // for what was drawn to begin
    auto batch = three_futures();
    batch.horizon.last = sim::Quarter::at(long_enough - 1);
    auto const players = players_of(*batch.world);
    auto const parameters = std::make_shared<models::Parameters const>(batch.history);
    batch.runs.clear();
    auto const count = static_cast<std::uint32_t>(players.size());
    for (auto const& taking_part :
         {analysis::only(count, std::array{0U}), analysis::only(count, std::array{count / 2}),
          analysis::nobody(count), analysis::only(count, std::array{count - 1}),
          analysis::only(count, std::array{0U, 1U}), analysis::everybody(count)}) {
        batch.runs.push_back(run_of(*batch.world, players, taking_part, 0, parameters));
    }
    std::vector<std::vector<std::byte>> ends(batch.runs.size());
    std::vector<int> seen(batch.runs.size(), 0);
    std::ostringstream out;
    Console const console{.out = out, .err = out};
    Progress progress{console, quarters_of(batch)};
    std::atomic<bool> const stop{false};
    static_cast<void>(run_batch(
        batch,
        [&](FinishedRun const& run) {
            ends[run.run] = run.simulation.snapshot();
            return heating_by_wijk(run);
        },
        stop, progress, std::nullopt,
        [&](std::size_t run, models::Simulation const& simulation) {
            bool const is_next = simulation.next_quarter().index() == branch + seen[run] + 1;
            seen[run] += is_next ? 1 : 0;
        }));
    for (std::size_t i = 0; i < batch.runs.size(); ++i) {
        CHECK(seen[i] == long_enough - branch);
        models::Simulation simulation{batch.world, batch.history, {.study = 1, .replication = 0}};
        auto const shape =
            models::result_shape(*batch.world, batch.horizon.first, batch.horizon.last);
        auto figures = sim::RunResult::of_shape(shape);
        for (int quarter = 0; quarter < long_enough; ++quarter) {
            if (quarter == branch) {
                simulation.adopt(*parameters);
                simulation.begin_experiment(batch.runs[i].draw);
            }
            simulation.step(shape, figures);
        }
        bool const same = ends[i] == simulation.snapshot();
        CHECK(same);
        bool const apart = i == 0 || ends[i] != ends[0];
        CHECK(apart);
    }
}

TEST_CASE("a batch gives the same numbers on one thread and on two", "[app][batch]") {
    auto const batch = three_futures();
    sim::ThreadLimit const one{1};
    auto const alone = run_quietly(batch);
    CHECK(run_quietly(batch).outcomes == alone.outcomes);
}

TEST_CASE("a batch that was stopped goes on where it was and ends with the same numbers",
          "[app][batch]") {
    tests::EmptyFolder const folder;
    Keeping const keeping{.file = folder / "runs.state", .plan = "a plan"};
    auto const batch = three_futures();
    auto const whole = run_quietly(batch);
    auto const stopped = run_quietly(batch, keeping, 2);
    CHECK(stopped.stopped);
    auto const resumed = run_quietly(batch, keeping);
    CHECK_FALSE(resumed.stopped);
    CHECK(resumed.outcomes == whole.outcomes);

    SECTION("what is kept for another plan is left alone") {
        auto const other = run_quietly(batch, Keeping{.file = keeping.file, .plan = "another"});
        CHECK(other.outcomes == whole.outcomes);
    }
    SECTION("a damaged file costs its runs and no more") {
        std::ofstream{keeping.file, std::ios::binary} << "not what it was";
        CHECK(run_quietly(batch, keeping).outcomes == whole.outcomes);
    }
}

TEST_CASE("a run that fails says why and leaves the others alone", "[app][batch]") {
    auto const batch = three_futures();
    std::ostringstream out;
    Console const console{.out = out, .err = out};
    Progress progress{console, quarters_of(batch)};
    std::atomic<bool> const stop{false};
    auto const result = run_batch(
        batch,
        [](FinishedRun const& run) -> std::vector<double> {
            if (run.run == 1) {
                throw std::runtime_error{"no figure"};
            }
            return heating_by_wijk(run);
        },
        stop, progress);
    CHECK_FALSE(result.stopped);
    CHECK(result.failures[1] == "no figure");
    CHECK(result.outcomes[1].empty());
    CHECK_FALSE(result.outcomes[5].empty());
}

TEST_CASE("a batch that parts at its first quarter starts each run from its own parameters",
          "[app][batch]") {
    auto batch = three_futures();
    batch.horizon.branch = batch.horizon.first;
    auto warm = batch.history;
    warm.heat.hybrid_share_2018 = sim::Share{0.5};
    batch.runs = {{.replication = 0, .parameters = nullptr},
                  {.replication = 0, .parameters = std::make_shared<models::Parameters>(warm)}};
    auto const result = run_quietly(batch);
    CHECK(result.outcomes[0] != result.outcomes[1]);
    CHECK(quarters_of(batch) == std::size_t{2} * quarters);
}

TEST_CASE("a series that is not there is refused with the nearest that is", "[app][batch]") {
    auto const shape =
        models::result_shape(*tests::polder(), sim::Quarter::at(0), sim::Quarter::at(3));
    CHECK_THROWS_WITH(series_named(shape, "homes_gas_freee"), Catch::Contains("homes_gas_free"));
}
