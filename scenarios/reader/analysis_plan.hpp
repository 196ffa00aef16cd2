#pragma once

#include "scenarios/experiment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// What an experiment asks of runs that are there: no study, parameters or world are needed for it.
struct AnalysisPlan {
    std::vector<ExperimentOutcome> outcomes; ///< name and direction alone
    std::vector<AnalysisRequest> analyses;
};

/// Reads `outcomes` and `analyse` of an experiment's text; `file` is its name in messages. Throws a
/// ScenarioError that holds every mistake found.
[[nodiscard]] AnalysisPlan read_analysis_plan(std::string const& file, std::string_view text);

} // namespace opschaling::scenarios
