#include "app/study/run_batch.hpp"

#include "analysis/store/bytes_file.hpp"
#include "analysis/store/storage_error.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/snapshot/archive.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>

namespace opschaling::app {

namespace {

constexpr auto between_two_saves = std::chrono::seconds{20};

/// Outcomes as they stand in the file: by run, and how many numbers each has.
struct WrittenOutcomes {
    std::vector<std::uint64_t> sizes;
    std::vector<double> numbers;
};

template <typename Archive>
void visit(Archive& archive, WrittenOutcomes& written) {
    archive(written.sizes);
    archive(written.numbers);
}

/// What is finished, kept in a file now and then and at the end.
class Record {
public:
    Record(std::size_t runs, std::optional<Keeping> const& keeping) : keeping_{keeping} {
        result_.outcomes.resize(runs);
        result_.failures.resize(runs);
        if (keeping_) {
            read();
        }
    }

    [[nodiscard]] bool has(std::size_t run) const { return !result_.outcomes[run].empty(); }

    void add(std::size_t run, std::vector<double> numbers) {
        std::scoped_lock const lock{guard_};
        result_.outcomes[run] = std::move(numbers);
        is_kept_ = false;
        if (std::chrono::steady_clock::now() - saved_ > between_two_saves) {
            save();
        }
    }

    void fail(std::size_t run, std::string reason) {
        std::scoped_lock const lock{guard_};
        result_.failures[run] = std::move(reason);
    }

    BatchResult finish() {
        if (!is_kept_) {
            save();
        }
        for (std::size_t run = 0; run < result_.outcomes.size(); ++run) {
            result_.stopped = result_.stopped || (!has(run) && result_.failures[run].empty());
        }
        return std::move(result_);
    }

private:
    void read() {
        if (!std::filesystem::exists(keeping_->file)) {
            return;
        }
        try {
            auto const bytes = analysis::read_bytes(keeping_->file, keeping_->plan);
            sim::Reader reader{bytes};
            WrittenOutcomes written;
            visit(reader, written);
            if (written.sizes.size() != result_.outcomes.size()) {
                return;
            }
            auto number = written.numbers.begin();
            for (std::size_t run = 0; run < written.sizes.size(); ++run) {
                auto const end = number + static_cast<std::ptrdiff_t>(written.sizes[run]);
                result_.outcomes[run].assign(number, end);
                number = end;
            }
        } catch (analysis::StorageError const&) {
            // Damaged, or of another plan: these runs are done again.
            return;
        } catch (sim::SnapshotError const&) {
            return;
        }
    }

    void save() {
        saved_ = std::chrono::steady_clock::now();
        is_kept_ = true;
        if (!keeping_) {
            return;
        }
        WrittenOutcomes written;
        for (auto const& numbers : result_.outcomes) {
            written.sizes.push_back(numbers.size());
            written.numbers.insert(written.numbers.end(), numbers.begin(), numbers.end());
        }
        sim::Writer writer;
        visit(writer, written);
        if (keeping_->file.has_parent_path()) {
            std::filesystem::create_directories(keeping_->file.parent_path());
        }
        analysis::write_bytes(keeping_->file, keeping_->plan, writer.bytes());
    }

    std::optional<Keeping> const& keeping_;
    BatchResult result_;
    std::mutex guard_;
    bool is_kept_{true};
    std::chrono::steady_clock::time_point saved_{std::chrono::steady_clock::now()};
};

/// The runs of one replication, by their place in the batch.
struct ReplicationRuns {
    std::uint32_t replication;
    std::vector<std::size_t> runs;
};

std::vector<ReplicationRuns> by_replication(Batch const& batch,
                                            std::function<bool(std::size_t)> const& is_done) {
    std::vector<ReplicationRuns> rows;
    for (std::size_t run = 0; run < batch.runs.size(); ++run) {
        if (is_done(run)) {
            continue;
        }
        auto const replication = batch.runs[run].replication;
        auto row = std::ranges::find(rows, replication, &ReplicationRuns::replication);
        if (row == rows.end()) {
            row = rows.insert(rows.end(), {.replication = replication, .runs = {}});
        }
        row->runs.push_back(run);
    }
    return rows;
}

std::size_t length(sim::Quarter from, sim::Quarter to) {
    return static_cast<std::size_t>(std::max(0, to.index() - from.index()));
}

/// Carries the runs of a batch out.
class BatchAtWork {
public:
    BatchAtWork(Batch const& batch, Outcome const& outcome, OnQuarter const& on_quarter,
                std::atomic<bool> const& stop, Progress& progress, Record& record)
        : batch_{batch},
          shape_{models::result_shape(*batch.world, batch.horizon.first, batch.horizon.last)},
          outcome_{outcome},
          on_quarter_{on_quarter},
          stop_{stop},
          progress_{progress},
          record_{record} {}

    void run(ReplicationRuns const& row) {
        auto const each = [&](std::function<void(std::size_t)> const& body) {
            sim::run_concurrently(row.runs.size(), [&](std::size_t i) { body(row.runs[i]); });
        };
        if (starts_by_itself()) {
            each([&](std::size_t run) { attempt(run, [&] { run_by_itself(run); }); });
            return;
        }
        models::Simulation history{batch_.world, batch_.history, seed_of(row.replication)};
        auto figures = sim::RunResult::of_shape(shape_);
        try {
            if (!advance(history, figures, batch_.horizon.branch, {})) {
                return;
            }
        } catch (std::exception const& error) {
            for (auto const run : row.runs) {
                record_.fail(run, error.what());
            }
            return;
        }
        each([&](std::size_t run) { attempt(run, [&] { run_branch(run, history, figures); }); });
    }

private:
    [[nodiscard]] bool starts_by_itself() const {
        return batch_.horizon.branch <= batch_.horizon.first;
    }

    [[nodiscard]] sim::Seed seed_of(std::uint32_t replication) const {
        return {.study = batch_.seed, .replication = replication};
    }

    void attempt(std::size_t run, std::function<void()> const& body) {
        if (stop_.load()) {
            return;
        }
        try {
            body();
        } catch (analysis::StorageError const&) {
            throw;
        } catch (std::exception const& error) {
            record_.fail(run, error.what());
        }
    }

    void run_by_itself(std::size_t run) {
        auto const& asked = batch_.runs[run];
        models::Simulation simulation{batch_.world,
                                      asked.parameters ? *asked.parameters : batch_.history,
                                      seed_of(asked.replication)};
        finish(run, simulation, sim::RunResult::of_shape(shape_));
    }

    void run_branch(std::size_t run, models::Simulation const& history,
                    sim::RunResult const& figures) {
        auto const& asked = batch_.runs[run];
        models::Simulation branch{history};
        if (asked.parameters) {
            branch.adopt(*asked.parameters);
        }
        finish(run, branch, figures);
    }

    void finish(std::size_t run, models::Simulation& simulation, sim::RunResult figures) {
        if (batch_.runs[run].enter) {
            batch_.runs[run].enter(simulation);
        }
        if (advance(simulation, figures, batch_.horizon.last.next(), run)) {
            record_.add(
                run,
                outcome_(
                    {.run = run, .simulation = simulation, .shape = shape_, .figures = figures}));
        }
    }

    /// True when `end` is the next quarter, false after a stop.
    bool advance(models::Simulation& simulation, sim::RunResult& figures, sim::Quarter end,
                 std::optional<std::size_t> run) {
        while (simulation.next_quarter() < end && !stop_.load(std::memory_order_relaxed)) {
            simulation.step(shape_, figures);
            progress_.add_quarter();
            if (run && on_quarter_) {
                on_quarter_(*run, simulation);
            }
        }
        return !(simulation.next_quarter() < end);
    }

    Batch const& batch_;
    sim::ResultShape shape_;
    Outcome const& outcome_;
    OnQuarter const& on_quarter_;
    std::atomic<bool> const& stop_;
    Progress& progress_;
    Record& record_;
};

} // namespace

Batch batch_of(scenarios::Study const& study, std::shared_ptr<models::World const> world) {
    return {.world = std::move(world),
            .seed = study.seed,
            .horizon = study.horizon,
            .history = study.parameters,
            .runs = {}};
}

std::size_t quarters_of(Batch const& batch) {
    auto const histories = by_replication(batch, [](std::size_t) { return false; }).size();
    auto const& horizon = batch.horizon;
    auto const branch = std::max(horizon.first, horizon.branch);
    return histories * length(horizon.first, branch) +
           batch.runs.size() * length(branch, horizon.last.next());
}

BatchResult run_batch(Batch const& batch, Outcome const& outcome, std::atomic<bool> const& stop,
                      Progress& progress, std::optional<Keeping> const& keeping,
                      OnQuarter const& on_quarter) {
    Record record{batch.runs.size(), keeping};
    auto const rows = by_replication(batch, [&](std::size_t run) { return record.has(run); });
    auto left = batch;
    left.runs.clear();
    for (std::size_t run = 0; run < batch.runs.size(); ++run) {
        if (!record.has(run)) {
            left.runs.push_back(batch.runs[run]);
        }
    }
    progress.leave_out(quarters_of(batch) - quarters_of(left));
    BatchAtWork at_work{batch, outcome, on_quarter, stop, progress, record};
    sim::run_concurrently(rows.size(), [&](std::size_t i) { at_work.run(rows[i]); });
    return record.finish();
}

} // namespace opschaling::app
