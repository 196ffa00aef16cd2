#pragma once

namespace opschaling::scenarios {

/// What a table counts for in a fit: its stated weight, less a tenth for each year between it and
/// the file of regions (assumption).
[[nodiscard]] double weight_of(double weight, int year, int base_year);

} // namespace opschaling::scenarios
