#include "analysis/store/sweep_writer.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/make_whole.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/sweep_layout.hpp"
#include "analysis/store/sweep_part.hpp"
#include "analysis/store/sweep_record.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace opschaling::analysis {

namespace {

template <typename Work>
void for_each_block(SweepPlan const& plan, std::size_t runs, Work const& work) {
    auto const block = runs_at_once(plan);
    for (std::size_t first = 0; first < runs; first += block) {
        work(first, std::min(block, runs - first));
    }
}

} // namespace

std::filesystem::path shard_path(std::filesystem::path const& result, Shard shard) {
    if (shard.is_whole()) {
        return result;
    }
    return result.parent_path() / fmt::format("{}.shard-{:03}-of-{:03}{}", result.stem().string(),
                                              shard.index, shard.count,
                                              result.extension().string());
}

struct SweepWriter::State {
    std::filesystem::path path;
    std::filesystem::path part;
    SweepPlan plan;
    Shard shard;
    OutputLock lock;
    h5::Owned file;
    std::vector<std::size_t> runs;
    std::vector<RunStatus> statuses;
    std::optional<std::filesystem::path> set_aside;
    std::vector<std::size_t> lost_runs;

    State(std::filesystem::path const& name, SweepPlan planned, Shard which)
        : path{name},
          part{unfinished_path(name)},
          plan{std::move(planned)},
          shard{which},
          lock{name},
          runs{runs_of(plan, shard)} {
        sim::expects(!runs.empty(), "a shard has runs");
    }

    void begin() {
        make_whole(
            part, "creating the result file", Outlives::process,
            [this](hid_t created) {
                write_sweep_layout(created, plan, shard, runs, Stage::unfinished);
            },
            [](auto const&) {});
        at_the_door(part, "opening the result file",
                    [this] { file = h5::open_file(part, h5::Access::write); });
        statuses.assign(runs.size(), RunStatus::pending);
    }

    /// Looks first and touches nothing: a file of another plan, or a damaged one, stays as it is.
    void go_on() {
        at_the_door(part, "opening the unfinished result", [this] {
            file = h5::open_file(part, h5::Access::read);
            refuse_other_plan();
            statuses = read_statuses(file.id(), runs.size());
            std::vector<std::size_t> lost;
            for_each_block(plan, runs.size(), [&](std::size_t first, std::size_t count) {
                auto const whole = are_whole(
                    file.id(), read_part_runs(file.id(), plan, runs, first, count), first);
                for (std::size_t i = 0; i < count; ++i) {
                    if (!whole[i]) {
                        lost.push_back(first + i);
                    }
                }
            });
            file = {};
            file = h5::open_file(part, h5::Access::write);
            for (auto const position : lost) {
                forget_part_run(file.id(), position);
                statuses[position] = RunStatus::pending;
                lost_runs.push_back(runs[position]);
            }
        });
    }

    void refuse_other_plan() const {
        auto reasons = differences(read_sweep_record(file.id()), plan);
        if (read_shard(file.id()) != shard) {
            reasons.emplace_back("which shard of how many");
        }
        if (reasons.empty()) {
            return;
        }
        std::string text{"it was begun for another plan:"};
        for (auto const& reason : reasons) {
            text += "\n  " + reason;
        }
        throw OtherPlan{part, "resuming", text};
    }

    void pack(hid_t finished, std::function<void(double)> const& progress) const {
        std::vector<std::string> errors{""};
        for_each_block(plan, runs.size(), [&](std::size_t first, std::size_t count) {
            write_finished_runs(finished, plan, first,
                                read_part_runs(file.id(), plan, runs, first, count), errors);
            if (progress) {
                progress(static_cast<double>(first + count) / static_cast<double>(runs.size()));
            }
        });
        write_errors(finished, errors);
    }

    /// What is unfinished goes only when what is finished has been read again.
    void read_back(std::filesystem::path const& made) const {
        at_the_door(made, "reading back what was written", [&] {
            auto const finished = h5::open_file(made, h5::Access::read);
            for_each_block(plan, runs.size(), [&](std::size_t first, std::size_t count) {
                auto const read = read_finished_runs(finished.id(), plan, first, count);
                auto whole = are_whole(file.id(), read, first);
                for (std::size_t i = 0; i < read.size(); ++i) {
                    whole[i] = whole[i] && read[i].status == statuses[first + i];
                }
                if (auto const bad = std::ranges::find(whole, false); bad != whole.end()) {
                    auto const position = first + static_cast<std::size_t>(bad - whole.begin());
                    throw h5::Failure{
                        fmt::format("the figures of run {} are not those that were written; the "
                                    "same command tries again",
                                    runs[position])};
                }
            });
        });
    }

    [[nodiscard]] std::size_t position_of(std::size_t run) const {
        auto const found = std::ranges::lower_bound(runs, run);
        sim::expects(found != runs.end() && *found == run, "a run belongs to the shard");
        return static_cast<std::size_t>(found - runs.begin());
    }
};

SweepWriter::SweepWriter(std::unique_ptr<State> state) : state_{std::move(state)} {}

SweepWriter::SweepWriter(SweepWriter&&) noexcept = default;
SweepWriter& SweepWriter::operator=(SweepWriter&&) noexcept = default;
SweepWriter::~SweepWriter() = default;

SweepWriter SweepWriter::create(std::filesystem::path const& path, SweepPlan const& plan,
                                Shard shard, Existing existing) {
    auto state = std::make_unique<State>(path, plan, shard);
    if (existing == Existing::refuse) {
        for (auto const& there : {path, unfinished_path(path)}) {
            if (std::filesystem::exists(there)) {
                throw AlreadyThere{there, "creating the result file",
                                   "there is a result of this name already"};
            }
        }
    }
    state->begin();
    return SweepWriter{std::move(state)};
}

SweepWriter SweepWriter::resume(std::filesystem::path const& path, SweepPlan const& plan,
                                Shard shard) {
    auto state = std::make_unique<State>(path, plan, shard);
    if (!std::filesystem::exists(state->part)) {
        if (std::filesystem::exists(path)) {
            throw AlreadyThere{path, "resuming", "this result is complete"};
        }
        state->begin();
        return SweepWriter{std::move(state)};
    }
    try {
        state->go_on();
    } catch (OtherPlan const&) {
        throw;
    } catch (StorageError const&) {
        state->file = {};
        auto const aside = corrupt_path(path);
        rename_durably(state->part, aside);
        state->set_aside = aside;
        state->lost_runs.clear();
        state->begin();
    }
    return SweepWriter{std::move(state)};
}

std::vector<std::size_t> const& SweepWriter::runs() const {
    return state_->runs;
}

std::vector<RunStatus> const& SweepWriter::statuses() const {
    return state_->statuses;
}

std::optional<std::filesystem::path> const& SweepWriter::set_aside() const {
    return state_->set_aside;
}

std::vector<std::size_t> const& SweepWriter::lost_runs() const {
    return state_->lost_runs;
}

std::vector<double> SweepWriter::outcome(std::string_view name) const {
    auto const& state = *state_;
    auto const found = std::ranges::find(state.plan.outcomes, name, &SweptOutcome::name);
    sim::expects(found != state.plan.outcomes.end(), "an outcome belongs to the sweep");
    auto const column = static_cast<std::size_t>(found - state.plan.outcomes.begin());
    std::vector<double> values;
    at_the_door(state.part, "reading an outcome", [&] {
        for_each_block(state.plan, state.runs.size(), [&](std::size_t first, std::size_t count) {
            for (auto const& run :
                 read_part_runs(state.file.id(), state.plan, state.runs, first, count)) {
                values.push_back(run.outcomes[column]);
            }
        });
    });
    return values;
}

void SweepWriter::write(std::span<SweptRun const> runs) {
    auto& state = *state_;
    std::vector<PlacedRun> placed;
    for (auto const& run : runs) {
        auto const position = state.position_of(run.run);
        sim::expects(run.status != RunStatus::pending, "a run is written with its final status");
        sim::expects(state.statuses[position] != RunStatus::done, "a run is written once");
        sim::expects(run.outcomes.size() == state.plan.outcomes.size() &&
                         fits(state.plan.kept, run.kept),
                     "a run's figures fit the sweep");
        placed.push_back({position, &run});
    }
    std::ranges::sort(placed, {}, &PlacedRun::position);
    at_the_door(state.part, "writing runs",
                [&] { write_part_runs(state.file.id(), state.plan, placed); });
    for (auto const& [position, run] : placed) {
        state.statuses[position] = run->status;
    }
}

void SweepWriter::finish(std::function<void(double share)> const& progress) {
    auto& state = *state_;
    sim::expects(std::ranges::count(state.statuses, RunStatus::pending) == 0,
                 "a result is finished when every run has its status");
    make_whole(
        state.path, "completing the result file", Outlives::power_cut,
        [&](hid_t finished) {
            write_sweep_layout(finished, state.plan, state.shard, state.runs, Stage::finished);
            state.pack(finished, progress);
        },
        [&state](std::filesystem::path const& made) {
            state.read_back(made);
            seal(made);
        });
    state.file = {};
    std::error_code error;
    std::filesystem::remove(state.part, error);
    if (error) {
        throw StorageError{state.part, "removing", error.message()};
    }
}

} // namespace opschaling::analysis
