#include "analysis/store/result_file.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/check_sizes.hpp"
#include "analysis/store/columns.hpp"
#include "analysis/store/plan_record.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/shape_record.hpp"

#include <algorithm>
#include <utility>

namespace opschaling::analysis {

struct ResultFile::State {
    std::filesystem::path path;
    h5::Owned file;
    ResultPlan plan;
    sim::ResultShape shape;
    std::vector<RunStatus> statuses;
    bool complete{false};

    template <typename Work>
    auto reading(std::string_view what, Work&& work) const {
        return at_the_door(path, "reading " + std::string{what}, std::forward<Work>(work));
    }
};

ResultFile::ResultFile(std::unique_ptr<State> state) : state_{std::move(state)} {}

ResultFile::ResultFile(ResultFile&&) noexcept = default;
ResultFile& ResultFile::operator=(ResultFile&&) noexcept = default;
ResultFile::~ResultFile() = default;

ResultFile ResultFile::open(std::filesystem::path const& path) {
    auto state = std::make_unique<State>();
    state->path = path;
    if (!std::filesystem::exists(path)) {
        throw StorageError{path, "opening the result file", "there is no such file"};
    }
    check_seal(path);
    at_the_door(path, "opening the result file", [&] {
        state->file = h5::open_file(path, h5::Access::read);
        auto const file = state->file.id();
        if (!h5::has_attribute(file, "schema") ||
            h5::read_text(file, "schema") != "opschaling-results/1") {
            throw h5::Failure{"this is no result file of a version that can be read here "
                              "(schema opschaling-results/1)"};
        }
        state->plan = read_plan(file);
        state->shape = read_shape(file);
        state->statuses = read_statuses(file, state->plan.runs());
        state->complete = h5::read_integer(file, "complete") == 1;
        check_sizes(file, state->plan, state->shape, state->complete);
    });
    return ResultFile{std::move(state)};
}

std::filesystem::path const& ResultFile::path() const {
    return state_->path;
}

ResultPlan const& ResultFile::plan() const {
    return state_->plan;
}

sim::ResultShape const& ResultFile::shape() const {
    return state_->shape;
}

std::vector<RunStatus> const& ResultFile::statuses() const {
    return state_->statuses;
}

bool ResultFile::is_complete() const {
    return state_->complete;
}

std::vector<std::string> ResultFile::failures() const {
    return state_->reading(
        "error_text", [this] { return read_failures(state_->file.id(), state_->plan.runs()); });
}

std::vector<float> ResultFile::seconds() const {
    return state_->reading(
        "wall_seconds", [this] { return read_column<float>(state_->file.id(), "wall_seconds"); });
}

std::vector<float> ResultFile::phase_seconds() const {
    std::vector<float> seconds(state_->plan.runs() * state_->plan.schedule.size());
    if (seconds.empty()) {
        return seconds;
    }
    return state_->reading("schedule/seconds", [&] {
        auto const dataset = h5::open_dataset(state_->file.id(), "schedule/seconds");
        h5::Block const whole{.start = {0, 0}, .count = h5::extent_of(dataset.id())};
        if (whole.size() != seconds.size()) {
            throw h5::Failure{"the seconds do not fit the schedule"};
        }
        h5::read(dataset.id(), H5T_NATIVE_FLOAT, seconds.data());
        return seconds;
    });
}

sim::SeriesDeclaration const& ResultFile::declaration(std::string_view series) const {
    auto const found =
        std::ranges::find(state_->shape.series, series, &sim::SeriesDeclaration::name);
    if (found == state_->shape.series.end()) {
        throw StorageError{state_->path, "looking for a series",
                           "there is none called " + std::string{series}};
    }
    return *found;
}

std::vector<float> ResultFile::read(std::string_view series, std::size_t run) const {
    auto const& declared = declaration(series);
    return state_->reading(
        series, [&] { return read_figures(state_->file.id(), state_->shape, declared, run); });
}

std::vector<float> ResultFile::read_member(std::string_view series, std::size_t member) const {
    auto const& declared = declaration(series);
    return state_->reading(series, [&] {
        auto const dataset = h5::open_dataset(state_->file.id(), declared.name.c_str());
        auto block = h5::Block{.start = {0, 0, member}, .count = h5::extent_of(dataset.id())};
        block.count.at(2) = 1;
        std::vector<float> values(block.size());
        h5::read_block(dataset.id(), H5T_NATIVE_FLOAT, block, values.data());
        return values;
    });
}

std::vector<float> ResultFile::read_all(std::string_view series) const {
    auto const& declared = declaration(series);
    return state_->reading(series, [&] {
        auto const dataset = h5::open_dataset(state_->file.id(), declared.name.c_str());
        h5::Block const whole{.start = {0, 0, 0}, .count = h5::extent_of(dataset.id())};
        std::vector<float> values(whole.size());
        h5::read(dataset.id(), H5T_NATIVE_FLOAT, values.data());
        return values;
    });
}

sim::RunResult ResultFile::read_run(std::size_t run) const {
    sim::RunResult result;
    for (auto const& series : state_->shape.series) {
        result.values.push_back(read(series.name, run));
    }
    return result;
}

std::string content_hash(std::filesystem::path const& path) {
    auto const file = ResultFile::open(path);
    Sha256 hash;
    hash.add(plan_sha256(file.plan()));
    for (auto const status : file.statuses()) {
        hash.add(std::as_bytes(std::span{&status, 1}));
    }
    for (auto const& series : file.shape().series) {
        hash.add(series.name + " " + series.unit + "\n");
        for (std::size_t run = 0; run < file.plan().runs(); ++run) {
            auto const values = file.read(series.name, run);
            hash.add(std::as_bytes(std::span{values}));
        }
    }
    return hash.digest();
}

} // namespace opschaling::analysis
