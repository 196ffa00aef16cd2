#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/reader/sheets.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::string_view study_schema{"opschaling-study/1"};

/// Reads a study file and the files it extends, and merges them into one tree, in which each value
/// keeps its own place. Later files win, the file itself last: maps merge, scalars and lists
/// replace, `null` deletes. A parameter's value under `set` is replaced whole, and stands under its
/// full dotted path whichever way it was written.
[[nodiscard]] std::optional<Node> read_merged(std::filesystem::path const& path,
                                              std::vector<std::string> const& parameter_paths,
                                              Texts& texts, Findings& findings);

/// Rewrites the maps under a `set` to one map from full parameter path to value; a finding for a
/// path that no parameter has.
[[nodiscard]] Node flatten_changes(Node const& set, std::vector<std::string> const& parameter_paths,
                                   std::string const& path, Findings& findings);

} // namespace opschaling::scenarios
