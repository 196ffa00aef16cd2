#pragma once

#include "analysis/design/design.hpp"
#include "analysis/statistics/replication_rule.hpp"
#include "analysis/store/plan.hpp"
#include "analysis/store/run_status.hpp"
#include "analysis/store/shard.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// What a sweep varies, as its result file tells it.
struct SweptInput {
    std::string name;      ///< [a-z][a-z0-9_]*: its variable in the file
    std::string parameter; ///< path in the sheets
    std::string unit;      ///< of its values; "1" for a factor or a category
    std::string long_name;
    std::string spread; ///< how it is distributed, in words
    bool is_lever{false};
    bool is_factor{false}; ///< its value multiplies the study's own
    /// Names of the values 0, 1, 2, ...; empty for a number.
    std::vector<std::string> categories;

    friend bool operator==(SweptInput const&, SweptInput const&) = default;
};

/// One figure of a run.
struct SweptOutcome {
    std::string name; ///< [a-z][a-z0-9_]*: its variable in the file
    std::string unit;
    std::string long_name;
    std::string label_nl;
    std::string definition; ///< of which series it is what; tells outcomes of one name apart

    friend bool operator==(SweptOutcome const&, SweptOutcome const&) = default;
};

/// All runs of a sweep as plain data. A point is a row of the design; each is run under every
/// variant of the study (the policies) and in `study.replications` replications, or in fewer when
/// the stopping rule says so. The order is `run = (replication * points + point) * variants +
/// variant`, so that a sweep that is cut off is balanced. A run's dice depend on the replication
/// alone, unless the design gives each point dice of its own.
struct SweepPlan {
    ResultPlan study; ///< `schedule` stays empty
    std::vector<SweptInput> inputs;
    Design design;
    std::vector<SweptOutcome> outcomes;
    sim::ResultShape kept; ///< series that are kept in full, besides the outcomes; often none
    std::optional<ReplicationRule> stopping;
    /// Whether the inputs hold from the start of the horizon instead of from the branch.
    bool changes_history{false};
    std::string experiment; ///< as it was written

    [[nodiscard]] std::size_t points() const { return design.points(); }

    [[nodiscard]] std::size_t policies() const { return study.variants.size(); }

    [[nodiscard]] std::size_t runs() const { return study.replications * points() * policies(); }

    [[nodiscard]] std::size_t run_of(std::size_t replication, std::size_t point,
                                     std::size_t policy) const {
        return (replication * points() + point) * policies() + policy;
    }

    [[nodiscard]] std::size_t policy_of(std::size_t run) const { return run % policies(); }

    [[nodiscard]] std::size_t point_of(std::size_t run) const {
        return run / policies() % points();
    }

    [[nodiscard]] std::size_t replication_of(std::size_t run) const {
        return run / policies() / points();
    }

    /// The replication whose dice the run throws.
    [[nodiscard]] std::uint32_t dice_of(std::size_t run) const;
};

/// The runs of a shard, rising. Every run is in exactly one. Runs go round in small blocks, so that
/// shards are alike; with a stopping rule all runs of a point go together, so that a shard can
/// judge its points without the others.
[[nodiscard]] std::vector<std::size_t> runs_of(SweepPlan const& plan, Shard shard);

/// What one run gave.
struct SweptRun {
    std::size_t run{0}; ///< in the plan
    RunStatus status{RunStatus::pending};
    std::vector<double> outcomes; ///< NaN when there are none
    sim::RunResult kept;          ///< of the plan's kept series
    double seconds{0.0};
    std::string reason; ///< why it failed

    friend bool operator==(SweptRun const&, SweptRun const&) = default;
};

/// A run without figures, as a failed or a skipped one leaves.
[[nodiscard]] SweptRun empty_run(SweepPlan const& plan, std::size_t run, RunStatus status,
                                 std::string reason = {});

/// The identity of a sweep: SHA-256 over the study's and all that decides a run.
[[nodiscard]] std::string sweep_sha256(SweepPlan const& plan);

/// What sets two sweeps apart, a line each; empty when nothing.
[[nodiscard]] std::vector<std::string> differences(SweepPlan const& stored, SweepPlan const& asked);

} // namespace opschaling::analysis
