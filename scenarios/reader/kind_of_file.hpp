#pragma once

#include <filesystem>
#include <string>

namespace opschaling::scenarios {

/// What stands behind `schema:` in a file, such as "opschaling-study/1"; empty when the file cannot
/// be read or says nothing, which the reader of a study then tells.
[[nodiscard]] std::string kind_of_file(std::filesystem::path const& path);

} // namespace opschaling::scenarios
