#pragma once

#include "analysis/report/language.hpp"

#include <string>
#include <string_view>

namespace opschaling::app {

/// What a judgement that the list of hypotheses sweeps is called in plain words, with its path in
/// the sheets behind it; the path alone of one without such words.
[[nodiscard]] std::string judgement_name(std::string_view path, analysis::Language language);

} // namespace opschaling::app
