#pragma once

#include "models/world/simulation.hpp"
#include "sim/results/series.hpp"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::app {

class Progress;

/// A simulation on its way, with the figures it has left behind and the time it took. A copy is a
/// branch.
struct Strand {
    models::Simulation simulation;
    sim::RunResult figures;
    /// Spent by line of the schedule before the strand was last restored from a file.
    std::vector<double> earlier_phase_seconds;
    double seconds{0.0};

    [[nodiscard]] std::vector<double> phase_seconds() const;
};

/// Runs quarters until `end` is the next one, or until a stop is asked for; then the quarter in
/// hand is finished first. True when `end` was reached.
bool advance(Strand& strand, sim::Quarter end, sim::ResultShape const& shape,
             std::atomic<bool> const& stop, Progress& progress);

/// Writes the strand down so that it can go on another day. `plan` says to what it belongs.
void save_strand(Strand const& strand, std::string_view plan, std::filesystem::path const& path);

/// Puts the strand where the file left it. False, and the strand as it was, when there is no such
/// file, it is damaged, or it belongs to another plan.
[[nodiscard]] bool restore_strand(Strand& strand, std::string_view plan,
                                  std::filesystem::path const& path);

} // namespace opschaling::app
