#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "scenarios/scenario.hpp"

#include <string>

namespace opschaling::scenarios {

/// Reads `precision`; nothing asked when there is none. `replications` is how many are run before
/// the first look.
[[nodiscard]] Precision read_precision(Node const* precision, int replications, Findings& findings);

/// The same as a study writes it, in one line; empty where nothing is asked.
[[nodiscard]] std::string precision_text(Precision const& precision);

} // namespace opschaling::scenarios
