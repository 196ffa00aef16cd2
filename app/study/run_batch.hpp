#pragma once

#include "app/study/progress.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/scenario.hpp"
#include "sim/results/series.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::app {

/// One run of many on one world: a branch of its replication's history.
struct BatchRun {
    std::uint32_t replication{0};
    /// From the branch on; null goes on as the history was.
    std::shared_ptr<models::Parameters const> parameters{};
    /// What else the run does as it leaves the history, if anything.
    std::function<void(models::Simulation&)> enter{};
    /// What the run imposes from the branch on, in place of `enter`. Runs of one replication and
    /// the same `parameters` that impose something are one run until the first wijkaanpak of each
    /// begins (decision 95).
    std::function<models::Experiment(models::Turn const&)> draw{};
};

/// Many runs that share a world, seed and horizon. Runs of one replication share the history before
/// the branch, which is run once; with the branch at the first quarter each run starts by itself.
struct Batch {
    std::shared_ptr<models::World const> world;
    std::uint32_t seed{1};
    scenarios::Horizon horizon{};
    models::Parameters history{};
    std::vector<BatchRun> runs;
};

/// The world, seed, horizon and common history of a study, without runs yet.
[[nodiscard]] Batch batch_of(scenarios::Study const& study,
                             std::shared_ptr<models::World const> world);

/// A run that has reached its last quarter; `run` is its place in the batch.
struct FinishedRun {
    std::size_t run{0};
    models::Simulation const& simulation;
    sim::ResultShape const& shape;
    sim::RunResult const& figures;
};

/// The numbers that are kept of a run, in an order of the caller's (app/study/read_figures.hpp).
/// Called from several threads.
using Outcome = std::function<std::vector<double>(FinishedRun const&)>;

/// What looks on at the end of each quarter after the branch. Called from several threads, for one
/// run by one at a time.
using OnQuarter = std::function<void(std::size_t run, models::Simulation const&)>;

/// Where finished runs are kept between attempts, and what they belong to: a hash that changes with
/// anything that could change a figure.
struct Keeping {
    std::filesystem::path file;
    std::string plan;
};

/// By run: its numbers, empty for one that failed or that a stop left out; and why it failed.
struct BatchResult {
    std::vector<std::vector<double>> outcomes;
    std::vector<std::string> failures;
    bool stopped{false};
};

/// Quarters that a batch takes, for a progress line and for the time it will take.
[[nodiscard]] std::size_t quarters_of(Batch const& batch);

/// Runs what is not kept yet, several at the same time. The same numbers for any number of threads
/// and after any interruption.
[[nodiscard]] BatchResult run_batch(Batch const& batch, Outcome const& outcome,
                                    std::atomic<bool> const& stop, Progress& progress,
                                    std::optional<Keeping> const& keeping = std::nullopt,
                                    OnQuarter const& on_quarter = {});

} // namespace opschaling::app
