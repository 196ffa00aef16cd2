#include "app/study/calibrate_study.hpp"

#include "analysis/calibration/fit.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/store/sha256.hpp"
#include "app/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <ostream>

namespace opschaling::app {

namespace {

std::vector<double> finite(std::vector<double> const& values) {
    std::vector<double> kept;
    std::ranges::copy_if(values, std::back_inserter(kept),
                         [](double value) { return std::isfinite(value); });
    return kept;
}

/// Over the replications that have a figure; NaN when none has.
double mean_of(std::vector<double> const& values) {
    auto const kept = finite(values);
    return std::accumulate(kept.begin(), kept.end(), 0.0) / static_cast<double>(kept.size());
}

/// What a reader keeps of a number: three digits.
double three_digits(double value) {
    return std::stod(fmt::format("{:.3g}", value));
}

std::vector<analysis::FreeParameter> free_parameters(scenarios::Calibration const& calibration,
                                                     std::vector<double> const& start) {
    std::vector<analysis::FreeParameter> free;
    for (std::size_t i = 0; i < start.size(); ++i) {
        auto const& parameter = calibration.parameters[i];
        free.push_back({.start = std::clamp(start[i], parameter.low, parameter.high),
                        .low = parameter.low,
                        .high = parameter.high,
                        .scale = parameter.by_logarithm ? analysis::ParameterScale::logarithmic
                                                        : analysis::ParameterScale::linear});
    }
    return free;
}

/// Only the targets that are fitted reach the fit.
template <typename Value, typename Pick>
std::vector<Value> of_fitted(scenarios::Calibration const& calibration, Pick const& pick) {
    std::vector<Value> picked;
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        if (calibration.targets[t].is_fitted) {
            picked.push_back(pick(t));
        }
    }
    return picked;
}

HeldTarget held(scenarios::CalibrationTarget const& target, std::vector<double> const& before,
                std::vector<double> const& after) {
    auto const interval = analysis::mean_interval(finite(after));
    return {.name = target.name,
            .fact = target.fact,
            .source = target.source,
            .is_fitted = target.is_fitted,
            .observed = target.observed,
            .accept_low = target.accept_low,
            .accept_high = target.accept_high,
            .before = mean_of(before),
            .model = mean_of(after),
            .model_low = interval.low,
            .model_high = interval.high};
}

} // namespace

CalibrationResult calibrate_study(scenarios::Calibration const& calibration,
                                  HistoryRuns const& runs, Console const& console) {
    auto const start = runs.present_values();
    auto const free = free_parameters(calibration, start);
    auto const observations = of_fitted<analysis::Observation>(calibration, [&](std::size_t t) {
        return analysis::Observation{calibration.targets[t].observed,
                                     calibration.targets[t].tolerance};
    });
    std::size_t choices_run{0};
    analysis::Model const model = [&](std::vector<std::vector<double>> const& choices) {
        std::vector<std::vector<double>> means;
        for (auto const& given : runs.values(choices)) {
            means.push_back(
                of_fitted<double>(calibration, [&](std::size_t t) { return mean_of(given[t]); }));
        }
        choices_run += choices.size();
        if (console.err_is_terminal) {
            console.err << fmt::format("\r{} x {} runs", choices_run, runs.study().replications)
                        << std::flush;
        }
        return means;
    };
    auto const fit = analysis::fit_parameters(free, observations, model, calibration.rounds);
    if (console.err_is_terminal) {
        console.err << '\n';
    }

    CalibrationResult result{.name = calibration.name,
                             .world = runs.world_name(),
                             .fingerprint = {},
                             .version = std::string{program_version()},
                             .replications = runs.study().replications,
                             .seed = runs.study().seed,
                             .rounds = fit.rounds,
                             .misfit_before = fit.misfit_before,
                             .misfit_after = fit.misfit_after,
                             .parameters = {},
                             .targets = {}};
    std::vector<double> values;
    for (std::size_t i = 0; i < start.size(); ++i) {
        auto const& parameter = calibration.parameters[i];
        auto const& fitted = fit.parameters[i];
        values.push_back(three_digits(fitted.value));
        result.parameters.push_back({.path = parameter.path,
                                     .unit = runs.unit_of(parameter.path),
                                     .because = parameter.because,
                                     .before = start[i],
                                     .value = values.back(),
                                     .prior_low = parameter.low,
                                     .prior_high = parameter.high,
                                     .low = fitted.low,
                                     .high = fitted.high,
                                     .width_left = fitted.width_left});
    }
    auto const given = runs.values({start, values});
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        result.targets.push_back(held(calibration.targets[t], given[0][t], given[1][t]));
    }
    result.fingerprint = fingerprint_of(calibration, values, console);
    return result;
}

std::string fingerprint_of(scenarios::Calibration const& calibration,
                           std::vector<double> const& values, Console const& console) {
    HistoryRuns const runs{
        calibration, {.file = {}, .settings = {}, .seed = 1, .replications = 1}, console};
    analysis::Sha256 hash;
    auto const given = runs.values({values});
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        hash.add(fmt::format("{}={:.6g}\n", calibration.targets[t].name, given[0][t][0]));
    }
    return hash.digest();
}

std::string sheet_of(CalibrationResult const& result) {
    std::map<std::string, std::string> sheets;
    for (auto const& parameter : result.parameters) {
        auto const dot = parameter.path.find('.');
        auto const unit = parameter.unit == "1" ? std::string{} : " " + parameter.unit;
        sheets[parameter.path.substr(0, dot)] +=
            fmt::format("  {}:\n    value: {:.3g}{}\n    source: \"assumption: calibrated, {} "
                        "(docs/validation.md, Targets)\"\n    plausible: [{:.6g}, {:.6g}]\n",
                        parameter.path.substr(dot + 1), parameter.value, unit, parameter.because,
                        parameter.prior_low, parameter.prior_high);
    }
    std::string text = fmt::format(
        "# Written by the calibration '{}': see scenarios/calibration. Change it by running that\n"
        "# again, not by hand.\nschema: opschaling-parameters/1\n",
        result.name);
    for (auto const& [sheet, lines] : sheets) {
        text += fmt::format("{}:\n{}", sheet, lines);
    }
    return text;
}

} // namespace opschaling::app
