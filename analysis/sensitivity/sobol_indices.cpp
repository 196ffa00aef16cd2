#include "analysis/sensitivity/sobol_indices.hpp"

#include "analysis/sensitivity/resample.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};
constexpr std::size_t of_a{0};
constexpr std::size_t of_b{1};
constexpr std::size_t of_mixed{2};
/// S, ST, and S by the two other estimators.
constexpr std::size_t estimators{4};

/// The rows of one scramble that are whole, centred: [row * members + member].
struct Rows {
    std::size_t members{0};
    std::vector<double> figures;

    [[nodiscard]] std::size_t count() const { return members == 0 ? 0 : figures.size() / members; }

    [[nodiscard]] double at(std::size_t row, std::size_t member) const {
        return figures[row * members + member];
    }
};

/// The first point of a row without a figure.
std::optional<std::size_t> gap_in(DesignShape const& shape, std::span<double const> figures,
                                  std::size_t row, std::size_t scramble) {
    for (std::size_t member = 0; member < shape.members(); ++member) {
        std::size_t const point = shape.point_of(row, scramble, member);
        if (!std::isfinite(figures[point])) {
            return point;
        }
    }
    return std::nullopt;
}

Rows whole_rows(DesignShape const& shape, std::span<double const> figures, std::size_t scramble,
                std::vector<DroppedRow>& dropped) {
    Rows rows{.members = shape.members(), .figures = {}};
    for (std::size_t row = 0; row < shape.rows; ++row) {
        if (auto const gap = gap_in(shape, figures, row, scramble)) {
            dropped.push_back({.row = row, .scramble = scramble, .point = *gap});
            continue;
        }
        for (std::size_t member = 0; member < rows.members; ++member) {
            rows.figures.push_back(figures[shape.point_of(row, scramble, member)]);
        }
    }
    return rows;
}

/// All of A and B, whose mean and variance are the outcome's own.
std::vector<double> base_figures(std::vector<Rows> const& scrambles) {
    std::vector<double> base;
    for (auto const& rows : scrambles) {
        for (std::size_t row = 0; row < rows.count(); ++row) {
            base.push_back(rows.at(row, of_a));
            base.push_back(rows.at(row, of_b));
        }
    }
    return base;
}

/// Sums over rows from which all estimators of one mixed member follow.
struct Sums {
    double rows{0.0};
    double both{0.0};         ///< y_B + y_AB
    double product{0.0};      ///< y_B y_AB
    double squares{0.0};      ///< y_B² + y_AB²
    double gain{0.0};         ///< y_B (y_AB - y_A)
    double from_a{0.0};       ///< (y_A - y_AB)²
    double from_b{0.0};       ///< (y_B - y_AB)²
    double base{0.0};         ///< y_A + y_B
    double base_squares{0.0}; ///< y_A² + y_B²

    void add(double a, double b, double mixed) {
        rows += 1.0;
        both += b + mixed;
        product += b * mixed;
        squares += b * b + mixed * mixed;
        gain += b * (mixed - a);
        from_a += (a - mixed) * (a - mixed);
        from_b += (b - mixed) * (b - mixed);
        base += a + b;
        base_squares += a * a + b * b;
    }

    void put(double* estimates) const {
        double const middle = both / (2.0 * rows);
        double const variance = (base_squares - base * base / (2.0 * rows)) / (2.0 * rows - 1.0);
        estimates[0] =
            (product / rows - middle * middle) / (squares / (2.0 * rows) - middle * middle);
        estimates[1] = from_a / (2.0 * rows * variance);
        estimates[2] = gain / (rows * variance);
        estimates[3] = 1.0 - from_b / (2.0 * rows * variance);
    }
};

/// The estimates of every mixed member, [member * estimators + estimator], over chosen rows.
std::vector<double> estimates_of(Rows const& rows, std::span<std::size_t const> chosen) {
    std::size_t const mixed = rows.members - of_mixed;
    std::vector<Sums> sums(mixed);
    for (std::size_t const row : chosen) {
        for (std::size_t i = 0; i < mixed; ++i) {
            sums[i].add(rows.at(row, of_a), rows.at(row, of_b), rows.at(row, of_mixed + i));
        }
    }
    std::vector<double> estimates(mixed * estimators, undefined);
    for (std::size_t i = 0; i < mixed && !chosen.empty(); ++i) {
        sums[i].put(estimates.data() + i * estimators);
    }
    return estimates;
}

std::vector<double> estimates_of(Rows const& rows) {
    std::vector<std::size_t> all(rows.count());
    for (std::size_t row = 0; row < all.size(); ++row) {
        all[row] = row;
    }
    return estimates_of(rows, all);
}

/// Every estimate of each scramble by itself; their mean, and an interval from how they differ.
std::vector<SensitivityEstimate> over_scrambles(std::vector<Rows> const& scrambles,
                                                double confidence) {
    std::vector<std::vector<double>> by_scramble;
    for (auto const& rows : scrambles) {
        if (rows.count() >= 2) {
            by_scramble.push_back(estimates_of(rows));
        }
    }
    std::vector<SensitivityEstimate> estimates;
    std::size_t const figures = by_scramble.empty() ? 0 : by_scramble.front().size();
    for (std::size_t i = 0; i < figures; ++i) {
        std::vector<double> values;
        values.reserve(by_scramble.size());
        for (auto const& scramble : by_scramble) {
            values.push_back(scramble[i]);
        }
        estimates.push_back({mean(values), mean_interval(values, confidence)});
    }
    return estimates;
}

std::vector<SensitivityEstimate> over_rows(Rows const& rows, IndexOptions const& options) {
    auto const values = estimates_of(rows);
    std::vector<Interval> intervals(values.size(), Interval{undefined, undefined});
    if (options.resamples > 0) {
        intervals = bootstrap_intervals(
            rows.count(), options.resamples, options.seed, options.confidence,
            [&](std::span<std::size_t const> chosen) { return estimates_of(rows, chosen); });
    }
    std::vector<SensitivityEstimate> estimates;
    for (std::size_t i = 0; i < values.size(); ++i) {
        estimates.push_back({values[i], intervals[i]});
    }
    return estimates;
}

void put_shares(std::vector<SensitivityEstimate> const& estimates, std::size_t inputs,
                SobolIndices& indices) {
    for (std::size_t i = 0; i * estimators < estimates.size(); ++i) {
        VarianceShares const shares{.first = estimates[i * estimators],
                                    .total = estimates[i * estimators + 1],
                                    .first_saltelli = estimates[i * estimators + 2].value,
                                    .first_jansen = estimates[i * estimators + 3].value};
        (i < inputs ? indices.inputs : indices.chance).push_back(shares);
    }
}

} // namespace

SobolIndices estimate_sobol(DesignShape const& shape, std::span<double const> figures,
                            IndexOptions const& options) {
    sim::expects(shape.kind == DesignKind::saltelli, "Sobol' indices are of a saltelli design");
    sim::expects(figures.size() == shape.points(), "every point has a figure, or NaN");
    SobolIndices indices;
    std::vector<Rows> scrambles;
    for (std::size_t scramble = 0; scramble < shape.scrambles; ++scramble) {
        scrambles.push_back(whole_rows(shape, figures, scramble, indices.dropped));
        indices.rows += scrambles.back().count();
    }
    auto const base = base_figures(scrambles);
    indices.mean = mean(base);
    double const deviation = standard_deviation(base);
    indices.variance = deviation * deviation;
    // Of figures that differ by rounding alone there are no shares.
    constexpr double rounding{1.0e-12};
    indices.varies = indices.rows >= 2 && deviation > rounding * std::abs(indices.mean);
    std::size_t const mixed = shape.members() - of_mixed;
    if (!indices.varies) {
        SensitivityEstimate const nothing{undefined, {undefined, undefined}};
        put_shares(std::vector<SensitivityEstimate>(mixed * estimators, nothing), shape.inputs,
                   indices);
        return indices;
    }
    for (auto& rows : scrambles) {
        for (double& figure : rows.figures) {
            figure -= indices.mean; // smaller sums lose fewer digits, and Saltelli's less variance
        }
    }
    bool const has_copies =
        std::ranges::count_if(scrambles, [](Rows const& rows) { return rows.count() >= 2; }) >= 2;
    indices.source = has_copies              ? IntervalSource::scrambles
                     : options.resamples > 0 ? IntervalSource::bootstrap
                                             : IntervalSource::none;
    auto const whole = std::ranges::max_element(scrambles, {}, &Rows::count);
    put_shares(has_copies ? over_scrambles(scrambles, options.confidence)
                          : over_rows(*whole, options),
               shape.inputs, indices);
    return indices;
}

} // namespace opschaling::analysis
