#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/study/make_world.hpp"
#include "app/study/run_batch.hpp"
#include "scenarios/scenario.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::app {

/// A stop was asked for; what is finished is kept.
class Stopped : public std::runtime_error {
public:
    Stopped() : std::runtime_error{"stopped"} {}
};

/// The world and study of an experiment, and its batches of runs with progress, stop and resume.
class EffectRuns {
public:
    /// `kind` and `folder` say where finished runs are kept between attempts.
    EffectRuns(scenarios::Study study, MadeWorld world, std::string kind,
               std::filesystem::path folder, std::atomic<bool> const& stop, Console const& console);

    [[nodiscard]] scenarios::Study const& study() const { return study_; }

    [[nodiscard]] models::World const& world() const { return *made_.world; }

    [[nodiscard]] std::uint32_t replications() const {
        return static_cast<std::uint32_t>(study_.replications);
    }

    [[nodiscard]] sim::Seed seed(std::uint32_t replication) const {
        return {.study = study_.seed, .replication = replication};
    }

    /// Carries out one batch of the experiment; `part` names it. The expected time is told first.
    /// Throws Stopped after a stop, and a runtime_error when a run failed.
    [[nodiscard]] std::vector<std::vector<double>> run(std::string_view part,
                                                       std::vector<BatchRun> runs,
                                                       Outcome const& outcome,
                                                       OnQuarter const& on_quarter = {});

    /// What a variant of the study changes, on top of these parameters.
    [[nodiscard]] models::Parameters with_variant(models::Parameters parameters,
                                                  scenarios::Variant const& variant) const;

    /// The frame of a result: all but its tables.
    [[nodiscard]] analysis::EffectResult frame() const;

    /// SHA-256 of all that could change a figure.
    [[nodiscard]] std::string plan() const;

private:
    scenarios::Study study_;
    MadeWorld made_;
    std::string kind_;
    std::filesystem::path folder_;
    std::atomic<bool> const& stop_;
    Console const& console_;
    std::size_t runs_{0};
    std::size_t quarters_{0};
    std::chrono::steady_clock::time_point start_{std::chrono::steady_clock::now()};
};

} // namespace opschaling::app
