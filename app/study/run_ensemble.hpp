#pragma once

#include "analysis/store/result_writer.hpp"
#include "app/study/progress.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/scenario.hpp"
#include "sim/ensemble/order.hpp"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace opschaling::app {

/// The runs of a study that its result does not hold yet: carried out some at a time, each written
/// as soon as it is finished. What a run gives depends on nothing but the study.
class Ensemble {
public:
    /// `halfway` is the folder for what a stop leaves unfinished, `plan` its identity. All
    /// references must outlive the ensemble.
    Ensemble(std::shared_ptr<models::World const> world, scenarios::Study const& study,
             sim::ResultShape const& shape, analysis::ResultWriter& writer,
             std::filesystem::path halfway, std::string plan);

    /// Quarters to run when nothing unfinished can be used.
    [[nodiscard]] std::size_t quarters() const;

    /// True when every run has its final status; false after a stop, with all that was under way
    /// written down.
    [[nodiscard]] bool run(std::size_t threads, std::atomic<bool> const& stop, Progress& progress);

private:
    struct Replication;

    void run_replication(sim::ReplicationWork const& work, bool variants_at_once,
                         std::atomic<bool> const& stop, Progress& progress);
    [[nodiscard]] bool reach_branch(Replication& replication, std::atomic<bool> const& stop,
                                    Progress& progress) const;
    void run_variant(Replication& replication, std::size_t variant, std::atomic<bool> const& stop,
                     Progress& progress);
    [[nodiscard]] std::filesystem::path history_path(std::size_t replication) const;
    [[nodiscard]] std::filesystem::path variant_path(std::size_t replication,
                                                     std::size_t variant) const;
    void fail(std::size_t replication, std::size_t variant, std::string const& reason);

    std::shared_ptr<models::World const> world_;
    scenarios::Study const& study_;
    sim::ResultShape const& shape_;
    analysis::ResultWriter& writer_;
    std::filesystem::path halfway_;
    std::string plan_;
    std::vector<sim::ReplicationWork> work_;
    std::mutex writing_;
};

} // namespace opschaling::app
