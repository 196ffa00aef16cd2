#include "analysis/store/sweep_part.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/sweep_layout.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace opschaling::analysis {

namespace {

/// Room for the reason of a failure, in bytes.
constexpr std::size_t note_length{240};
constexpr std::size_t digest_length{64};

constexpr auto figures_name = "outcome_values";
constexpr auto digest_name = "digest";
constexpr auto note_name = "note";

void write_byte_rows(hid_t file, char const* name, std::size_t runs, std::size_t length,
                     h5::Owned const& run, std::string_view meaning) {
    auto const bytes = h5::create_dimension(file, (std::string{name} + "_byte").c_str(), length);
    auto const rows = h5::create_dataset(file, name, H5T_STD_U8LE, {runs, length});
    h5::attach_scale(rows.id(), 0, run.id());
    h5::attach_scale(rows.id(), 1, bytes.id());
    write_label(rows, {meaning, "1"});
}

std::string digest_of(SweptRun const& run) {
    Sha256 hash;
    hash.add("run " + std::to_string(run.run) + "\n");
    hash.add(std::as_bytes(std::span{run.outcomes}));
    for (auto const& series : run.kept.values) {
        hash.add(std::as_bytes(std::span{series}));
    }
    return hash.digest();
}

/// The text in a place of fixed length, cut where no character of UTF-8 is split.
std::string placed(std::string_view text, std::size_t length) {
    auto end = std::min(text.size(), length);
    while (end > 0 && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    std::string place{text.substr(0, end)};
    place.resize(length, '\0');
    return place;
}

/// Values of runs one after another, of which each has a row of the same length.
template <typename Value>
void write_rows(hid_t file, char const* name, std::size_t first, std::size_t runs,
                std::vector<Value> const& values) {
    if (values.empty()) {
        return;
    }
    auto const dataset = h5::open_dataset(file, name);
    h5::write_block(dataset.id(), detail::memory_type<Value>(),
                    {.start = {first, 0}, .count = {runs, values.size() / runs}}, values.data());
}

template <typename Value>
std::vector<Value> read_rows(hid_t file, char const* name, std::size_t first, std::size_t runs,
                             std::size_t length) {
    std::vector<Value> values(runs * length);
    if (!values.empty()) {
        auto const dataset = h5::open_dataset(file, name);
        h5::read_block(dataset.id(), detail::memory_type<Value>(),
                       {.start = {first, 0}, .count = {runs, length}}, values.data());
    }
    return values;
}

template <typename Value>
void write_column_of(hid_t file, char const* name, std::size_t first,
                     std::vector<Value> const& values) {
    auto const dataset = h5::open_dataset(file, name);
    h5::write_block(dataset.id(), detail::memory_type<Value>(),
                    {.start = {first}, .count = {values.size()}}, values.data());
}

template <typename Value>
std::vector<Value> read_column_of(hid_t file, char const* name, std::size_t first,
                                  std::size_t count) {
    auto const dataset = h5::open_dataset(file, name);
    std::vector<Value> values(count);
    h5::read_block(dataset.id(), detail::memory_type<Value>(), {.start = {first}, .count = {count}},
                   values.data());
    return values;
}

void append_bytes(std::vector<std::uint8_t>& to, std::string const& text) {
    to.insert(to.end(), text.begin(), text.end());
}

std::vector<std::uint8_t> statuses_of(std::span<PlacedRun const> runs) {
    std::vector<std::uint8_t> statuses;
    for (auto const& placed_run : runs) {
        statuses.push_back(static_cast<std::uint8_t>(placed_run.run->status));
    }
    return statuses;
}

/// All but the statuses of runs whose positions follow on each other.
void write_stretch(hid_t file, SweepPlan const& plan, std::span<PlacedRun const> runs) {
    auto const first = runs.front().position;
    std::vector<double> figures;
    std::vector<std::uint8_t> digests;
    std::vector<std::uint8_t> notes;
    std::vector<float> seconds;
    std::vector<SweptRun> kept;
    for (auto const& [position, run] : runs) {
        figures.insert(figures.end(), run->outcomes.begin(), run->outcomes.end());
        append_bytes(digests, digest_of(*run));
        append_bytes(notes, placed(run->reason, note_length));
        seconds.push_back(static_cast<float>(run->seconds));
        if (!plan.kept.series.empty()) {
            kept.push_back(*run);
        }
    }
    write_rows(file, figures_name, first, runs.size(), figures);
    write_rows(file, digest_name, first, runs.size(), digests);
    write_rows(file, note_name, first, runs.size(), notes);
    write_column_of(file, "wall_seconds", first, seconds);
    write_kept(file, plan.kept, first, kept);
}

/// Calls `work` with each stretch of runs whose positions follow on each other.
template <typename Work>
void for_each_stretch(std::span<PlacedRun const> runs, Work const& work) {
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= runs.size(); ++end) {
        if (end == runs.size() || runs[end].position != runs[end - 1].position + 1) {
            work(runs.subspan(begin, end - begin));
            begin = end;
        }
    }
}

} // namespace

void write_part_columns(hid_t file, SweepPlan const& plan, std::size_t runs, h5::Owned const& run) {
    if (!plan.outcomes.empty()) {
        auto const columns = h5::create_dimension(file, "figure", plan.outcomes.size());
        auto const figures =
            h5::create_dataset(file, figures_name, H5T_IEEE_F64LE, {runs, plan.outcomes.size()},
                               {.chunk = {}, .fill = std::numeric_limits<float>::quiet_NaN()});
        h5::attach_scale(figures.id(), 0, run.id());
        h5::attach_scale(figures.id(), 1, columns.id());
        write_label(figures, {"outcomes in the order of /outcomes", "1"});
    }
    write_byte_rows(file, note_name, runs, note_length, run,
                    "why the run failed: UTF-8, ended by 0");
    write_byte_rows(file, digest_name, runs, digest_length, run,
                    "SHA-256 of the run's figures, in hexadecimal digits");
}

void write_part_runs(hid_t file, SweepPlan const& plan, std::span<PlacedRun const> runs) {
    for_each_stretch(runs, [&](auto stretch) { write_stretch(file, plan, stretch); });
    h5::flush(file);
    for_each_stretch(runs, [&](auto stretch) {
        write_column_of(file, "status", stretch.front().position, statuses_of(stretch));
    });
    h5::flush(file);
}

void forget_part_run(hid_t file, std::size_t position) {
    write_column_of(file, "status", position, std::vector<std::uint8_t>{0});
    h5::flush(file);
}

std::vector<SweptRun> read_part_runs(hid_t file, SweepPlan const& plan,
                                     std::span<std::size_t const> ids, std::size_t first,
                                     std::size_t count) {
    auto const statuses = read_column_of<std::uint8_t>(file, "status", first, count);
    auto const seconds = read_column_of<float>(file, "wall_seconds", first, count);
    auto const width = plan.outcomes.size();
    auto const figures = read_rows<double>(file, figures_name, first, count, width);
    auto const notes = read_rows<std::uint8_t>(file, note_name, first, count, note_length);
    std::vector<SweptRun> runs(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (statuses[i] > 3) {
            throw h5::Failure{"a status is none of the four"};
        }
        runs[i].run = ids[first + i];
        runs[i].status = static_cast<RunStatus>(statuses[i]);
        runs[i].seconds = static_cast<double>(seconds[i]);
        auto const row = figures.begin() + static_cast<std::ptrdiff_t>(i * width);
        runs[i].outcomes.assign(row, row + static_cast<std::ptrdiff_t>(width));
        auto const note = notes.begin() + static_cast<std::ptrdiff_t>(i * note_length);
        runs[i].reason.assign(note, std::find(note, note + note_length, std::uint8_t{0}));
    }
    read_kept(file, plan.kept, first, runs);
    return runs;
}

std::vector<bool> are_whole(hid_t part, std::span<SweptRun const> runs, std::size_t first) {
    auto const digests =
        read_rows<std::uint8_t>(part, digest_name, first, runs.size(), digest_length);
    std::vector<bool> whole(runs.size(), true);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].status == RunStatus::done) {
            auto const stored = digests.begin() + static_cast<std::ptrdiff_t>(i * digest_length);
            whole[i] = std::ranges::equal(
                digest_of(runs[i]), std::span{stored, digest_length},
                [](char a, std::uint8_t b) { return static_cast<unsigned char>(a) == b; });
        }
    }
    return whole;
}

} // namespace opschaling::analysis
