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

/// One module of an approach and the shares of its variance that sum to 1.
struct ModuleLayers {
    std::string module;
    double generic{0.0};
    double menu{0.0};
    double specific{0.0};
    std::string held; ///< the largest: generiek, menu or specifiek
};

[[nodiscard]] std::string layers_json(std::vector<ModuleLayers> const& layers);

[[nodiscard]] std::string load_json(double heat_loss, std::vector<PeakPerHeatPump> const& peaks);

[[nodiscard]] std::string asset_json(models::World const& world,
                                     models::AssetAccount const& account);

/// The name of each asset with peak and capacity.
[[nodiscard]] std::string assets_json(models::World const& world, models::State const& state,
                                      std::vector<models::AssetId> const& assets);

} // namespace opschaling::app
