#include "analysis/calibration/fit.hpp"

#include "sim/contract/expects.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::analysis {

namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// Deviations from the mean that hold 95 % of a normal distribution on either side.
constexpr double deviations{1.959963984540054};
/// Steps for differences, in deviations of the prior: wide against the noise of a few
/// replications, which common random numbers leave.
constexpr double step{0.3};
constexpr double least_gain{0.005};
/// The distance, in tolerances, of a target that no replication has a figure for.
constexpr double without_figure{10.0};

double on_scale(FreeParameter const& parameter, double value) {
    return parameter.scale == ParameterScale::logarithmic ? std::log(value) : value;
}

double off_scale(FreeParameter const& parameter, double value) {
    return parameter.scale == ParameterScale::logarithmic ? std::exp(value) : value;
}

/// Works in deviations from the middle of the prior, in which every parameter is N(0, 1).
class Search {
public:
    Search(std::span<FreeParameter const> parameters, std::span<Observation const> observations,
           Model const& model)
        : parameters_{parameters}, observations_{observations}, model_{model} {}

    [[nodiscard]] Vector start() const {
        Vector place(size());
        for (Eigen::Index i = 0; i < size(); ++i) {
            auto const& parameter = parameters_[static_cast<std::size_t>(i)];
            place[i] =
                (on_scale(parameter, parameter.start) - middle(parameter)) / deviation(parameter);
        }
        return place;
    }

    [[nodiscard]] double value(Eigen::Index i, double place) const {
        auto const& parameter = parameters_[static_cast<std::size_t>(i)];
        return std::clamp(off_scale(parameter, middle(parameter) + place * deviation(parameter)),
                          parameter.low, parameter.high);
    }

    [[nodiscard]] std::vector<std::vector<double>> run(std::vector<Vector> const& places) const {
        std::vector<std::vector<double>> choices;
        for (auto const& place : places) {
            std::vector<double> choice;
            for (Eigen::Index i = 0; i < size(); ++i) {
                choice.push_back(value(i, place[i]));
            }
            choices.push_back(std::move(choice));
        }
        return model_(choices);
    }

    /// Distances from the observations in tolerances, and from the prior in deviations.
    [[nodiscard]] Vector residual(Vector const& place, std::vector<double> const& given) const {
        auto const targets = static_cast<Eigen::Index>(observations_.size());
        Vector all(targets + size());
        for (Eigen::Index i = 0; i < targets; ++i) {
            auto const& seen = observations_[static_cast<std::size_t>(i)];
            double const away = (given[static_cast<std::size_t>(i)] - seen.value) / seen.tolerance;
            all[i] = std::isfinite(away) ? away : without_figure;
        }
        all.tail(size()) = place;
        return all;
    }

    /// How the residuals move with each parameter, by differences to either side.
    [[nodiscard]] Matrix slope(Vector const& place) const {
        std::vector<Vector> places;
        for (Eigen::Index i = 0; i < size(); ++i) {
            for (double const side : {-1.0, 1.0}) {
                Vector next = place;
                next[i] = std::clamp(place[i] + side * step, -deviations, deviations);
                places.push_back(next);
            }
        }
        auto const given = run(places);
        Matrix slopes(static_cast<Eigen::Index>(observations_.size()) + size(), size());
        for (Eigen::Index i = 0; i < size(); ++i) {
            auto const below = static_cast<std::size_t>(2 * i);
            auto const above = below + 1;
            double const width = places[above][i] - places[below][i];
            slopes.col(i) =
                (residual(places[above], given[above]) - residual(places[below], given[below])) /
                width;
        }
        return slopes;
    }

    [[nodiscard]] Eigen::Index size() const {
        return static_cast<Eigen::Index>(parameters_.size());
    }

private:
    [[nodiscard]] static double middle(FreeParameter const& parameter) {
        return (on_scale(parameter, parameter.low) + on_scale(parameter, parameter.high)) / 2.0;
    }

    [[nodiscard]] static double deviation(FreeParameter const& parameter) {
        return (on_scale(parameter, parameter.high) - on_scale(parameter, parameter.low)) /
               (2.0 * deviations);
    }

    std::span<FreeParameter const> parameters_;
    std::span<Observation const> observations_;
    Model const& model_;
};

/// Steps of several boldnesses, tried side by side.
std::vector<Vector> bold_and_careful(Vector const& place, Matrix const& slopes,
                                     Vector const& residuals) {
    std::vector<Vector> tries;
    Matrix const curvature = slopes.transpose() * slopes;
    Vector const downhill = -(slopes.transpose() * residuals);
    for (double const caution : {0.0, 0.3, 3.0, 30.0}) {
        Matrix damped = curvature;
        damped.diagonal() *= 1.0 + caution;
        Vector const next = place + damped.ldlt().solve(downhill);
        tries.emplace_back(next.cwiseMax(-deviations).cwiseMin(deviations));
    }
    return tries;
}

std::vector<FittedParameter> with_widths(Search const& search, Vector const& place,
                                         Matrix const& slopes) {
    Matrix const spread = (slopes.transpose() * slopes).inverse();
    std::vector<FittedParameter> fitted;
    for (Eigen::Index i = 0; i < search.size(); ++i) {
        double const width = std::sqrt(spread(i, i));
        fitted.push_back({.value = search.value(i, place[i]),
                          .width_left = width,
                          .low = search.value(i, place[i] - deviations * width),
                          .high = search.value(i, place[i] + deviations * width)});
    }
    return fitted;
}

} // namespace

Fit fit_parameters(std::span<FreeParameter const> parameters,
                   std::span<Observation const> observations, Model const& model, int most_rounds) {
    for (auto const& parameter : parameters) {
        sim::expects(parameter.low < parameter.high &&
                         (parameter.scale == ParameterScale::linear || parameter.low > 0.0),
                     "a free parameter has a range, above 0 on the logarithmic scale");
    }
    Search const search{parameters, observations, model};
    Vector place = search.start();
    Fit fit;
    fit.before = search.run({place}).front();
    fit.after = fit.before;
    fit.misfit_before = search.residual(place, fit.before).squaredNorm();
    fit.misfit_after = fit.misfit_before;
    Matrix slopes = search.slope(place);
    for (bool gained = true; gained && fit.rounds < most_rounds; ++fit.rounds) {
        auto const tries = bold_and_careful(place, slopes, search.residual(place, fit.after));
        auto const given = search.run(tries);
        std::size_t best{0};
        std::vector<double> misfits;
        for (std::size_t t = 0; t < tries.size(); ++t) {
            misfits.push_back(search.residual(tries[t], given[t]).squaredNorm());
            best = misfits[t] < misfits[best] ? t : best;
        }
        gained = misfits[best] < fit.misfit_after * (1.0 - least_gain);
        if (misfits[best] < fit.misfit_after) {
            place = tries[best];
            fit.after = given[best];
            fit.misfit_after = misfits[best];
            slopes = search.slope(place);
        }
    }
    fit.parameters = with_widths(search, place, slopes);
    return fit;
}

} // namespace opschaling::analysis
