#pragma once

#include "analysis/store/descriptor.hpp"
#include "analysis/store/hdf5.hpp"
#include "analysis/store/rows_in_file.hpp"
#include "analysis/store/run_status.hpp"
#include "analysis/store/run_sums.hpp"
#include "analysis/store/series_blocks.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Runs in an unfinished result. Each has its place in the file from the beginning, so these
/// functions change no structure; the order in which they reach the file is what matters.
namespace opschaling::analysis {

/// The columns that only an unfinished result has: a digest of each run's figures, and a note of
/// fixed length that says why it failed.
void write_working_columns(hid_t file, std::size_t runs, h5::Owned const& run);

/// Where all that belongs to a run lies in an unfinished result.
struct RunPlaces {
    std::vector<RowsInFile> series;
    std::vector<SeriesBlocks> blocks; ///< of the series: what a run's digest is made of
    RowsInFile digest;
    RowsInFile note;
    RowsInFile seconds;
    RowsInFile phases;
    RowsInFile status;
};

/// `series` are the datasets of the shape's series.
[[nodiscard]] RunPlaces find_places(hid_t unfinished, std::span<h5::Owned const> series,
                                    sim::ResultShape const& shape, bool has_phases);

/// The same, opening each of them.
[[nodiscard]] RunPlaces find_places(hid_t unfinished, sim::ResultShape const& shape,
                                    bool has_phases);

/// Writes runs into an unfinished result that nobody has open by the HDF5 library: straight to
/// their places in the file, which costs a fifth of what the library takes for hundreds of short
/// rows. What was written before another write has reached the file before it, whatever ends the
/// process.
class RunColumns {
public:
    RunColumns(std::filesystem::path const& part, RunPlaces places);

    /// Figures, their digest and the times taken, and only then the status.
    void write_done(std::size_t run, sim::RunResult const& result, double seconds,
                    std::span<double const> phase_seconds) const;

    /// The reason, cut to its place; no figures; the status.
    void write_failed(std::size_t run, sim::ResultShape const& shape,
                      std::string_view reason) const;

    /// Takes back that a run is done: its figures cannot be relied upon.
    void write_lost(std::size_t run) const;

    /// The figures of a block, which `figures` has room for. What lies beyond the last run or
    /// member is missing (NaN), as the library would have it.
    void read(FigureBlock const& block, std::span<float> figures) const;

private:
    void write_figures(std::size_t run, sim::RunResult const& result) const;
    void write_note(std::size_t run, std::string_view text) const;
    void write_status(std::size_t run, RunStatus status) const;

    Descriptor file_;
    RunPlaces places_;
};

/// The reasons noted so far.
[[nodiscard]] std::vector<std::string> read_notes(hid_t file, std::size_t runs);

/// Runs that are done by their status, but whose sums do not give the digest in the unfinished
/// result.
[[nodiscard]] std::vector<std::size_t> differing_runs(RunSums& sums, hid_t unfinished,
                                                      std::span<RunStatus const> statuses);

/// The same for the figures in the unfinished result itself.
[[nodiscard]] std::vector<std::size_t> find_lost_runs(hid_t unfinished,
                                                      sim::ResultShape const& shape,
                                                      std::span<RunStatus const> statuses);

} // namespace opschaling::analysis
