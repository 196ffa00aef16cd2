#pragma once

#include "analysis/design/design.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// Whether more or less of an outcome is wanted, if either.
enum class Direction : std::uint8_t { neither, maximise, minimise };

struct TableInput {
    std::string name;
    std::string label; ///< what the reader knows it by: the parameter's path
    std::string unit;
    std::vector<std::string> categories; ///< names of the values 0, 1, 2, ...; empty for a number
    bool is_lever{false};
};

struct TableOutcome {
    std::string name;
    std::string label_nl;
    std::string label_en;
    std::string unit;
    Direction direction{Direction::neither};
};

struct TablePolicy {
    std::string name;
    std::string title_nl;
    std::string title_en;
};

enum class TableStatus : std::uint8_t { pending, done, failed, skipped };

/// What a sweep gave, as its analysis needs it: points, and a figure of each outcome in each run.
/// `run = (replication * points + point) * policies + policy`.
struct SweepTable {
    Design design;
    std::vector<TableInput> inputs;
    std::vector<TableOutcome> outcomes;
    std::vector<TablePolicy> policies;
    std::size_t replications{1};
    std::vector<TableStatus> statuses;        ///< by run
    std::vector<std::vector<double>> figures; ///< [outcome][run], NaN where there is none

    [[nodiscard]] std::size_t points() const { return design.points(); }

    [[nodiscard]] std::size_t run_of(std::size_t replication, std::size_t point,
                                     std::size_t policy) const {
        return (replication * points() + point) * policies.size() + policy;
    }

    /// The figures of one outcome under one policy, by point: means over the replications that were
    /// run; NaN where one failed or none is done.
    [[nodiscard]] std::vector<double> by_point(std::size_t outcome, std::size_t policy) const;

    /// The same by replication, [replication][point], without means.
    [[nodiscard]] std::vector<std::vector<double>> by_replication(std::size_t outcome,
                                                                  std::size_t policy) const;

    /// The points that are a sample of the inputs by themselves: of saltelli A and B without their
    /// mixtures, else all.
    [[nodiscard]] std::vector<std::size_t> sample() const;

    /// Points of which a run failed under some policy.
    [[nodiscard]] std::vector<std::uint8_t> failed_points() const;

    [[nodiscard]] std::size_t count(TableStatus status) const;
};

} // namespace opschaling::analysis
