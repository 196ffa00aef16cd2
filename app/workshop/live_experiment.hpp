#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/workshop/workshop_runs.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace opschaling::app {

/// What a room may ask beside a choice, with the estimators of the command `effects`: is the whole
/// the sum of its parts, and is chance being scaled?
enum class LiveExperiment : std::uint8_t { whole, chance };

/// Nothing for a word that is neither "whole" nor "chance".
[[nodiscard]] std::optional<LiveExperiment> live_experiment(std::string_view word);

/// How large such an experiment is, so that a room of people can wait for it: as many replications
/// as some twenty seconds of processor time allow.
struct ExperimentSize {
    int replications{0};
    int pilots{0}; ///< of `chance`: first wijken of which the best is scaled
    sim::Quarter last{};
    std::size_t runs{0};
};

[[nodiscard]] ExperimentSize size_of(LiveExperiment experiment, PreparedWorkshop const& prepared);

/// Carries it out at a choice, in the middle of the plausible assumptions: the history is the
/// study's own, the stops hold from the branch on. Finished runs are kept below `cache`. Nothing
/// after a stop; an InputError where the place is too small. `done` is told the part that is done.
[[nodiscard]] std::optional<analysis::EffectResult>
measure_live(LiveExperiment experiment, PreparedWorkshop const& prepared,
             scenarios::Stops const& stops, std::filesystem::path const& cache,
             std::atomic<bool> const& stop, std::function<void(double)> const& done);

} // namespace opschaling::app
