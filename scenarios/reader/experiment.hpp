#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/reader/study.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// What a person asked for on the command line: the experiment's file, and changes to its study as
/// `StudyRequest` takes them.
struct ExperimentRequest {
    std::filesystem::path path;
    std::filesystem::path parameter_directory; ///< `<root>/parameters`, see find_scenario_root
    std::vector<std::string> overrides;
    /// Points from a file instead of the experiment's own design; empty: its own.
    std::filesystem::path design_file{};
};

/// Reads an experiment with its study. Throws a ScenarioError that holds every mistake found.
[[nodiscard]] Experiment read_experiment(ExperimentRequest const& request);

} // namespace opschaling::scenarios
