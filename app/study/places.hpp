#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace opschaling::app {

/// Where a study's files go. Without `-o` they share a folder: results/NAME/{result.nc,
/// summary.csv, rapport.html, tabellen/}; with `-o x/y.nc` they stand beside it: x/y.nc,
/// x/y_summary.csv, x/y.html, x/y_tabellen/.
struct Places {
    std::filesystem::path result;
    std::filesystem::path summary;
    std::filesystem::path report;
    std::filesystem::path tables;
    std::filesystem::path halfway; ///< states of interrupted runs, gone when the result is complete
};

/// `name` comes from the study, so it is a plain word.
[[nodiscard]] Places choose_places(std::string_view name,
                                   std::optional<std::filesystem::path> const& output);

/// The places that belong to a result that is already there.
[[nodiscard]] Places places_beside(std::filesystem::path const& result);

/// Writes text to a file in one step: there is never half of it. Makes the folder.
void write_text(std::filesystem::path const& path, std::string_view text);

} // namespace opschaling::app
