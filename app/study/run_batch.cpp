#include "app/study/run_batch.hpp"

#include "analysis/store/storage_error.hpp"
#include "app/study/batch_record.hpp"
#include "models/experiment/experiment.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace opschaling::app {

namespace {

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
                std::atomic<bool> const& stop, Progress& progress, BatchRecord& record)
        : batch_{batch},
          shape_{models::result_shape(*batch.world, batch.horizon.first, batch.horizon.last)},
          outcome_{outcome},
          on_quarter_{on_quarter},
          stop_{stop},
          progress_{progress},
          record_{record} {}

    void run(ReplicationRuns const& row) {
        if (starts_by_itself()) {
            each(by_themselves(row),
                 [&](std::size_t run) { attempt(run, [&] { run_by_itself(run); }); });
            for (auto const& trunk : trunks(row)) {
                run_trunk(trunk, begin(trunk.front()), sim::RunResult::of_shape(shape_));
            }
            return;
        }
        models::Simulation history{batch_.world, batch_.history, seed_of(row.replication)};
        auto figures = sim::RunResult::of_shape(shape_);
        bool is_there{false};
        attempt_all(row.runs,
                    [&] { is_there = advance(history, figures, batch_.horizon.branch, {}); });
        if (!is_there) {
            return;
        }
        each(by_themselves(row),
             [&](std::size_t run) { attempt(run, [&] { run_branch(run, history, figures); }); });
        for (auto const& trunk : trunks(row)) {
            models::Simulation branch{history};
            if (auto const& parameters = batch_.runs[trunk.front()].parameters) {
                branch.adopt(*parameters);
            }
            run_trunk(trunk, std::move(branch), figures);
        }
    }

private:
    [[nodiscard]] bool starts_by_itself() const {
        return batch_.horizon.branch <= batch_.horizon.first;
    }

    [[nodiscard]] sim::Seed seed_of(std::uint32_t replication) const {
        return {.study = batch_.seed, .replication = replication};
    }

    /// Runs that share no more than the history.
    [[nodiscard]] std::vector<std::size_t> by_themselves(ReplicationRuns const& row) const {
        std::vector<std::size_t> runs;
        std::ranges::copy_if(row.runs, std::back_inserter(runs),
                             [&](std::size_t run) { return !batch_.runs[run].draw; });
        return runs;
    }

    /// Runs that differ in what they impose alone, by the parameters that they share.
    [[nodiscard]] std::vector<std::vector<std::size_t>> trunks(ReplicationRuns const& row) const {
        std::vector<std::vector<std::size_t>> trunks;
        for (auto const run : row.runs) {
            auto const& asked = batch_.runs[run];
            if (!asked.draw) {
                continue;
            }
            auto trunk = std::ranges::find_if(trunks, [&](auto const& runs) {
                return batch_.runs[runs.front()].parameters == asked.parameters;
            });
            auto& runs = trunk == trunks.end() ? trunks.emplace_back() : *trunk;
            runs.push_back(run);
        }
        return trunks;
    }

    static void each(std::span<std::size_t const> runs,
                     std::function<void(std::size_t)> const& body) {
        sim::run_concurrently(runs.size(), [&](std::size_t i) { body(runs[i]); });
    }

    void attempt(std::size_t run, std::function<void()> const& body) {
        attempt_all(std::array{run}, body);
    }

    /// What fails here, fails for all of these runs.
    void attempt_all(std::span<std::size_t const> runs, std::function<void()> const& body) {
        if (stop_.load()) {
            return;
        }
        try {
            body();
        } catch (analysis::StorageError const&) {
            throw;
        } catch (std::exception const& error) {
            for (auto const run : runs) {
                record_.fail(run, error.what());
            }
        }
    }

    [[nodiscard]] models::Simulation begin(std::size_t run) const {
        auto const& asked = batch_.runs[run];
        return {batch_.world, asked.parameters ? *asked.parameters : batch_.history,
                seed_of(asked.replication)};
    }

    void run_by_itself(std::size_t run) {
        auto simulation = begin(run);
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
        go_on(run, simulation, std::move(figures));
    }

    void go_on(std::size_t run, models::Simulation& simulation, sim::RunResult figures) {
        if (advance(simulation, figures, batch_.horizon.last.next(), std::array{run})) {
            record_.add(
                run,
                outcome_(
                    {.run = run, .simulation = simulation, .shape = shape_, .figures = figures}));
        }
    }

    /// A run that imposes something, and the quarter in which it leaves the trunk.
    struct Leaving {
        std::size_t run{0};
        sim::Quarter quarter{};
        std::shared_ptr<models::Experiment const> experiment{};
    };

    [[nodiscard]] std::vector<Leaving> draw(std::span<std::size_t const> runs,
                                            models::Simulation& trunk) {
        std::vector<Leaving> leaving;
        auto const end = batch_.horizon.last.next();
        for (auto const run : runs) {
            attempt(run, [&] {
                auto experiment = trunk.draw_experiment(batch_.runs[run].draw);
                auto const quarter = models::first_difference(*experiment).value_or(end);
                leaving.push_back({run, std::min(quarter, end), std::move(experiment)});
            });
        }
        std::ranges::stable_sort(leaving, {}, &Leaving::quarter);
        return leaving;
    }

    /// Until the first wijkaanpak of a run begins it is the run in which none does, so all of them
    /// go together until then.
    void run_trunk(std::span<std::size_t const> runs, models::Simulation trunk,
                   sim::RunResult figures) {
        auto const leaving = draw(runs, trunk);
        trunk.impose(std::make_shared<models::Experiment const>());
        for (std::span left{leaving}; !left.empty();) {
            auto const quarter = left.front().quarter;
            std::vector<std::size_t> along;
            std::ranges::transform(left, std::back_inserter(along), &Leaving::run);
            bool is_there{false};
            attempt_all(along, [&] { is_there = advance(trunk, figures, quarter, along); });
            if (!is_there) {
                return;
            }
            auto const next = std::ranges::find_if(
                left, [&](Leaving const& other) { return quarter < other.quarter; });
            auto const now = left.first(static_cast<std::size_t>(next - left.begin()));
            sim::run_concurrently(now.size(), [&](std::size_t i) {
                attempt(now[i].run, [&] {
                    models::Simulation branch{trunk};
                    branch.impose(now[i].experiment);
                    go_on(now[i].run, branch, figures);
                });
            });
            left = left.subspan(now.size());
        }
    }

    /// These runs as one until `end` is the next quarter; false after a stop.
    bool advance(models::Simulation& simulation, sim::RunResult& figures, sim::Quarter end,
                 std::span<std::size_t const> runs) {
        while (simulation.next_quarter() < end && !stop_.load(std::memory_order_relaxed)) {
            simulation.step(shape_, figures);
            progress_.add_quarters(std::max<std::size_t>(1, runs.size()));
            for (auto const run : on_quarter_ ? runs : std::span<std::size_t const>{}) {
                on_quarter_(run, simulation);
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
    BatchRecord& record_;
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
    BatchRecord record{batch.runs.size(), keeping};
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
