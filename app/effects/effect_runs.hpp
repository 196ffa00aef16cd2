#pragma once

#include "analysis/effects/effect_result.hpp"
#include "analysis/effects/stopping.hpp"
#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/study/make_world.hpp"
#include "app/study/run_batch.hpp"
#include "scenarios/scenario.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
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

/// Replications that are run together, [from, to).
struct Round {
    std::uint32_t from{0};
    std::uint32_t to{0};

    /// The name of a batch of this round: "curve", and "curve_from_8" when others came before.
    [[nodiscard]] std::string part(std::string_view of) const;
};

/// A figure that decides how many replications are enough.
struct Watched {
    std::string key;
    analysis::BothLanguages label;
    analysis::BothLanguages of; ///< what a relative precision is a part of
    analysis::WatchedFigure figure;
};

/// The world and study of an experiment, and its batches of runs with progress, stop and resume.
class EffectRuns {
public:
    /// `kind` and `folder` say where finished runs are kept between attempts.
    EffectRuns(scenarios::Study study, MadeWorld world, std::string kind,
               std::filesystem::path folder, std::atomic<bool> const& stop, Console const& console);

    [[nodiscard]] scenarios::Study const& study() const { return study_; }

    [[nodiscard]] models::World const& world() const { return *made_.world; }

    /// How many are run: as the study says, and more once `run_until_known` has asked for them.
    [[nodiscard]] std::uint32_t replications() const { return replications_; }

    [[nodiscard]] sim::Seed seed(std::uint32_t replication) const {
        return {.study = study_.seed, .replication = replication};
    }

    /// Lets the common history go under these parameters; its runs take on those of the study at
    /// the branch.
    void begin_from(models::Parameters history) { history_ = std::move(history); }

    /// From now on `done` is told the part that is done of an experiment of so many runs in all,
    /// from any thread.
    void tell(std::size_t runs, std::function<void(double)> done) {
        expected_runs_ = runs;
        done_ = std::move(done);
    }

    /// Carries out one batch of the experiment; `part` names it. The expected time is told first.
    /// Throws Stopped after a stop, and a runtime_error when a run failed.
    [[nodiscard]] std::vector<std::vector<double>> run(std::string_view part,
                                                       std::vector<BatchRun> runs,
                                                       Outcome const& outcome,
                                                       OnQuarter const& on_quarter = {});

    /// Runs replications in rounds until the study's precision is reached, or as many as it allows:
    /// `run_round` carries one out, `look` gives the figures that count, after all rounds so far.
    /// The same for any number of threads and after any stop, since figures alone decide.
    void run_until_known(std::function<void(Round)> const& run_round,
                         std::function<std::vector<Watched>()> const& look);

    /// The same for an experiment of one batch, with the same runs in each replication: outcomes in
    /// the order of replications.
    [[nodiscard]] std::vector<std::vector<double>> run_replications(
        std::string_view part,
        std::function<std::vector<BatchRun>(std::uint32_t replication)> const& runs_of,
        Outcome const& outcome,
        std::function<std::vector<Watched>(std::vector<std::vector<double>> const&)> const& look);

    /// How many replications that took, why they ended there, and how narrow the intervals are;
    /// nothing for an experiment without any.
    [[nodiscard]] std::vector<analysis::EffectTable> precision_tables() const;

    /// What a variant of the study changes, on top of these parameters.
    [[nodiscard]] models::Parameters with_variant(models::Parameters parameters,
                                                  scenarios::Variant const& variant) const;

    /// The frame of a result: all but its tables.
    [[nodiscard]] analysis::EffectResult frame() const;

    /// SHA-256 of all that could change a figure.
    [[nodiscard]] std::string plan() const;

private:
    /// What looks on, and tells what is done.
    [[nodiscard]] OnQuarter telling(OnQuarter const& on_quarter) const;

    scenarios::Study study_;
    MadeWorld made_;
    std::string kind_;
    std::filesystem::path folder_;
    std::atomic<bool> const& stop_;
    Console const& console_;
    std::optional<models::Parameters> history_{};
    std::size_t expected_runs_{0};
    std::function<void(double)> done_{};
    std::size_t runs_{0};
    std::size_t quarters_{0};
    std::uint32_t replications_;
    std::vector<Watched> watched_;
    std::chrono::steady_clock::time_point start_{std::chrono::steady_clock::now()};
};

} // namespace opschaling::app
