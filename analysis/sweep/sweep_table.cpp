#include "analysis/sweep/sweep_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};

} // namespace

std::vector<double> SweepTable::by_point(std::size_t outcome, std::size_t policy) const {
    std::vector<double> means(points(), undefined);
    for (std::size_t point = 0; point < points(); ++point) {
        double sum{0.0};
        std::size_t done{0};
        for (std::size_t replication = 0; replication < replications; ++replication) {
            std::size_t const run = run_of(replication, point, policy);
            if (statuses[run] == TableStatus::done) {
                sum += figures[outcome][run];
                ++done;
            } else if (statuses[run] == TableStatus::failed) {
                sum = undefined;
            }
        }
        means[point] = done == 0 ? undefined : sum / static_cast<double>(done);
    }
    return means;
}

std::vector<std::vector<double>> SweepTable::by_replication(std::size_t outcome,
                                                            std::size_t policy) const {
    std::vector<std::vector<double>> all(replications);
    for (std::size_t replication = 0; replication < replications; ++replication) {
        for (std::size_t point = 0; point < points(); ++point) {
            all[replication].push_back(figures[outcome][run_of(replication, point, policy)]);
        }
    }
    return all;
}

std::vector<std::size_t> SweepTable::sample() const {
    constexpr std::size_t base_members{2};
    std::vector<std::size_t> chosen;
    for (std::size_t point = 0; point < points(); ++point) {
        if (design.shape.kind != DesignKind::saltelli ||
            point % design.shape.members() < base_members) {
            chosen.push_back(point);
        }
    }
    return chosen;
}

std::vector<std::uint8_t> SweepTable::failed_points() const {
    std::vector<std::uint8_t> failed(points(), 0);
    for (std::size_t run = 0; run < statuses.size(); ++run) {
        if (statuses[run] == TableStatus::failed) {
            failed[run / policies.size() % points()] = 1;
        }
    }
    return failed;
}

std::size_t SweepTable::count(TableStatus status) const {
    return static_cast<std::size_t>(std::ranges::count(statuses, status));
}

} // namespace opschaling::analysis
