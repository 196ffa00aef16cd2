#include "analysis/store/unfinished_runs.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/sha256.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <fcntl.h>

namespace opschaling::analysis {

namespace {

static_assert(std::endian::native == std::endian::little,
              "what lies in memory is what lies in the file");

/// Room for the reason of a failure, in bytes.
constexpr std::size_t note_length{1024};
constexpr std::size_t digest_length{64};

using Note = std::array<std::uint8_t, note_length>;
using Digest = std::array<std::uint8_t, digest_length>;

void write_byte_rows(hid_t file, char const* name, std::size_t runs, std::size_t length,
                     h5::Owned const& run, std::string_view meaning) {
    auto const bytes = h5::create_dimension(file, (std::string{name} + "_byte").c_str(), length);
    auto const rows = h5::create_dataset(file, name, H5T_STD_U8LE, {runs, length});
    h5::attach_scale(rows.id(), 0, run.id());
    h5::attach_scale(rows.id(), 1, bytes.id());
    write_label(rows, {meaning, "1"});
}

template <typename Bytes>
Bytes read_bytes_of(hid_t file, char const* name, std::size_t run) {
    auto const rows = h5::open_dataset(file, name);
    auto const block = row_of(rows.id(), run);
    Bytes bytes{};
    if (block.size() != bytes.size()) {
        throw h5::Failure{std::string{name} + " has another length"};
    }
    h5::read_block(rows.id(), H5T_NATIVE_UINT8, block, bytes.data());
    return bytes;
}

Sha256 begin_hash(std::size_t run) {
    Sha256 hash;
    hash.add("run " + std::to_string(run) + "\n");
    return hash;
}

Digest digest_of(Sha256& hash) {
    Digest digest{};
    std::ranges::copy(hash.digest(), digest.begin());
    return digest;
}

Digest digest_of(std::size_t run, std::vector<std::vector<float>> const& figures) {
    auto hash = begin_hash(run);
    for (auto const& series : figures) {
        hash.add(std::as_bytes(std::span{series}));
    }
    return digest_of(hash);
}

/// Adds what each run has of one series to its hash. Runs that lie together in the file are read
/// together, since a packed block can only be unpacked whole.
void add_series(hid_t result, sim::ResultShape const& shape, sim::SeriesDeclaration const& series,
                std::span<Sha256> hashes) {
    auto const dataset = h5::open_dataset(result, series.name.c_str());
    auto const figures = shape.steps_of(series) * shape.axis_of(series).codes.size();
    auto const together = chunk_of(shape, series, hashes.size()).front();
    std::vector<float> values;
    for (std::size_t first = 0; first < hashes.size(); first += together) {
        auto const runs = std::min<std::size_t>(together, hashes.size() - first);
        auto const block = rows_of(dataset.id(), first, runs);
        if (block.size() != runs * figures) {
            throw h5::Failure{"the series " + series.name + " does not fit its dimensions"};
        }
        values.resize(block.size());
        h5::read_block(dataset.id(), H5T_NATIVE_FLOAT, block, values.data());
        for (std::size_t row = 0; row < runs; ++row) {
            hashes[first + row].add(
                std::as_bytes(std::span{values}.subspan(row * figures, figures)));
        }
    }
}

/// The longest beginning that fits and splits no character of UTF-8.
std::string_view cut(std::string_view text) {
    if (text.size() < note_length) {
        return text;
    }
    auto end = note_length - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

} // namespace

void write_working_columns(hid_t file, std::size_t runs, h5::Owned const& run) {
    write_byte_rows(file, "note", runs, note_length, run, "why the run failed: UTF-8, ended by 0");
    write_byte_rows(file, "digest", runs, digest_length, run,
                    "SHA-256 of the run's figures, in hexadecimal digits");
}

RunColumns::RunColumns(std::filesystem::path const& part, sim::ResultShape const& shape,
                       bool has_phases)
    : file_{part, O_RDWR, "opening"} {
    auto const file = h5::open_file(part, h5::Access::read);
    auto const rows = [&](char const* name, std::size_t row_bytes) {
        return rows_in_file(file.id(), name, row_bytes);
    };
    digest_ = rows("digest", digest_length);
    note_ = rows("note", note_length);
    seconds_ = rows("wall_seconds", sizeof(float));
    status_ = rows("status", sizeof(RunStatus));
    series_.reserve(shape.series.size());
    for (auto const& series : shape.series) {
        auto const figures = shape.steps_of(series) * shape.axis_of(series).codes.size();
        series_.push_back(rows(series.name.c_str(), figures * sizeof(float)));
    }
    if (has_phases) {
        auto const phases = h5::open_dataset(file.id(), "schedule/seconds");
        auto const extent = h5::extent_of(phases.id());
        phases_ = rows("schedule/seconds", value_at(extent, 1, "seconds") * sizeof(float));
    }
}

void RunColumns::write_done(std::size_t run, sim::RunResult const& result, double seconds,
                            std::span<double const> phase_seconds) const {
    write_figures(run, result);
    auto const digest = digest_of(run, result.values);
    file_.write_at(digest_.place_of(run), std::as_bytes(std::span{digest}));
    write_note(run, "");
    auto const shorter = static_cast<float>(seconds);
    file_.write_at(seconds_.place_of(run), std::as_bytes(std::span{&shorter, 1}));
    if (!phase_seconds.empty()) {
        std::vector<float> const phases{phase_seconds.begin(), phase_seconds.end()};
        file_.write_at(phases_.place_of(run), std::as_bytes(std::span{phases}));
    }
    write_status(run, RunStatus::done);
}

void RunColumns::write_failed(std::size_t run, sim::ResultShape const& shape,
                              std::string_view reason) const {
    write_figures(run, sim::RunResult::of_shape(shape));
    write_note(run, reason);
    write_status(run, RunStatus::failed);
}

void RunColumns::write_lost(std::size_t run) const {
    write_status(run, RunStatus::pending);
}

void RunColumns::write_figures(std::size_t run, sim::RunResult const& result) const {
    for (std::size_t s = 0; s < series_.size(); ++s) {
        file_.write_at(series_[s].place_of(run), std::as_bytes(std::span{result.values[s]}));
    }
}

void RunColumns::write_note(std::size_t run, std::string_view text) const {
    Note note{};
    std::ranges::copy(cut(text), note.begin());
    file_.write_at(note_.place_of(run), std::as_bytes(std::span{note}));
}

void RunColumns::write_status(std::size_t run, RunStatus status) const {
    file_.write_at(status_.place_of(run), std::as_bytes(std::span{&status, 1}));
}

std::vector<std::string> read_notes(hid_t file, std::size_t runs) {
    std::vector<std::string> notes;
    for (std::size_t run = 0; run < runs; ++run) {
        auto const note = read_bytes_of<Note>(file, "note", run);
        notes.emplace_back(note.begin(), std::ranges::find(note, std::uint8_t{0}));
    }
    return notes;
}

std::vector<std::size_t> find_lost_runs(hid_t result, hid_t unfinished,
                                        sim::ResultShape const& shape,
                                        std::span<RunStatus const> statuses) {
    std::vector<Sha256> hashes;
    for (std::size_t run = 0; run < statuses.size(); ++run) {
        hashes.push_back(begin_hash(run));
    }
    for (auto const& series : shape.series) {
        add_series(result, shape, series, hashes);
    }
    std::vector<std::size_t> lost;
    for (std::size_t run = 0; run < statuses.size(); ++run) {
        if (statuses[run] == RunStatus::done &&
            digest_of(hashes[run]) != read_bytes_of<Digest>(unfinished, "digest", run)) {
            lost.push_back(run);
        }
    }
    return lost;
}

} // namespace opschaling::analysis
