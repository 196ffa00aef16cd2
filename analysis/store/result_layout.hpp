#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"
#include "analysis/store/run_status.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Lays out an empty result; returns the dataset of statuses.
[[nodiscard]] h5::Owned write_layout(hid_t file, ResultPlan const& plan,
                                     sim::ResultShape const& shape);

[[nodiscard]] std::vector<RunStatus> read_statuses(hid_t file, std::size_t runs);

/// Whether a run's figures are as many as the shape asks.
[[nodiscard]] bool fits(sim::ResultShape const& shape, sim::RunResult const& result);

/// Whether two results can be told by the same rows: axes and series alike.
[[nodiscard]] bool same_shape(sim::ResultShape const& one, sim::ResultShape const& other);

void write_figures(hid_t file, sim::ResultShape const& shape, std::size_t run,
                   sim::RunResult const& result);

/// Seconds of the run and, where they are given, of each phase.
void write_timing(hid_t file, std::size_t run, double seconds,
                  std::span<double const> phase_seconds);

/// One series of one run: [step * members + member].
[[nodiscard]] std::vector<float> read_figures(hid_t file, sim::ResultShape const& shape,
                                              sim::SeriesDeclaration const& series,
                                              std::size_t run);

/// Whether every figure of the run can be read back.
[[nodiscard]] bool is_whole(hid_t file, sim::ResultShape const& shape, std::size_t run);

} // namespace opschaling::analysis
