#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// A file that adds to the file of regions, with the layout by which to read it.
struct ExtraFile {
    std::string layout;
    std::string file;
};

/// Which files to import, and how.
struct ImportRequest {
    std::string layout;            ///< a layout file, scenarios/import/layouts/kwb2024_flat.yaml
    std::string regions;           ///< the file of regions, as the user downloaded it
    std::vector<ExtraFile> extras; ///< any number of further tables
    std::string tables;            ///< the folder scenarios/import/tables
    /// A file of some gemeenten only is as good as the whole edition.
    bool is_part{false};
};

struct ImportedCountry {
    models::BuurtTable table;
    ImportReport report;
};

/// Reads, checks and completes a file of regions. All that is wrong with the data files comes as
/// one ImportError, all that is wrong with the layout as one ScenarioError; nothing is made then.
[[nodiscard]] ImportedCountry import_country(ImportRequest const& request);

} // namespace opschaling::scenarios
