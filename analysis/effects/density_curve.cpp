#include "analysis/effects/density_curve.hpp"

#include "analysis/statistics/moments.hpp"
#include "analysis/statistics/tests.hpp"
#include "sim/contract/expects.hpp"

namespace opschaling::analysis {

Estimate estimate_of(std::span<double const> values) {
    return {.mean = mean(values),
            .interval = mean_interval(values),
            .values = {values.begin(), values.end()}};
}

DensityCurve estimate_curve(std::span<double const> nodes,
                            std::span<CurveReplication const> replications) {
    DensityCurve curve;
    std::vector<double> slopes;
    for (auto const& replication : replications) {
        sim::expects(replication.worths.size() == nodes.size(), "each node has its worth");
        slopes.push_back(replication.slope);
    }
    std::vector<double> bent;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        std::vector<double> added;
        bent.clear();
        for (auto const& replication : replications) {
            double u = replication.worths[node] - replication.worths.front();
            if (!replication.expected.empty()) {
                u += nodes[node] * replication.expected.back() - replication.expected[node];
            }
            added.push_back(u);
            bent.push_back(u - nodes[node] * replication.slope);
        }
        curve.points.push_back(
            {.p = nodes[node], .added = estimate_of(added), .non_additivity = estimate_of(bent)});
    }
    curve.sum_of_parts = estimate_of(slopes);
    curve.non_additivity = curve.points.back().non_additivity;
    curve.share = curve.non_additivity.mean / curve.sum_of_parts.mean;
    curve.share_interval = ratio_interval(bent, slopes);
    return curve;
}

} // namespace opschaling::analysis
