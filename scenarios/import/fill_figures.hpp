#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"
#include "scenarios/import/read_regions.hpp"

#include <vector>

namespace opschaling::scenarios {

/// Gives the buurten their figures, in the order of the regions: their own where the file has them,
/// else those of the CBS wijk, of the gemeente or the mean of the country, and by stated rules
/// where no edition of this layout has them. Each fallback and rule is counted in the report.
void fill_figures(Regions const& regions, std::vector<models::BuurtRow>& buurten,
                  ImportReport& report);

} // namespace opschaling::scenarios
