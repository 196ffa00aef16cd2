#pragma once

#include "scenarios/reader/node.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// The study in full as YAML: every setting and every parameter with its source and, in a comment,
/// the file and line it comes from. Reading it again gives the same study; `merged` gives the
/// places of the settings.
[[nodiscard]] std::string write_resolved(Study const& study, Node const& merged);

/// What decides the figures, and nothing else: one sorted `path: value` a line, in base units.
[[nodiscard]] std::string write_canonical(Study const& study);

} // namespace opschaling::scenarios
