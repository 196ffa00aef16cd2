#pragma once

#include <cstdint>

namespace opschaling::analysis {

/// The languages in which table and report speak.
enum class Language : std::uint8_t { dutch, english };

} // namespace opschaling::analysis
