#pragma once

#include "app/workshop/kept_figures.hpp"
#include "app/workshop/workshop_runs.hpp"
#include "models/world/simulation.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace opschaling::app {

/// A choice and the baseline out of the same few draws, so that their difference is the choice's.
struct LiveAnswer {
    PointFigures choice;
    PointFigures baseline;
};

/// Runs that a page asks for while a room waits. The common history of a few draws, the baseline
/// and the choices of the evening are kept: only what is new is run.
class LiveRuns {
public:
    /// Runs the histories and the baseline. `prepared` must outlive it.
    LiveRuns(PreparedWorkshop const& prepared, int draws);

    /// The stops that digits stand for; nothing when they are no combination of this workshop.
    [[nodiscard]] std::optional<scenarios::Stops> understood(std::string_view digits) const;

    /// The choice and the baseline; nothing after a stop. `done` is told the part that is done.
    [[nodiscard]] std::optional<LiveAnswer> answer(scenarios::Stops const& stops,
                                                   std::atomic<bool> const& stop,
                                                   std::function<void(double)> const& done) const;

    [[nodiscard]] std::size_t draws() const { return histories_.size(); }

    [[nodiscard]] PreparedWorkshop const& prepared() const { return prepared_; }

private:
    struct History {
        models::Parameters base;
        models::Simulation simulation;
        sim::RunResult figures;
    };

    /// A choice in every draw, from what is kept if it is there; null after a stop.
    [[nodiscard]] KeptFigures::Figures figures_of(scenarios::Stops const& stops,
                                                  std::atomic<bool> const& stop,
                                                  std::function<void(double)> const& done) const;

    [[nodiscard]] KeptFigures::Figures run(scenarios::Stops const& stops,
                                           std::atomic<bool> const& stop,
                                           std::function<void(double)> const& done) const;

    PreparedWorkshop const& prepared_;
    sim::ResultShape shape_;
    std::vector<History> histories_;
    KeptFigures::Figures baseline_;
    mutable KeptFigures kept_;
};

} // namespace opschaling::app
