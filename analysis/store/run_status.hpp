#pragma once

#include <cstdint>

namespace opschaling::analysis {

/// How a run stands, as the number in the file.
enum class RunStatus : std::uint8_t { pending = 0, done = 1, failed = 2, skipped = 3 };

} // namespace opschaling::analysis
