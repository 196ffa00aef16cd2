#pragma once

#include "analysis/report/language.hpp"

#include <string>
#include <string_view>

namespace opschaling::analysis {

/// What a reader calls a parameter: plain words for those that shipped studies and workshops
/// change, else its path.
[[nodiscard]] std::string parameter_name(std::string_view path, Language language);

/// The same with the path behind it, by which it is found in the annex and in a study.
[[nodiscard]] std::string parameter_name_and_path(std::string_view path, Language language);

} // namespace opschaling::analysis
