#include "analysis/store/result_writer.hpp"

#include "analysis/store/at_the_door.hpp"
#include "analysis/store/columns.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/plan_record.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/shape_record.hpp"
#include "analysis/store/utc.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <utility>

namespace opschaling::analysis {

struct ResultWriter::State {
    std::filesystem::path path;
    std::filesystem::path part;
    ResultPlan plan;
    sim::ResultShape shape;
    OutputLock lock;
    h5::Owned file;
    h5::Owned status;
    std::vector<RunStatus> statuses;
    std::optional<std::filesystem::path> set_aside;
    std::vector<std::size_t> lost_runs;

    State(std::filesystem::path const& name, ResultPlan const& planned,
          sim::ResultShape const& shaped)
        : path{name}, part{unfinished_path(name)}, plan{planned}, shape{shaped}, lock{name} {}

    void begin() {
        at_the_door(part, "creating the result file", [this] {
            file = h5::create_file(part);
            status = write_layout(file.id(), plan, shape);
            h5::flush(file.id());
        });
        statuses.assign(plan.runs(), RunStatus::pending);
    }

    /// Looks first and touches nothing: a file of another plan, or a damaged one, stays as it is.
    void go_on() {
        at_the_door(part, "opening the unfinished result", [this] {
            file = h5::open_file(part, h5::Access::read);
            refuse_other_plan();
            statuses = read_statuses(file.id(), plan.runs());
            for (std::size_t run = 0; run < statuses.size(); ++run) {
                if (statuses[run] == RunStatus::done && !is_whole(file.id(), shape, run)) {
                    lost_runs.push_back(run);
                }
            }
            file = {};
            file = h5::open_file(part, h5::Access::write);
            status = h5::open_dataset(file.id(), "status");
            for (auto const run : lost_runs) {
                set_status(run, RunStatus::pending);
            }
        });
    }

    void refuse_other_plan() const {
        auto const found = differences(read_plan(file.id()), plan);
        auto reasons = found;
        if (!same_shape(read_shape(file.id()), shape)) {
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

    void write_reason(std::size_t run, std::string_view reason) const {
        auto const texts = h5::open_dataset(file.id(), "error_text");
        h5::write_text_at(texts.id(), run, reason);
    }

    void set_status(std::size_t run, RunStatus next) {
        auto const value = static_cast<std::uint8_t>(next);
        h5::write_block(status.id(), H5T_NATIVE_UINT8, {.start = {run}, .count = {1}}, &value);
        h5::flush(file.id());
        statuses[run] = next;
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
        state->status = {};
        state->file = {};
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
    at_the_door(state.part, "writing run " + std::to_string(run), [&] {
        write_figures(state.file.id(), state.shape, run, result);
        write_timing(state.file.id(), run, seconds, phase_seconds);
        if (state.statuses[run] == RunStatus::failed) {
            state.write_reason(run, "");
        }
        h5::flush(state.file.id());
        state.set_status(run, RunStatus::done);
    });
}

void ResultWriter::fail_run(std::size_t run, std::string_view reason) {
    auto& state = *state_;
    sim::expects(run < state.statuses.size(), "a run belongs to the plan");
    at_the_door(state.part, "recording that run " + std::to_string(run) + " failed", [&] {
        state.write_reason(run, reason);
        h5::flush(state.file.id());
        state.set_status(run, RunStatus::failed);
    });
}

void ResultWriter::finish() {
    auto& state = *state_;
    sim::expects(std::ranges::count(state.statuses, RunStatus::pending) == 0,
                 "a result is finished when every run has its status");
    at_the_door(state.part, "completing the result file", [&] {
        h5::update_attribute(state.file.id(), "complete", 1);
        h5::write_long_text(state.file.id(), "date_completed", utc_now());
        h5::flush(state.file.id());
        if (!state.status.close() || !state.file.close()) {
            throw h5::Failure{h5::last_error()};
        }
    });
    rename_durably(state.part, state.path);
}

} // namespace opschaling::analysis
