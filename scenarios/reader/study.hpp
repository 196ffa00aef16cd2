#pragma once

#include "scenarios/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// What a person asked for on the command line.
struct StudyRequest {
    std::filesystem::path path;
    std::filesystem::path parameter_directory; ///< `<root>/parameters`, see find_scenario_root
    /// "path=value", after all files and before the variants' own `set`: a parameter
    /// ("world.straat_ties=4") or a setting of the study
    /// ("seed=7", "replications=32", "world.share=1:100", "horizon.last=2030-Q4").
    std::vector<std::string> overrides;
};

/// Reads a study with everything it extends and the parameter sheets. Throws a ScenarioError that
/// holds every mistake found.
[[nodiscard]] Study read_study(StudyRequest const& request);

/// The directory that holds `parameters/`: looked for upwards from the study, then upwards from the
/// program and in `share/opschaling/scenarios` beside it. Nothing when there is none.
[[nodiscard]] std::optional<std::filesystem::path>
find_scenario_root(std::filesystem::path const& executable, std::filesystem::path const& study);

} // namespace opschaling::scenarios
