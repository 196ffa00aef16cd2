#pragma once

#include "analysis/report/language.hpp"

#include <string>
#include <string_view>

namespace opschaling::analysis {

/// What a reader calls a world: a made-up one, that the program named itself, in his language; an
/// imported one by its own name.
[[nodiscard]] std::string world_name(std::string_view name, Language language);

/// Likewise where its figures come from.
[[nodiscard]] std::string world_source(std::string_view source, Language language);

} // namespace opschaling::analysis
