#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace opschaling::tests {

/// Where a file of real data lies, or nothing after telling so in the words by which the build
/// counts a skipped test. Real data is never in the repository: it is looked for in
/// OPSCHALING_DATA, by default in `shared/data` beside the repository.
///
///     auto const file = tests::real_data("cbs_kwb2024/kwb2024_flat.csv");
///     if (!file) {
///         return;
///     }
inline std::optional<std::filesystem::path> real_data(std::string const& path) {
    char const* const given = std::getenv("OPSCHALING_DATA");
    std::filesystem::path const folder =
        given != nullptr ? std::filesystem::path{given}
                         : std::filesystem::path{OPSCHALING_SOURCE_DIR} / ".." / "shared" / "data";
    if (std::filesystem::exists(folder / path)) {
        return folder / path;
    }
    std::cout << "SKIP: no real data, " << path << " is not in the data folder\n";
    return std::nullopt;
}

} // namespace opschaling::tests
