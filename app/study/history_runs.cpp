#include "app/study/history_runs.hpp"

#include "app/study/make_world.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/number.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace opschaling::app {

namespace {

analysis::Reduction reduction_of(scenarios::TargetReduction reduction) {
    switch (reduction) {
    case scenarios::TargetReduction::sum:
        return analysis::Reduction::sum;
    case scenarios::TargetReduction::mean:
        return analysis::Reduction::mean;
    case scenarios::TargetReduction::last:
        return analysis::Reduction::last;
    case scenarios::TargetReduction::growth:
        break;
    }
    return analysis::Reduction::growth;
}

analysis::RunMeasure measure_of(scenarios::CalibrationTarget const& target,
                                double share_of_country) {
    return {.series = target.series,
            .per = target.per,
            .reduction = reduction_of(target.reduction),
            .from = target.from,
            .to = target.to,
            .factor = target.factor / (target.is_scaled ? share_of_country : 1.0)};
}

} // namespace

HistoryRuns::HistoryRuns(scenarios::Calibration const& calibration, StudyArguments changes,
                         Console const& console)
    : calibration_{calibration}, changes_{std::move(changes)} {
    changes_.file = calibration.study;
    study_ = read_request(changes_);
    for (auto const& parameter : calibration.parameters) {
        if (parameter.path.starts_with("world.")) {
            throw InputError{fmt::format("{}: the world is made once, before a calibration begins",
                                         parameter.path)};
        }
    }
    world_ = make_world(study_, changes_.file, console).world;
    shape_ = models::result_shape(*world_, study_.horizon.first, study_.horizon.last);
    check_measures();
}

void HistoryRuns::check_measures() const {
    std::vector<std::string> problems;
    for (auto const& target : calibration_.targets) {
        for (auto const& problem :
             analysis::problems_with(measure_of(target, world_->share_of_country), shape_)) {
            problems.push_back(fmt::format("target {}: {}", target.name, problem));
        }
    }
    if (!problems.empty()) {
        throw InputError{fmt::format("{}", fmt::join(problems, "\n"))};
    }
}

std::vector<double> HistoryRuns::present_values() const {
    std::vector<double> values;
    for (auto const& parameter : calibration_.parameters) {
        auto const record =
            std::ranges::find(study_.records, parameter.path, &sim::ParameterRecord::path);
        auto const amount = scenarios::parse_amount(record->value);
        if (!amount.number) {
            throw InputError{fmt::format("{} is {}: only a single number can be calibrated",
                                         parameter.path, record->value)};
        }
        values.push_back(*amount.number);
    }
    return values;
}

std::string HistoryRuns::unit_of(std::string const& path) const {
    return std::ranges::find(study_.records, path, &sim::ParameterRecord::path)->unit;
}

scenarios::Study HistoryRuns::with(std::vector<double> const& choice) const {
    auto changed = changes_;
    for (std::size_t i = 0; i < choice.size(); ++i) {
        auto const& path = calibration_.parameters[i].path;
        auto const record = std::ranges::find(study_.records, path, &sim::ParameterRecord::path);
        auto const unit = record->unit == "1" ? std::string{} : " " + record->unit;
        changed.settings.push_back(fmt::format("{}={:.6g}{}", path, choice[i], unit));
    }
    return read_request(changed);
}

std::vector<analysis::Fraction> HistoryRuns::run(scenarios::Study const& study,
                                                 std::uint32_t replication) const {
    models::Simulation simulation{
        world_, study.parameters, {.study = study.seed, .replication = replication}};
    auto figures = sim::RunResult::of_shape(shape_);
    while (simulation.next_quarter() < study.horizon.last.next()) {
        simulation.step(shape_, figures);
    }
    std::vector<analysis::Fraction> values;
    for (auto const& target : calibration_.targets) {
        values.push_back(
            analysis::fraction(measure_of(target, world_->share_of_country), shape_, figures));
    }
    return values;
}

std::vector<std::vector<std::vector<double>>>
HistoryRuns::values(std::vector<std::vector<double>> const& choices) const {
    auto const replications = static_cast<std::size_t>(study_.replications);
    std::vector<scenarios::Study> studies;
    for (auto const& choice : choices) {
        studies.push_back(with(choice));
    }
    std::vector<std::vector<analysis::Fraction>> runs(choices.size() * replications);
    sim::run_concurrently(runs.size(), [&](std::size_t i) {
        runs[i] = run(studies[i / replications], static_cast<std::uint32_t>(i % replications));
    });
    std::vector<std::vector<std::vector<double>>> values(
        choices.size(), std::vector(calibration_.targets.size(), std::vector<double>{}));
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
        for (std::size_t t = 0; t < calibration_.targets.size(); ++t) {
            std::vector<analysis::Fraction> parts;
            for (std::size_t r = 0; r < replications; ++r) {
                parts.push_back(runs[choice * replications + r][t]);
            }
            // What a run has no figure for is left out of the sums.
            std::erase_if(parts, [](analysis::Fraction const& p) {
                return !std::isfinite(p.above) || !std::isfinite(p.below);
            });
            if (parts.empty()) {
                parts.push_back({.above = 0.0, .below = 0.0}); // no figure at all: not a number
            }
            values[choice][t] = analysis::ratios_of_sums(parts);
        }
    }
    return values;
}

} // namespace opschaling::app
