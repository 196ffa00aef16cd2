#pragma once

#include "models/grid/explain_asset.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// kW per heat pump at the peak of so many.
struct PeakPerHeatPump {
    int homes{0};
    double temperature{0.0};
    double kilowatt{0.0};
};

[[nodiscard]] std::string load_json(double heat_loss, std::vector<PeakPerHeatPump> const& peaks);

[[nodiscard]] std::string asset_json(models::World const& world,
                                     models::AssetAccount const& account);

/// The name of each asset with peak and capacity.
[[nodiscard]] std::string assets_json(models::World const& world, models::State const& state,
                                      std::vector<models::AssetId> const& assets);

} // namespace opschaling::app
