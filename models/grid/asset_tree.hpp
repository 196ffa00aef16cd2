#pragma once

#include "models/ids.hpp"
#include "sim/network/graph.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// The parts of the electricity grid and what each feeds. Real asset data is not public: assets are
/// made from homes and density, so a figure of one asset says nothing of a street (world.md 5).
struct AssetTree {
    /// Where each level begins, and last the number of assets.
    std::array<std::uint32_t, grid_levels + 1> first{};
    sim::Column<StraatId, AssetId> feeder_of_straat;
    sim::Column<AssetId, AssetId> above; ///< a region stands above itself
    sim::Graph below;                    ///< the assets that each one feeds
    sim::Column<AssetId, NetbeheerderId> netbeheerder;
    sim::Column<AssetId, WijkId> wijk;       ///< of the first home by its number
    sim::Column<AssetId, std::uint32_t> key; ///< number of that home: stays with the asset
    sim::Column<AssetId, float> cable;       ///< m in the street; zero above feeders

    [[nodiscard]] std::size_t size() const { return above.size(); }

    [[nodiscard]] std::uint32_t begin(GridLevel level) const {
        return first[static_cast<std::size_t>(level)];
    }

    [[nodiscard]] std::uint32_t end(GridLevel level) const {
        return first[static_cast<std::size_t>(level) + 1];
    }

    [[nodiscard]] std::uint32_t count(GridLevel level) const { return end(level) - begin(level); }

    [[nodiscard]] GridLevel level_of(AssetId asset) const {
        std::size_t level{0};
        while (sim::position(asset) >= first[level + 1]) {
            ++level;
        }
        return static_cast<GridLevel>(level);
    }

    [[nodiscard]] AssetId station_of_straat(StraatId straat) const {
        return above[feeder_of_straat[straat]];
    }
};

} // namespace opschaling::models
