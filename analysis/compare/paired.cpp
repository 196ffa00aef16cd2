#include "analysis/compare/paired.hpp"

#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <cmath>
#include <vector>

namespace opschaling::analysis {

namespace {

double variance(std::span<double const> values) {
    double const deviation = standard_deviation(values);
    return deviation * deviation;
}

} // namespace

PairedDifference compare_pairs(std::span<double const> variant, std::span<double const> reference,
                               double confidence) {
    sim::expects(variant.size() == reference.size(), "paired figures come in equal numbers");
    std::vector<double> kept;
    std::vector<double> kept_reference;
    std::vector<double> differences;
    for (std::size_t r = 0; r < variant.size(); ++r) {
        if (std::isfinite(variant[r]) && std::isfinite(reference[r])) {
            kept.push_back(variant[r]);
            kept_reference.push_back(reference[r]);
            differences.push_back(variant[r] - reference[r]);
        }
    }
    PairedDifference result{.pairs = differences.size(),
                            .left_out = variant.size() - differences.size(),
                            .mean = mean(differences),
                            .standard_deviation = standard_deviation(differences),
                            .interval = mean_interval(differences, confidence),
                            .correlation = std::nullopt,
                            .variance_reduction = std::nullopt,
                            .is_indicative = differences.size() < replications_for_a_firm_interval};
    if (double const rho = correlation(kept, kept_reference); std::isfinite(rho)) {
        result.correlation = rho;
    }
    if (double const spread = variance(differences); spread > 0.0) {
        result.variance_reduction = (variance(kept) + variance(kept_reference)) / spread;
    }
    return result;
}

} // namespace opschaling::analysis
