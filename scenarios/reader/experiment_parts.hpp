#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// The inputs under `uncertainties` or `levers`, a map from name to how it is spread. `records` are
/// the study's parameters: their plausible ranges stand in where no range is written.
void read_inputs(Node const* map, std::string const& key,
                 std::vector<sim::ParameterRecord> const& records,
                 std::vector<ExperimentInput>& inputs, Findings& findings);

[[nodiscard]] std::vector<ExperimentOutcome>
read_outcomes(Node const& document, Horizon const& horizon, Findings& findings);

/// Whether more or less of an outcome is wanted; neither when it does not say.
[[nodiscard]] ExperimentOutcome::Direction
read_direction(Node const& outcome, std::string const& path, Findings& findings);

/// The policies, each a variant of the study with changes; without any, the study's variants.
[[nodiscard]] std::vector<ExperimentPolicy> read_policies(Node const* policies, Study const& study,
                                                          Findings& findings);

[[nodiscard]] ExperimentDesign read_design(Node const& document,
                                           std::filesystem::path const& folder,
                                           std::vector<ExperimentInput> const& inputs,
                                           Findings& findings);

/// Points from a CSV file with a column named for each input, other columns let be.
[[nodiscard]] std::vector<std::vector<double>>
read_design_csv(std::filesystem::path const& path, Place const& asked_by,
                std::vector<ExperimentInput> const& inputs, Findings& findings);

[[nodiscard]] ReplicationPlan read_replication_plan(Node const* node,
                                                    std::vector<ExperimentOutcome> const& outcomes,
                                                    Findings& findings);

[[nodiscard]] std::vector<AnalysisRequest>
read_analyses(Node const* list, std::vector<ExperimentOutcome> const& outcomes, Findings& findings);

/// Conditions on outcomes joined by `and`: "homes_2040 > 3e6 and cost < 2e9".
[[nodiscard]] std::vector<OutcomeCondition>
read_conditions(Node const& node, std::string const& path,
                std::vector<ExperimentOutcome> const& outcomes, Findings& findings);

} // namespace opschaling::scenarios
