#include "scenarios/reader/experiment.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/experiment_parts.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view command_line{"--design"};

/// The study, or the mistakes in it.
struct StudyOrFindings {
    std::optional<Study> study;
    std::vector<Finding> findings;
};

StudyOrFindings try_study(ExperimentRequest const& request, std::string const& file) {
    try {
        auto study = read_study({.path = request.path.parent_path() / file,
                                 .parameter_directory = request.parameter_directory,
                                 .overrides = request.overrides});
        return {.study = std::move(study), .findings = {}};
    } catch (ScenarioError const& error) {
        return {.study = std::nullopt, .findings = error.findings()};
    }
}

std::string read_name(Node const& document, fs::path const& path, Findings& findings) {
    Node const* node = document.find("name");
    auto name = node == nullptr ? path.stem().string()
                                : read_line(*node, "name", findings).value_or("experiment");
    if (node == nullptr) {
        std::ranges::replace(name, '-', '_');
        return is_name(name) ? name : "experiment";
    }
    if (!is_name(name)) {
        findings.add(node->place, "name", fmt::format("'{}' is not a name", name),
                     "use a-z, 0-9 and _, beginning with a letter");
    }
    return name;
}

void check_names(std::vector<ExperimentInput> const& inputs,
                 std::vector<ExperimentOutcome> const& outcomes, Node const& document,
                 Findings& findings) {
    std::vector<std::string> seen;
    for (auto const& input : inputs) {
        seen.push_back(input.name);
    }
    for (auto const& outcome : outcomes) {
        if (std::ranges::find(seen, outcome.name) != seen.end()) {
            findings.add(document.place, "outcomes",
                         fmt::format("'{}' is the name of an input, too", outcome.name));
        }
    }
}

void take_design_file(ExperimentRequest const& request, Experiment& experiment,
                      Findings& findings) {
    Place const asked_by{.file = std::string{command_line}};
    auto const seed = experiment.design.seed;
    experiment.design = {};
    experiment.design.kind = "list";
    experiment.design.seed = seed;
    experiment.design.place = asked_by;
    experiment.design.listed =
        read_design_csv(request.design_file, asked_by, experiment.inputs, findings);
}

/// All that needs the study.
void read_parts(Node const& document, ExperimentRequest const& request, Experiment& experiment,
                Findings& findings) {
    auto const& records = experiment.study.records;
    read_inputs(document.find("uncertainties"), "uncertainties", records, experiment.inputs,
                findings);
    read_inputs(document.find("levers"), "levers", records, experiment.inputs, findings);
    if (experiment.inputs.empty() && findings.empty()) {
        findings.add(document.place, "", "nothing is varied",
                     "name a parameter under 'uncertainties' or 'levers'");
    }
    experiment.outcomes = read_outcomes(document, experiment.study.horizon, findings);
    experiment.policies = read_policies(document.find("policies"), experiment.study, findings);
    check_names(experiment.inputs, experiment.outcomes, document, findings);
    if (!request.design_file.empty()) {
        take_design_file(request, experiment, findings);
    } else {
        experiment.design =
            read_design(document, request.path.parent_path(), experiment.inputs, findings);
    }
    experiment.replications =
        read_replication_plan(document.find("replications"), experiment.outcomes, findings);
    experiment.analyses = read_analyses(document.find("analyse"), experiment.outcomes, findings);
}

} // namespace

Experiment read_experiment(ExperimentRequest const& request) {
    Findings findings;
    Experiment experiment;
    auto const file = shown_name(request.path);
    auto const text = read_text(request.path, {.file = file}, findings);
    auto const document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, experiment_schema, findings)) {
        findings.throw_if_any();
    }
    check_keys(*document,
               {"schema", "name", "title", "study", "changes", "uncertainties", "levers",
                "policies", "outcomes", "design", "replications", "analyse"},
               "", findings);
    experiment.path = request.path;
    experiment.text = *text;
    experiment.name = read_name(*document, request.path, findings);
    auto title = read_title(document->find("title"), experiment.name, "title", findings);
    experiment.title_nl = std::move(title.nl);
    experiment.title_en = std::move(title.en);
    MapReader const reader{*document, "", findings};
    if (document->find("changes") != nullptr) {
        experiment.changes_history =
            reader.one_of("changes",
                          std::array<std::string_view, 2>{"from_branch", "from_start"}) == 1;
    }
    auto read = try_study(request, reader.line("study"));
    if (read.study) {
        experiment.study = std::move(*read.study);
        read_parts(*document, request, experiment, findings);
        findings.throw_if_any();
        return experiment;
    }
    auto all = findings.in_order();
    all.insert(all.end(), read.findings.begin(), read.findings.end());
    throw ScenarioError{std::move(all)};
}

} // namespace opschaling::scenarios
