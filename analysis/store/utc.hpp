#pragma once

#include <string>

namespace opschaling::analysis {

/// The moment as ISO 8601 in UTC: "2026-01-31T12:34:56Z".
[[nodiscard]] std::string utc_now();

} // namespace opschaling::analysis
