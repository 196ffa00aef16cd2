#pragma once

#include "models/world/parameters.hpp"
#include "models/world/state.hpp"
#include "models/world/world.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::models {

/// Short names of the levels, as an asset is called: "station:12".
[[nodiscard]] std::string_view name_of_level(GridLevel level);

/// "station:12" for an asset, and back; nothing when there is no such asset.
[[nodiscard]] std::string name_of_asset(AssetTree const& tree, AssetId asset);
[[nodiscard]] std::optional<AssetId> find_asset(AssetTree const& tree, std::string_view name);

/// What one class of load does at the asset's worst hour.
struct ClassShare {
    std::size_t load_class{0};
    std::int32_t count{0};
    double mean{0.0};     ///< kW
    double variance{0.0}; ///< kW2
};

/// Homes of one wijk that wait for this asset.
struct WaitingWijk {
    WijkId wijk{};
    int homes{0};
    int longest{0}; ///< quarters
};

/// Why an asset carries what it carries, and who suffers from it.
struct AssetAccount {
    AssetId asset{};
    GridLevel level{};
    WijkId wijk{};
    NetbeheerderId netbeheerder{};
    std::int32_t homes{0};
    double capacity{0.0}; ///< kW; zero for a region
    double peak{0.0};     ///< kW
    double feed_in{0.0};  ///< kW
    double overload{0.0}; ///< kWh a year
    double installed{0.0};
    double firms{0.0};  ///< kW at the worst hour
    double spread{0.0}; ///< kW that chance adds to the mean
    std::size_t day{0};
    std::size_t hour{0};
    std::vector<ClassShare> classes{}; ///< those that are there
    std::vector<AssetJob> jobs{};      ///< asked or under way
    std::optional<int> short_since{};  ///< quarter
    int refused{0};                    ///< homes in the last quarter
    std::vector<WaitingWijk> waiting{};
};

[[nodiscard]] AssetAccount explain_asset(World const& world, Parameters const& parameters,
                                         State const& state, AssetId asset, sim::Quarter quarter);

/// The assets of a level that stand fullest, the fullest first.
[[nodiscard]] std::vector<AssetId> fullest(World const& world, State const& state, GridLevel level,
                                           std::size_t count);

} // namespace opschaling::models
