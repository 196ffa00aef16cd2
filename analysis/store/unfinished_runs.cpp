#include "analysis/store/unfinished_runs.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/result_layout.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <fcntl.h>
#include <limits>
#include <utility>

namespace opschaling::analysis {

namespace {

static_assert(std::endian::native == std::endian::little,
              "what lies in memory is what lies in the file");

/// Room for the reason of a failure, in bytes.
constexpr std::size_t note_length{1024};
constexpr std::size_t digest_length{std::tuple_size_v<RunDigest>};

using Note = std::array<std::uint8_t, note_length>;

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

/// Adds what each run has of one series to its sums. Runs that lie together are read together.
void add_series(hid_t unfinished, sim::ResultShape const& shape,
                sim::SeriesDeclaration const& series, std::size_t all_runs, RunSums& sums) {
    auto const dataset = h5::open_dataset(unfinished, series.name.c_str());
    auto const blocks = blocks_of(shape, series, all_runs);
    auto const figures = blocks.steps * blocks.members;
    std::vector<float> values;
    for (std::size_t first = 0; first < all_runs; first += blocks.runs_a_block) {
        auto const runs = std::min(blocks.runs_a_block, all_runs - first);
        auto const block = rows_of(dataset.id(), first, runs);
        if (block.size() != runs * figures) {
            throw h5::Failure{"the series " + series.name + " does not fit its dimensions"};
        }
        values.resize(block.size());
        h5::read_block(dataset.id(), H5T_NATIVE_FLOAT, block, values.data());
        for (std::size_t row = 0; row < runs; ++row) {
            std::vector<std::uint64_t> of_run;
            add_sums(blocks, std::span{values}.subspan(row * figures, figures), of_run);
            sums.add(first + row, of_run);
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
                    "SHA-256 of the sums (CRC-64) of the run's figures, in hexadecimal digits");
}

RunPlaces find_places(hid_t unfinished, std::span<h5::Owned const> series,
                      sim::ResultShape const& shape, bool has_phases) {
    RunPlaces places;
    auto const rows = [&](char const* name, std::size_t row_bytes) {
        return rows_in_file(h5::open_dataset(unfinished, name).id(), row_bytes);
    };
    places.digest = rows("digest", digest_length);
    places.note = rows("note", note_length);
    places.seconds = rows("wall_seconds", sizeof(float));
    places.status = rows("status", sizeof(RunStatus));
    for (std::size_t s = 0; s < series.size(); ++s) {
        auto const& declared = shape.series[s];
        auto const figures = shape.steps_of(declared) * shape.axis_of(declared).codes.size();
        places.series.push_back(rows_in_file(series[s].id(), figures * sizeof(float)));
        places.blocks.push_back(blocks_of(shape, declared, places.status.rows));
    }
    if (has_phases) {
        auto const phases = h5::open_dataset(unfinished, "schedule/seconds");
        auto const extent = h5::extent_of(phases.id());
        places.phases = rows_in_file(phases.id(), value_at(extent, 1, "seconds") * sizeof(float));
    }
    return places;
}

RunPlaces find_places(hid_t unfinished, sim::ResultShape const& shape, bool has_phases) {
    std::vector<h5::Owned> series;
    for (auto const& declared : shape.series) {
        series.push_back(h5::open_dataset(unfinished, declared.name.c_str()));
    }
    return find_places(unfinished, series, shape, has_phases);
}

RunColumns::RunColumns(std::filesystem::path const& part, RunPlaces places)
    : file_{part, O_RDWR, "opening"}, places_{std::move(places)} {}

void RunColumns::write_done(std::size_t run, sim::RunResult const& result, double seconds,
                            std::span<double const> phase_seconds) const {
    write_figures(run, result);
    std::vector<std::uint64_t> sums;
    for (std::size_t s = 0; s < places_.series.size(); ++s) {
        add_sums(places_.blocks[s], result.values[s], sums);
    }
    auto const digest = digest_of(run, sums);
    file_.write_at(places_.digest.place_of(run), std::as_bytes(std::span{digest}));
    write_note(run, "");
    auto const shorter = static_cast<float>(seconds);
    file_.write_at(places_.seconds.place_of(run), std::as_bytes(std::span{&shorter, 1}));
    if (!phase_seconds.empty()) {
        std::vector<float> const phases{phase_seconds.begin(), phase_seconds.end()};
        file_.write_at(places_.phases.place_of(run), std::as_bytes(std::span{phases}));
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

void RunColumns::read(FigureBlock const& block, std::span<float> figures) const {
    auto const& all = block.all;
    if (block.runs() < all.runs_a_block || block.members() < all.members_a_block) {
        std::ranges::fill(figures, std::numeric_limits<float>::quiet_NaN());
    }
    auto const read_at = [&](std::uint64_t place, std::size_t into, std::size_t count) {
        file_.read_at(place, std::as_writable_bytes(figures.subspan(into, count)));
    };
    auto const place = places_.series[block.series].place_of(block.first_run);
    if (all.members_a_block == all.members) {
        read_at(place, 0, block.runs() * all.steps * all.members);
        return;
    }
    for (std::size_t row = 0; row < block.runs() * all.steps; ++row) {
        auto const before = row * all.members + block.first_member;
        read_at(place + before * sizeof(float), row * all.members_a_block, block.members());
    }
}

void RunColumns::write_figures(std::size_t run, sim::RunResult const& result) const {
    for (std::size_t s = 0; s < places_.series.size(); ++s) {
        file_.write_at(places_.series[s].place_of(run), std::as_bytes(std::span{result.values[s]}));
    }
}

void RunColumns::write_note(std::size_t run, std::string_view text) const {
    Note note{};
    std::ranges::copy(cut(text), note.begin());
    file_.write_at(places_.note.place_of(run), std::as_bytes(std::span{note}));
}

void RunColumns::write_status(std::size_t run, RunStatus status) const {
    file_.write_at(places_.status.place_of(run), std::as_bytes(std::span{&status, 1}));
}

std::vector<std::string> read_notes(hid_t file, std::size_t runs) {
    std::vector<std::string> notes;
    for (std::size_t run = 0; run < runs; ++run) {
        auto const note = read_bytes_of<Note>(file, "note", run);
        notes.emplace_back(note.begin(), std::ranges::find(note, std::uint8_t{0}));
    }
    return notes;
}

std::vector<std::size_t> differing_runs(RunSums& sums, hid_t unfinished,
                                        std::span<RunStatus const> statuses) {
    std::vector<std::size_t> differing;
    for (std::size_t run = 0; run < statuses.size(); ++run) {
        if (statuses[run] == RunStatus::done &&
            sums.digest(run) != read_bytes_of<RunDigest>(unfinished, "digest", run)) {
            differing.push_back(run);
        }
    }
    return differing;
}

std::vector<std::size_t> find_lost_runs(hid_t unfinished, sim::ResultShape const& shape,
                                        std::span<RunStatus const> statuses) {
    RunSums sums{statuses.size()};
    for (auto const& series : shape.series) {
        add_series(unfinished, shape, series, statuses.size(), sums);
    }
    return differing_runs(sums, unfinished, statuses);
}

} // namespace opschaling::analysis
