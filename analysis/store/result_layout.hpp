#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"
#include "analysis/store/run_status.hpp"
#include "analysis/store/shape_record.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// Lays out a result of which no run is done. Gives the datasets of its series, still open.
std::vector<h5::Owned> write_layout(hid_t file, ResultPlan const& plan,
                                    sim::ResultShape const& shape, Stage stage);

[[nodiscard]] std::vector<RunStatus> read_statuses(hid_t file, std::size_t runs);

/// Why each run failed, from a result of either stage.
[[nodiscard]] std::vector<std::string> read_failures(hid_t file, std::size_t runs);

/// Whether a run's figures are as many as the shape asks.
[[nodiscard]] bool fits(sim::ResultShape const& shape, sim::RunResult const& result);

/// Whether two results can be told by the same rows: axes and series alike.
[[nodiscard]] bool same_shape(sim::ResultShape const& one, sim::ResultShape const& other);

/// All that so many runs from `first` on have in a dataset whose first dimension is `run`.
[[nodiscard]] h5::Block rows_of(hid_t dataset, std::size_t first, std::size_t runs);

/// The same of one run.
[[nodiscard]] h5::Block row_of(hid_t dataset, std::size_t run);

/// One series of one run: [step * members + member].
[[nodiscard]] std::vector<float> read_figures(hid_t file, sim::ResultShape const& shape,
                                              sim::SeriesDeclaration const& series,
                                              std::size_t run);

} // namespace opschaling::analysis
