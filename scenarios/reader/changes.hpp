#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/reader/sheets.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// The pseudo file that settings given on the command line stand in.
inline constexpr std::string_view command_line{"--set"};

/// Lays the changes of one flattened `set` over the entries and gives the paths that it names.
/// A change is a value, or a map with `value`, `unit` and `because`; the reason becomes the source.
/// Without a reason the change is an assumption of the scenario, which says so and keeps the
/// sheet's own value and source in its text.
std::vector<std::string> apply_changes(Node const& set, std::string const& path,
                                       std::string const& scenario,
                                       std::vector<sim::ParameterDeclaration> const& declarations,
                                       Entries& entries, Findings& findings);

/// Lays command-line texts "path=value" over the merged tree of a study: parameters under `set`,
/// settings at their own place. Findings stand in the pseudo file `command_line`, one line a text.
void apply_overrides(std::vector<std::string> const& overrides,
                     std::vector<std::string> const& parameter_paths, Node& study,
                     Findings& findings);

} // namespace opschaling::scenarios
