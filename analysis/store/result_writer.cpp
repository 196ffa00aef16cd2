#include "analysis/store/result_writer.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/make_whole.hpp"
#include "analysis/store/pack.hpp"
#include "analysis/store/plan_record.hpp"
#include "analysis/store/read_back.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "sim/contract/expects.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <utility>

namespace opschaling::analysis {

struct ResultWriter::State {
    std::filesystem::path path;
    std::filesystem::path part;
    ResultPlan plan;
    sim::ResultShape shape;
    OutputLock lock;
    std::optional<RunColumns> columns;
    std::vector<RunStatus> statuses;
    std::optional<std::filesystem::path> set_aside;
    std::vector<std::size_t> lost_runs;

    State(std::filesystem::path const& name, ResultPlan planned, sim::ResultShape shaped)
        : path{name},
          part{unfinished_path(name)},
          plan{std::move(planned)},
          shape{std::move(shaped)},
          lock{name} {}

    void begin() {
        RunPlaces places;
        make_whole(
            part, "creating the result file", Outlives::process,
            [&](hid_t created) {
                auto const series = write_layout(created, plan, shape, Stage::unfinished);
                places = find_places(created, series, shape, !plan.schedule.empty());
            },
            [](auto const&) {});
        columns.emplace(part, std::move(places));
        statuses.assign(plan.runs(), RunStatus::pending);
    }

    /// Looks first and touches nothing: a file of another plan, or a damaged one, stays as it is.
    void go_on() {
        at_the_door(part, "opening the unfinished result", [this] {
            {
                auto const file = h5::open_file(part, h5::Access::read);
                refuse_other_plan(file.id());
                statuses = read_statuses(file.id(), plan.runs());
                lost_runs = find_lost_runs(file.id(), shape, statuses);
                columns.emplace(part, find_places(file.id(), shape, !plan.schedule.empty()));
            }
            for (auto const run : lost_runs) {
                columns->write_lost(run);
                statuses[run] = RunStatus::pending;
            }
        });
    }

    /// What is unfinished goes only when what is finished has been read again.
    void read_back(std::filesystem::path const& made) const {
        at_the_door(made, "reading back what was written", [&] {
            auto const file = h5::open_file(part, h5::Access::read);
            auto const finished = h5::open_file(made, h5::Access::read);
            if (auto const lost = find_misread_runs(finished.id(), file.id(), shape, statuses);
                !lost.empty()) {
                throw h5::Failure{"the figures of run " + std::to_string(lost.front()) +
                                  " are not those that were written; the same command tries again"};
            }
            if (read_statuses(finished.id(), plan.runs()) != statuses) {
                throw h5::Failure{"which runs are done is not what was written; the same command "
                                  "tries again"};
            }
        });
    }

    void refuse_other_plan(hid_t file) const {
        auto reasons = differences(read_plan(file), plan);
        if (!same_shape(read_shape(file), shape)) {
            reasons.emplace_back("the series or the places they are counted by");
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
};

ResultWriter::ResultWriter(std::unique_ptr<State> state) : state_{std::move(state)} {}

ResultWriter::ResultWriter(ResultWriter&&) noexcept = default;
ResultWriter& ResultWriter::operator=(ResultWriter&&) noexcept = default;
ResultWriter::~ResultWriter() = default;

ResultWriter ResultWriter::create(std::filesystem::path const& path, ResultPlan const& plan,
                                  sim::ResultShape const& shape, Existing existing) {
    auto state = std::make_unique<State>(path, plan, shape);
    if (existing == Existing::refuse) {
        for (auto const& there : {path, unfinished_path(path)}) {
            if (std::filesystem::exists(there)) {
                throw AlreadyThere{there, "creating the result file",
                                   "there is a result of this name already"};
            }
        }
    }
    state->begin();
    return ResultWriter{std::move(state)};
}

ResultWriter ResultWriter::resume(std::filesystem::path const& path, ResultPlan const& plan,
                                  sim::ResultShape const& shape) {
    auto state = std::make_unique<State>(path, plan, shape);
    if (!std::filesystem::exists(state->part)) {
        if (std::filesystem::exists(path)) {
            throw AlreadyThere{path, "resuming", "this result is complete"};
        }
        state->begin();
        return ResultWriter{std::move(state)};
    }
    try {
        state->go_on();
    } catch (OtherPlan const&) {
        throw;
    } catch (StorageError const&) {
        state->columns.reset();
        auto const aside = corrupt_path(path);
        rename_durably(state->part, aside);
        state->set_aside = aside;
        state->lost_runs.clear();
        state->begin();
    }
    return ResultWriter{std::move(state)};
}

std::vector<RunStatus> const& ResultWriter::statuses() const {
    return state_->statuses;
}

std::optional<std::filesystem::path> const& ResultWriter::set_aside() const {
    return state_->set_aside;
}

std::vector<std::size_t> const& ResultWriter::lost_runs() const {
    return state_->lost_runs;
}

void ResultWriter::write_run(std::size_t run, sim::RunResult const& result, double seconds,
                             std::span<double const> phase_seconds) {
    auto& state = *state_;
    sim::expects(run < state.statuses.size(), "a run belongs to the plan");
    sim::expects(state.statuses[run] != RunStatus::done, "a run is written once");
    sim::expects(fits(state.shape, result), "a run's figures fit the result's shape");
    sim::expects(phase_seconds.empty() || phase_seconds.size() == state.plan.schedule.size(),
                 "every line of the schedule has its seconds");
    at_the_door(state.part, "writing run " + std::to_string(run),
                [&] { state.columns->write_done(run, result, seconds, phase_seconds); });
    state.statuses[run] = RunStatus::done;
}

void ResultWriter::fail_run(std::size_t run, std::string_view reason) {
    auto& state = *state_;
    sim::expects(run < state.statuses.size(), "a run belongs to the plan");
    sim::expects(state.statuses[run] != RunStatus::done, "a run that is done has not failed");
    at_the_door(state.part, "recording that run " + std::to_string(run) + " failed",
                [&] { state.columns->write_failed(run, state.shape, reason); });
    state.statuses[run] = RunStatus::failed;
}

void ResultWriter::finish(std::function<void(double share)> const& progress) {
    auto& state = *state_;
    sim::expects(std::ranges::count(state.statuses, RunStatus::pending) == 0,
                 "a result is finished when every run has its status");
    make_whole(
        state.path, "completing the result file", Outlives::power_cut,
        [&](hid_t finished) {
            auto const unfinished = h5::open_file(state.part, h5::Access::read);
            pack(unfinished.id(), *state.columns, finished, state.plan, state.shape, progress);
        },
        [&state](std::filesystem::path const& made) {
            std::string digest;
            sim::run_concurrently(2, [&](std::size_t task) {
                if (task == 0) {
                    state.read_back(made);
                } else {
                    digest = sha256_of_file(made);
                }
            });
            seal(made, digest);
        });
    state.columns.reset();
    std::error_code error;
    std::filesystem::remove(state.part, error);
    if (error) {
        throw StorageError{state.part, "removing", error.message()};
    }
}

} // namespace opschaling::analysis
