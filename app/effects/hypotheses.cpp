#include "app/effects/hypotheses.hpp"

#include "analysis/design/unit_points.hpp"
#include "analysis/statistics/moments.hpp"
#include "analysis/store/sha256.hpp"
#include "app/effects/hypothesis_figures.hpp"
#include "app/study/make_world.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "app/version.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/nearest.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace opschaling::app {

namespace {

using scenarios::HypothesisPart;
using scenarios::HypothesisRole;

analysis::HypothesisFigure const&
figure_named(NamedFigures const& figures, HypothesisPart const& part, std::string const& name) {
    auto const found = figures.find(name);
    if (found == figures.end()) {
        std::vector<std::string> known;
        for (auto const& [other, figure] : figures) {
            known.push_back(other);
        }
        throw InputError{fmt::format("{} of {}: no figure is named '{}'; {}", part.name,
                                     part.study.string(), name,
                                     scenarios::did_you_mean(name, known))};
    }
    return found->second;
}

/// Figures added and taken away; nothing when there are none.
std::optional<analysis::HypothesisFigure> sum_of(NamedFigures const& figures,
                                                 HypothesisPart const& part,
                                                 std::vector<std::string> const& plus,
                                                 std::vector<std::string> const& minus) {
    std::vector<analysis::HypothesisFigure> taken;
    std::vector<double> factors;
    for (auto const& name : plus) {
        taken.push_back(figure_named(figures, part, name));
        factors.push_back(1.0);
    }
    for (auto const& name : minus) {
        taken.push_back(figure_named(figures, part, name));
        factors.push_back(-1.0);
    }
    if (taken.empty()) {
        return std::nullopt;
    }
    return analysis::combine(taken, factors);
}

analysis::Inequality inequality_of(scenarios::HypothesisExpectation expectation) {
    using Expectation = scenarios::HypothesisExpectation;
    switch (expectation) {
    case Expectation::above:
        return analysis::Inequality::above;
    case Expectation::below:
        return analysis::Inequality::below;
    case Expectation::beyond:
        return analysis::Inequality::beyond;
    case Expectation::within:
        return analysis::Inequality::within;
    case Expectation::equals:
        return analysis::Inequality::equals;
    }
    sim::expects(false, "an expectation is one of the five");
    return {};
}

analysis::Judged judge(NamedFigures const& figures, HypothesisPart const& part) {
    auto const& measure = part.measure;
    auto const above = sum_of(figures, part, measure.sum, measure.minus);
    auto const below = sum_of(figures, part, measure.per, measure.per_minus);
    return analysis::judge(*above, below ? &*below : nullptr, inequality_of(part.expectation),
                           part.bound);
}

/// A point of the parameter sample as settings of a study.
std::vector<std::string> settings_at(scenarios::Study const& study,
                                     std::vector<std::string> const& paths, double const* unit) {
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto const record = std::ranges::find(study.records, paths[i], &sim::ParameterRecord::path);
        if (record == study.records.end() || record->plausible_low == record->plausible_high) {
            throw InputError{
                fmt::format("uncertain: {} is no parameter with a plausible range", paths[i])};
        }
        double const value =
            record->plausible_low + (record->plausible_high - record->plausible_low) * unit[i];
        settings.push_back(fmt::format("{}={:.6g}{}", paths[i], value,
                                       record->unit == "1" ? "" : " " + record->unit));
    }
    return settings;
}

/// In which part of the sample the measure lies on the side that is asked for.
double robustness(HypothesisFigures& experiments, HypothesisPart const& part,
                  scenarios::HypothesisList const& list) {
    auto const study = read_request(
        {.file = part.study, .settings = {}, .seed = std::nullopt, .replications = std::nullopt});
    auto const points = static_cast<std::size_t>(list.points);
    auto const sample = analysis::latin_hypercube(points, list.uncertain.size(), 1, 0);
    double on_side{0.0};
    for (std::size_t point = 0; point < points; ++point) {
        auto const settings =
            settings_at(study, list.uncertain, sample.data() + point * list.uncertain.size());
        auto const& figures =
            experiments.at_point(part, settings, static_cast<std::uint32_t>(point + 1), 1);
        on_side += judge(figures, part).on_side ? 1.0 : 0.0;
    }
    return on_side / static_cast<double>(points);
}

/// Morris's trajectories over the same parameters, the same dice at every point.
SensitivityResult measure_sensitivity(HypothesisFigures& experiments, HypothesisPart const& part,
                                      scenarios::HypothesisList const& list) {
    constexpr std::size_t levels{4};
    auto const study = read_request(
        {.file = part.study, .settings = {}, .seed = std::nullopt, .replications = std::nullopt});
    auto const inputs = list.uncertain.size();
    auto const trajectories = analysis::morris_trajectories(
        static_cast<std::size_t>(list.trajectories), inputs, levels, 1, 0);
    std::vector<std::vector<double>> effects(inputs);
    double before{0.0};
    for (std::size_t point = 0; point < trajectories.moved.size(); ++point) {
        auto const settings =
            settings_at(study, list.uncertain, trajectories.points.data() + point * inputs);
        double const value =
            judge(experiments.at_point(part, settings, 0, part.replications), part).value;
        if (point % (inputs + 1) != 0) {
            effects[static_cast<std::size_t>(trajectories.moved[point])].push_back(
                (value - before) / trajectories.moved_by[point]);
        }
        before = value;
    }
    SensitivityResult result{.name = part.name,
                             .says = part.says,
                             .study = part.study.filename().string(),
                             .parameters = {}};
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> sizes;
        for (double const effect : effects[i]) {
            sizes.push_back(std::abs(effect));
        }
        result.parameters.push_back({.path = list.uncertain[i],
                                     .mean = analysis::mean(effects[i]),
                                     .size = analysis::mean(sizes),
                                     .spread = analysis::standard_deviation(effects[i])});
    }
    return result;
}

PartResult judge_part(HypothesisFigures& experiments, HypothesisPart const& part,
                      scenarios::HypothesisList const& list, StudyArguments const& changes) {
    PartResult result{.name = part.name,
                      .role = part.role,
                      .says = part.says,
                      .experiment = part.experiment,
                      .study = part.study.filename().string(),
                      .settings = part.settings,
                      .replications = changes.replications.value_or(part.replications),
                      .bound = part.bound,
                      .judged = judge(experiments.of(part), part),
                      .robust = std::nullopt};
    if (part.role == HypothesisRole::claim && list.points > 0 && !list.uncertain.empty()) {
        result.robust = robustness(experiments, part, list);
    }
    return result;
}

} // namespace

HypothesesResult judge_hypotheses(scenarios::HypothesisList const& list,
                                  StudyArguments const& changes,
                                  std::filesystem::path const& folder,
                                  std::atomic<bool> const& stop, Console const& console) {
    HypothesisFigures experiments{changes, folder, stop, console};
    HypothesesResult result{.name = list.name,
                            .fingerprint = {},
                            .version = std::string{program_version()},
                            .uncertain = list.uncertain,
                            .points = list.points,
                            .runs = 0,
                            .hypotheses = {},
                            .trajectories = list.trajectories,
                            .sensitivity = {}};
    for (auto const& hypothesis : list.hypotheses) {
        for (auto const& part : hypothesis.parts) {
            experiments.look_at(part);
        }
    }
    std::vector<analysis::JudgedHypothesis> judged;
    for (auto const& hypothesis : list.hypotheses) {
        auto& into = result.hypotheses.emplace_back();
        into.id = hypothesis.id;
        into.claim_nl = hypothesis.claim_nl;
        into.claim_en = hypothesis.claim_en;
        into.source = hypothesis.source;
        into.note = hypothesis.note;
        into.tests = hypothesis.tests;
        auto& of_hypothesis = judged.emplace_back();
        for (auto const& part : hypothesis.parts) {
            console.err << hypothesis.id << ' ' << part.name << '\n';
            into.parts.push_back(judge_part(experiments, part, list, changes));
            (part.role == HypothesisRole::claim ? of_hypothesis.claims : of_hypothesis.controls)
                .push_back(into.parts.back().judged);
        }
    }
    auto const verdicts = analysis::judge_list(judged);
    for (std::size_t h = 0; h < verdicts.size(); ++h) {
        result.hypotheses[h].verdict = verdicts[h].verdict;
        result.hypotheses[h].p = verdicts[h].p;
    }
    for (auto const& part : list.sensitivity) {
        if (list.trajectories > 0) {
            result.sensitivity.push_back(measure_sensitivity(experiments, part, list));
        }
    }
    result.runs = experiments.runs();
    result.fingerprint = fingerprint_of(list, console);
    return result;
}

std::vector<std::pair<std::string, double>>
sums_of_fingerprint(scenarios::HypothesisList const& list, Console const& console) {
    auto const study = read_request({.file = list.fingerprint,
                                     .settings = {},
                                     .seed = std::nullopt,
                                     .replications = std::nullopt});
    auto const world = make_world(study, list.fingerprint, console).world;
    auto const shape = models::result_shape(*world, study.horizon.first, study.horizon.last);
    models::Simulation simulation{world, study.parameters, {.study = study.seed, .replication = 0}};
    auto figures = sim::RunResult::of_shape(shape);
    while (simulation.next_quarter() < study.horizon.last.next()) {
        simulation.step(shape, figures);
    }
    std::vector<std::pair<std::string, double>> sums;
    for (std::size_t s = 0; s < shape.series.size(); ++s) {
        auto const members = shape.axis_of(shape.series[s]).codes.size();
        auto const& values = figures.values[s];
        if (members == 0 || values.size() < members) {
            continue;
        }
        double sum{0.0}; // over all steps and places: the last figures alone could miss a change
        for (auto const value : values) {
            sum += std::isfinite(value) ? static_cast<double>(value) : 0.0;
        }
        sums.emplace_back(shape.series[s].name, sum);
    }
    return sums;
}

std::string fingerprint_of(scenarios::HypothesisList const& list, Console const& console) {
    analysis::Sha256 hash;
    for (auto const& [name, sum] : sums_of_fingerprint(list, console)) {
        hash.add(fmt::format("{}={:.6g}\n", name, sum));
    }
    return hash.digest();
}

} // namespace opschaling::app
