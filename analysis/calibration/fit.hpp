#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// On which scale a parameter is searched: as it is, or by its logarithm.
enum class ParameterScale : std::uint8_t { linear, logarithmic };

/// A parameter that may move, with the range that is plausible without any target. Before the
/// targets are seen it is taken as normal on its scale, the range holding 95 % of it.
struct FreeParameter {
    double start{0.0};
    double low{0.0};
    double high{1.0};
    ParameterScale scale{ParameterScale::linear};
};

/// A published figure, and how near a model may be expected to come: one standard deviation.
struct Observation {
    double value{0.0};
    double tolerance{1.0};
};

/// What the model gives for each observation, as means over replications on common random numbers,
/// for each of some choices of the parameters.
using Model =
    std::function<std::vector<std::vector<double>>(std::vector<std::vector<double>> const&)>;

struct FittedParameter {
    double value{0.0};
    /// Standard deviation after the targets against before them, on the parameter's scale: 1 means
    /// that the targets say nothing about it.
    double width_left{1.0};
    /// Central 95 % after the targets, in the parameter's own unit.
    double low{0.0};
    double high{0.0};
};

struct Fit {
    std::vector<FittedParameter> parameters;
    std::vector<double> before; ///< of each observation, at the start
    std::vector<double> after;  ///< at the fitted values
    double misfit_before{0.0};  ///< sum of squared distances in tolerances, prior included
    double misfit_after{0.0};
    int rounds{0};
};

/// The most likely parameters under normal errors: Levenberg-Marquardt steps on differences of the
/// model itself, held within the ranges. A posterior width is that of the model made linear at the
/// end (Gauss-Newton), which flatters where it is strongly curved.
[[nodiscard]] Fit fit_parameters(std::span<FreeParameter const> parameters,
                                 std::span<Observation const> observations, Model const& model,
                                 int most_rounds);

} // namespace opschaling::analysis
