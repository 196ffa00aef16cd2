#include "analysis/store/sweep_file.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/sweep_layout.hpp"
#include "analysis/store/sweep_record.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace opschaling::analysis {

struct SweepFile::State {
    std::filesystem::path path;
    h5::Owned file;
    SweepPlan plan;
    Shard shard;
    std::vector<std::size_t> runs;
    std::vector<RunStatus> statuses;
};

SweepFile::SweepFile(std::unique_ptr<State> state) : state_{std::move(state)} {}

SweepFile::SweepFile(SweepFile&&) noexcept = default;
SweepFile& SweepFile::operator=(SweepFile&&) noexcept = default;
SweepFile::~SweepFile() = default;

SweepFile SweepFile::open(std::filesystem::path const& path) {
    constexpr auto operation = "opening the result of a sweep";
    if (!std::filesystem::exists(path)) {
        throw StorageError{path, operation, "there is no such file"};
    }
    check_seal(path);
    auto state = std::make_unique<State>();
    state->path = path;
    try {
        state->file = h5::open_file(path, h5::Access::read);
        auto const id = state->file.id();
        if (!h5::has_attribute(id, "schema") || h5::read_text(id, "schema") != sweep_schema) {
            throw StorageError{path, operation,
                               std::string{"this is no result of a sweep of a version that can be "
                                           "read here (schema "} +
                                   sweep_schema + ")"};
        }
        state->plan = read_sweep_record(id);
        state->shard = read_shard(id);
        state->runs = runs_of(state->plan, state->shard);
        state->statuses = read_statuses(id, state->runs.size());
    } catch (h5::Failure const& failure) {
        throw DamagedFile{path, operation, failure.what()};
    }
    return SweepFile{std::move(state)};
}

std::filesystem::path const& SweepFile::path() const {
    return state_->path;
}

SweepPlan const& SweepFile::plan() const {
    return state_->plan;
}

Shard SweepFile::shard() const {
    return state_->shard;
}

std::vector<std::size_t> const& SweepFile::runs() const {
    return state_->runs;
}

std::vector<RunStatus> const& SweepFile::statuses() const {
    return state_->statuses;
}

std::vector<double> SweepFile::outcome(std::string_view name) const {
    auto const& outcomes = state_->plan.outcomes;
    auto const found = std::ranges::find(outcomes, name, &SweptOutcome::name);
    sim::expects(found != outcomes.end(), "an outcome belongs to the sweep");
    return at_the_door(state_->path, "reading an outcome", [&] {
        std::vector<double> values(state_->runs.size());
        auto const dataset = h5::open_dataset(state_->file.id(), found->name.c_str());
        if (h5::extent_of(dataset.id()) != std::vector<hsize_t>{values.size()}) {
            throw h5::Failure{"the outcome " + found->name + " does not fit its dimension"};
        }
        h5::read(dataset.id(), H5T_NATIVE_DOUBLE, values.data());
        return values;
    });
}

std::vector<SweptRun> SweepFile::read(std::size_t first, std::size_t count) const {
    return at_the_door(state_->path, "reading runs", [&] {
        return read_finished_runs(state_->file.id(), state_->plan, first, count);
    });
}

std::string content_hash(SweepFile const& file) {
    auto const block = runs_at_once(file.plan());
    Sha256 hash;
    hash.add("opschaling-sweep-content/1\n" + sweep_sha256(file.plan()) + "\n");
    for (std::size_t first = 0; first < file.runs().size(); first += block) {
        auto const count = std::min(block, file.runs().size() - first);
        for (auto const& run : file.read(first, count)) {
            hash.add(std::to_string(run.run) + " " + std::to_string(static_cast<int>(run.status)) +
                     "\n");
            hash.add(std::as_bytes(std::span{run.outcomes}));
            for (auto const& series : run.kept.values) {
                hash.add(std::as_bytes(std::span{series}));
            }
        }
    }
    return hash.digest();
}

} // namespace opschaling::analysis
