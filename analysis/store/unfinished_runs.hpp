#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/run_status.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
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

/// The columns of an unfinished result, held open from one run to the next: opening and closing
/// hundreds of them for each run took most of the time of writing it. To be let go before the file.
class RunColumns {
public:
    RunColumns(hid_t file, sim::ResultShape const& shape, bool has_phases);

    /// Figures, their digest and the times taken, and only when these have reached the file the
    /// status.
    void write_done(std::size_t run, sim::RunResult const& result, double seconds,
                    std::span<double const> phase_seconds);

    /// The reason, cut to its place; no figures; the status.
    void write_failed(std::size_t run, sim::ResultShape const& shape, std::string_view reason);

private:
    void write_figures(std::size_t run, sim::RunResult const& result);
    void write_note(std::size_t run, std::string_view text);
    void write_status(std::size_t run, RunStatus status);

    hid_t file_;
    std::vector<h5::Owned> series_;
    h5::Owned digest_;
    h5::Owned note_;
    h5::Owned seconds_;
    h5::Owned phases_;
    h5::Owned status_;
};

void write_status(hid_t file, std::size_t run, RunStatus status);

/// The reasons noted so far.
[[nodiscard]] std::vector<std::string> read_notes(hid_t file, std::size_t runs);

/// Runs that are done by their status, but whose figures in a result do not agree with their digest
/// in the unfinished one, which may be the same. Every packed block is read once.
[[nodiscard]] std::vector<std::size_t> find_lost_runs(hid_t result, hid_t unfinished,
                                                      sim::ResultShape const& shape,
                                                      std::span<RunStatus const> statuses);

} // namespace opschaling::analysis
