#pragma once

#include "analysis/store/descriptor.hpp"
#include "analysis/store/hdf5.hpp"
#include "analysis/store/rows_in_file.hpp"
#include "analysis/store/run_status.hpp"
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

/// Writes runs into an unfinished result that nobody has open by the HDF5 library: straight to
/// their places in the file, which costs a fifth of what the library takes for hundreds of short
/// rows. What was written before another write has reached the file before it, whatever ends the
/// process.
class RunColumns {
public:
    /// Asks the library for the places of the shape's series and the other columns of a run.
    RunColumns(std::filesystem::path const& part, sim::ResultShape const& shape, bool has_phases);

    /// Figures, their digest and the times taken, and only then the status.
    void write_done(std::size_t run, sim::RunResult const& result, double seconds,
                    std::span<double const> phase_seconds) const;

    /// The reason, cut to its place; no figures; the status.
    void write_failed(std::size_t run, sim::ResultShape const& shape,
                      std::string_view reason) const;

    /// Takes back that a run is done: its figures cannot be relied upon.
    void write_lost(std::size_t run) const;

private:
    void write_figures(std::size_t run, sim::RunResult const& result) const;
    void write_note(std::size_t run, std::string_view text) const;
    void write_status(std::size_t run, RunStatus status) const;

    Descriptor file_;
    std::vector<RowsInFile> series_;
    RowsInFile digest_;
    RowsInFile note_;
    RowsInFile seconds_;
    RowsInFile phases_;
    RowsInFile status_;
};

/// The reasons noted so far.
[[nodiscard]] std::vector<std::string> read_notes(hid_t file, std::size_t runs);

/// Runs that are done by their status, but whose figures in a result do not agree with their digest
/// in the unfinished one, which may be the same. Every packed block is read once.
[[nodiscard]] std::vector<std::size_t> find_lost_runs(hid_t result, hid_t unfinished,
                                                      sim::ResultShape const& shape,
                                                      std::span<RunStatus const> statuses);

} // namespace opschaling::analysis
