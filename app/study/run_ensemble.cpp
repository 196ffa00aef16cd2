#include "app/study/run_ensemble.hpp"

#include "analysis/store/storage_error.hpp"
#include "app/study/strand.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace opschaling::app {

namespace {

std::size_t quarters_between(sim::Quarter from, sim::Quarter to) {
    return static_cast<std::size_t>(std::max(0, to.index() - from.index()));
}

} // namespace

/// One replication under way: its seed, and the common history once that has been run.
struct Ensemble::Replication {
    std::size_t number;
    sim::Seed seed;
    std::optional<Strand> history;
    std::atomic<bool> leaves_history_behind{false};
};

Ensemble::Ensemble(std::shared_ptr<models::World const> world, scenarios::Study const& study,
                   sim::ResultShape const& shape, analysis::ResultWriter& writer,
                   std::filesystem::path halfway, std::string plan)
    : world_{std::move(world)},
      study_{study},
      shape_{shape},
      writer_{writer},
      halfway_{std::move(halfway)},
      plan_{std::move(plan)} {
    auto const variants = study_.variants.size();
    work_ = sim::order_work(static_cast<std::size_t>(study_.replications), variants,
                            [&](std::size_t replication, std::size_t variant) {
                                return writer_.statuses()[replication * variants + variant] ==
                                       analysis::RunStatus::pending;
                            });
}

std::size_t Ensemble::quarters() const {
    auto const history = quarters_between(study_.horizon.first, study_.horizon.branch);
    auto const branch = quarters_between(study_.horizon.branch, study_.horizon.last.next());
    std::size_t quarters = 0;
    for (auto const& work : work_) {
        quarters += history + branch * work.variants.size();
    }
    return quarters;
}

bool Ensemble::run(std::size_t threads, std::atomic<bool> const& stop, Progress& progress) {
    auto const at_once = sim::choose_at_once(work_.size(), threads, world_->homes());
    if (at_once == sim::AtOnce::replications) {
        sim::run_concurrently(
            work_.size(), [&](std::size_t i) { run_replication(work_[i], false, stop, progress); });
    } else {
        for (auto const& work : work_) {
            run_replication(work, true, stop, progress);
        }
    }
    return std::ranges::none_of(writer_.statuses(),
                                [](auto status) { return status == analysis::RunStatus::pending; });
}

void Ensemble::run_replication(sim::ReplicationWork const& work, bool variants_at_once,
                               std::atomic<bool> const& stop, Progress& progress) {
    if (stop.load()) {
        return;
    }
    Replication replication{
        .number = work.replication,
        .seed = {.study = study_.seed, .replication = static_cast<std::uint32_t>(work.replication)},
        .history = std::nullopt};
    try {
        if (!reach_branch(replication, stop, progress)) {
            return;
        }
    } catch (analysis::StorageError const&) {
        throw;
    } catch (std::exception const& error) {
        for (auto const variant : work.variants) {
            fail(work.replication, variant, error.what());
        }
        return;
    }
    auto const run_one = [&](std::size_t i) {
        run_variant(replication, work.variants[i], stop, progress);
    };
    if (variants_at_once) {
        sim::run_concurrently(work.variants.size(), run_one);
    } else {
        for (std::size_t i = 0; i < work.variants.size(); ++i) {
            run_one(i);
        }
    }
    if (replication.leaves_history_behind.load()) {
        save_strand(*replication.history, plan_, history_path(work.replication));
    }
}

bool Ensemble::reach_branch(Replication& replication, std::atomic<bool> const& stop,
                            Progress& progress) const {
    auto& history = replication.history.emplace(
        Strand{.simulation = {world_, study_.parameters, replication.seed},
               .figures = sim::RunResult::of_shape(shape_),
               .earlier_phase_seconds = {},
               .seconds = 0.0});
    auto const path = history_path(replication.number);
    auto const start = history.simulation.next_quarter();
    if (restore_strand(history, plan_, path)) {
        progress.leave_out(quarters_between(start, history.simulation.next_quarter()));
    }
    bool const is_there = advance(history, study_.horizon.branch, shape_, stop, progress);
    if (!is_there) {
        save_strand(history, plan_, path);
    }
    return is_there;
}

void Ensemble::run_variant(Replication& replication, std::size_t variant,
                           std::atomic<bool> const& stop, Progress& progress) {
    if (stop.load()) {
        replication.leaves_history_behind.store(true);
        return;
    }
    try {
        Strand branch{*replication.history};
        branch.simulation.adopt(study_.variants[variant].parameters);
        auto const path = variant_path(replication.number, variant);
        if (restore_strand(branch, plan_, path)) {
            progress.leave_out(
                quarters_between(study_.horizon.branch, branch.simulation.next_quarter()));
        }
        if (!advance(branch, study_.horizon.last.next(), shape_, stop, progress)) {
            save_strand(branch, plan_, path);
            replication.leaves_history_behind.store(true);
            return;
        }
        std::scoped_lock const lock{writing_};
        writer_.write_run(replication.number * study_.variants.size() + variant, branch.figures,
                          branch.seconds, branch.phase_seconds());
    } catch (analysis::StorageError const&) {
        throw;
    } catch (std::exception const& error) {
        fail(replication.number, variant, error.what());
    }
}

std::filesystem::path Ensemble::history_path(std::size_t replication) const {
    return halfway_ / fmt::format("replication_{}_history.state", replication);
}

std::filesystem::path Ensemble::variant_path(std::size_t replication, std::size_t variant) const {
    return halfway_ /
           fmt::format("replication_{}_{}.state", replication, study_.variants[variant].name);
}

void Ensemble::fail(std::size_t replication, std::size_t variant, std::string const& reason) {
    std::scoped_lock const lock{writing_};
    writer_.fail_run(replication * study_.variants.size() + variant, reason);
}

} // namespace opschaling::app
