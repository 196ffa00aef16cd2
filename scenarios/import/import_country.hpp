#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"

#include <optional>
#include <string>

namespace opschaling::scenarios {

/// Which files to import, and how.
struct ImportRequest {
    std::string layout;  ///< a layout file, scenarios/import/layouts/kwb2024_flat.yaml
    std::string regions; ///< the file of regions, as the user downloaded it
    std::optional<std::string> regio_table; ///< RES-regio's with their gemeenten by name
    std::string tables;                     ///< the folder scenarios/import/tables
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
