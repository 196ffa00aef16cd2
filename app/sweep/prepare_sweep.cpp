#include "app/sweep/prepare_sweep.hpp"

#include "analysis/design/design.hpp"
#include "app/study/read_request.hpp"
#include "app/study/study_plan.hpp"
#include "app/sweep/outcomes.hpp"
#include "app/usage_error.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/experiment.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace opschaling::app {

namespace {

scenarios::Experiment read_request(SweepArguments const& arguments) {
    expect_file(arguments.study.file);
    auto overrides = arguments.study.settings;
    if (arguments.study.seed) {
        overrides.push_back(fmt::format("seed={}", *arguments.study.seed));
    }
    if (arguments.design) {
        expect_file(*arguments.design);
    }
    auto experiment = scenarios::read_experiment(
        {.path = arguments.study.file,
         .parameter_directory = scenario_root(arguments.study.file) / "parameters",
         .overrides = std::move(overrides),
         .design_file = arguments.design.value_or(std::filesystem::path{})});
    if (arguments.study.replications) {
        experiment.replications.least = *arguments.study.replications;
        experiment.replications.most = *arguments.study.replications;
    }
    return experiment;
}

/// The design as `analysis` draws it.
analysis::DesignRequest design_request(scenarios::Experiment const& experiment) {
    auto const& asked = experiment.design;
    auto const kind = analysis::design_kind_named(asked.kind);
    if (!kind) {
        throw InputError{fmt::format("there is no design '{}'", asked.kind)};
    }
    analysis::DesignRequest request{.kind = *kind,
                                    .inputs = {},
                                    .rows = asked.rows,
                                    .scrambles = asked.scrambles,
                                    .levels = asked.levels,
                                    .has_seed_input = asked.has_seed_input,
                                    .seed = asked.seed,
                                    .listed = asked.listed,
                                    .base = asked.base,
                                    .correlations = asked.correlations};
    for (auto const& input : experiment.inputs) {
        request.inputs.push_back({.name = input.name,
                                  .unit = input.unit,
                                  .map = input.map,
                                  .categories = input.categories,
                                  .is_lever = input.is_lever});
    }
    return request;
}

std::string spread_text(sim::QuantileMap const& map) {
    auto const whole = map.is_whole ? ", whole" : "";
    switch (map.spread) {
    case sim::Spread::uniform:
        return fmt::format("uniform from {} to {}{}", map.low, map.high, whole);
    case sim::Spread::log_uniform:
        return fmt::format("log-uniform from {} to {}{}", map.low, map.high, whole);
    case sim::Spread::triangular:
        return fmt::format("triangular from {} by {} to {}{}", map.low, map.mode, map.high, whole);
    case sim::Spread::normal:
        return fmt::format("normal, mean {}, deviation {}, cut off at {} and {}{}", map.mean,
                           map.deviation, map.low, map.high, whole);
    case sim::Spread::levels:
        break;
    }
    return fmt::format("levels {}", fmt::join(map.values, ", "));
}

std::vector<analysis::SweptInput> swept_inputs(scenarios::Experiment const& experiment) {
    std::vector<analysis::SweptInput> inputs;
    for (auto const& input : experiment.inputs) {
        auto const record = std::ranges::find(experiment.study.records, input.parameter,
                                              &sim::ParameterRecord::path);
        inputs.push_back(
            {.name = input.name,
             .parameter = input.parameter,
             .unit = input.unit,
             .long_name = record == experiment.study.records.end() ? "" : record->meaning,
             .spread = spread_text(input.map),
             .is_lever = input.is_lever,
             .is_factor = input.is_factor,
             .categories = input.categories});
    }
    return inputs;
}

/// The study as the result tells it, with the policies for variants.
analysis::ResultPlan study_of(scenarios::Experiment const& experiment, MadeWorld const& world,
                              std::string const& command_line) {
    auto plan = plan_study(experiment.study, world, command_line);
    plan.name = experiment.name;
    plan.title_nl = experiment.title_nl;
    plan.title_en = experiment.title_en;
    plan.variants.clear();
    for (auto const& policy : experiment.policies) {
        plan.variants.push_back({.name = policy.name,
                                 .title_nl = policy.title_nl,
                                 .title_en = policy.title_en,
                                 .is_reference = plan.variants.empty(),
                                 .changed = policy.changed});
    }
    plan.replications = static_cast<std::size_t>(experiment.replications.most);
    plan.schedule.clear();
    return plan;
}

std::optional<analysis::ReplicationRule> rule_of(scenarios::ReplicationPlan const& asked) {
    if (asked.least == asked.most) {
        return std::nullopt;
    }
    return analysis::ReplicationRule{.least = static_cast<std::size_t>(asked.least),
                                     .outcome = asked.stop_outcome,
                                     .relative = asked.relative_tolerance,
                                     .absolute = asked.absolute_tolerance,
                                     .confidence = asked.confidence};
}

/// Names in a sweep's file that no input and no outcome may have.
constexpr std::array taken_names{
    "run",        "run_point", "run_variant",      "run_replication",  "run_dice",
    "status",     "error",     "error_code",       "error_text",       "wall_seconds",
    "variant",    "note",      "variant_title_nl", "variant_title_en", "variant_is_reference",
    "digest",     "figure",    "replication",      "parameters",       "changes",
    "schedule",   "inputs",    "outcomes",         "points",           "stopping",
    "provenance", "contents"};

void expect_runnable(scenarios::Experiment const& experiment, sim::ResultShape const& shape,
                     analysis::DesignRequest const& request) {
    std::vector<std::string> problems = analysis::complaints_of(request);
    for (auto const& outcome : experiment.outcomes) {
        std::ranges::move(problems_with(outcome, shape, experiment.study.horizon.branch),
                          std::back_inserter(problems));
    }
    std::vector<std::string> names;
    for (auto const& input : experiment.inputs) {
        if (input.parameter.starts_with("world.")) {
            problems.push_back(
                fmt::format("{}: the world is made once, before a sweep begins", input.parameter));
        }
        names.push_back(input.name);
    }
    for (auto const& outcome : experiment.outcomes) {
        names.push_back(outcome.name);
    }
    for (auto const& name : names) {
        if (std::ranges::find(taken_names, name) != taken_names.end()) {
            problems.push_back(fmt::format("{}: the result file has this name already", name));
        }
        if (std::ranges::count(names, name) > 1) {
            problems.push_back(fmt::format("{}: two inputs or outcomes have this name", name));
        }
    }
    std::ranges::sort(problems);
    problems.erase(std::ranges::unique(problems).begin(), problems.end());
    if (experiment.outcomes.empty()) {
        problems.emplace_back("the experiment names no outcome");
    }
    if (!problems.empty()) {
        throw InputError{
            fmt::format("{}: {}", experiment.path.string(),
                        fmt::join(problems, fmt::format("\n{}: ", experiment.path.string())))};
    }
}

} // namespace

PreparedSweep prepare_sweep(SweepArguments const& arguments, std::string const& command_line,
                            Console const& console) {
    auto experiment = read_request(arguments);
    auto world = make_world(experiment.study, experiment.path, console);
    auto shape = models::result_shape(*world.world, experiment.study.horizon.first,
                                      experiment.study.horizon.last);
    auto const request = design_request(experiment);
    expect_runnable(experiment, shape, request);
    analysis::SweepPlan plan{.study = study_of(experiment, world, command_line),
                             .inputs = swept_inputs(experiment),
                             .design = analysis::draw_design(request),
                             .outcomes = {},
                             .kept = {},
                             .stopping = rule_of(experiment.replications),
                             .changes_history = experiment.changes_history,
                             .experiment = experiment.text};
    for (auto const& outcome : experiment.outcomes) {
        plan.outcomes.push_back(tell_outcome(outcome, shape));
    }
    if (!plan.design.dice.empty()) {
        plan.study.replications = 1;
        plan.stopping.reset();
    }
    return {.experiment = std::move(experiment),
            .world = std::move(world),
            .shape = std::move(shape),
            .plan = std::move(plan)};
}

} // namespace opschaling::app
