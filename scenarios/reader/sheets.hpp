#pragma once

#include "models/world/parameters.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "sim/parameters/declaration.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view sheet_schema{"opschaling-parameters/1"};

/// A parameter with the value in force.
struct Entry {
    sim::ParameterValue value;
    sim::ParameterRecord record;
};

/// The value in force of each parameter that could be read, by path.
using Entries = std::map<std::string, Entry>;

/// Files read, in order, with their text.
using Texts = std::vector<std::pair<std::string, std::string>>;

/// The model's parameters with the record of each, in the order of declaration.
struct ParameterSet {
    models::Parameters parameters{};
    std::vector<sim::ParameterRecord> records;
};

/// A record of the declaration alone: no value, source or origin yet.
[[nodiscard]] sim::ParameterRecord record_of(sim::ParameterDeclaration const& declaration);

/// Whether a source says that the value, or a part of it, is a judgement of ours: "assumption:
/// why".
[[nodiscard]] bool is_assumption(std::string_view source);

/// Reads every `*.yaml` in the directory, in order of name. Each declared parameter must have
/// exactly one entry in them all, with value and source.
[[nodiscard]] Entries read_sheets(std::filesystem::path const& directory,
                                  std::vector<sim::ParameterDeclaration> const& declarations,
                                  Texts& texts, Findings& findings);

/// Reads sheets that stand inside a study under `parameters`: the form in which `resolve` keeps
/// them, with values that may lie outside the plausible range of the sheets they came from.
[[nodiscard]] Entries
read_embedded_sheets(Node const& sheets, std::vector<sim::ParameterDeclaration> const& declarations,
                     Findings& findings);

/// Assigns the entries to the model's parameters, one for each declaration.
[[nodiscard]] ParameterSet fill_parameters(Entries const& entries);

/// The shipped parameters alone; throws a ScenarioError when anything is wrong with them.
[[nodiscard]] ParameterSet read_parameters(std::filesystem::path const& directory);

} // namespace opschaling::scenarios
