#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"

namespace opschaling::scenarios {

/// Fits the types and periods of the buurten of each gemeente with a counted stock to it, by raking
/// (iterative proportional fitting): apartments to the mean of the file of regions and the stock,
/// weighed by `weight` for the stock and 1 for the file; houses among each other, and periods, to
/// the stock alone, since the file says nothing of them. A buurt whose homes since 2000 are
/// measured keeps that part exactly. Gemeenten where apartments in file and stock are more than
/// five points apart, or homes and dwellings more than a tenth, are listed.
void fit_stock(double weight, models::BuurtTable& table, ImportReport& report);

} // namespace opschaling::scenarios
