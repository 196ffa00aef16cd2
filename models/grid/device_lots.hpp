#pragma once

#include "models/grid/grid_parameters.hpp"
#include "models/grid/grid_state.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

namespace opschaling::models {

/// Parts of the homes that charge a car and that have PV, among those with a roof of their own.
struct DeviceShares {
    double car{0.0};
    double roof{0.0};
};

[[nodiscard]] DeviceShares device_shares_in(GridParameters const& grid, double year);

/// Whether a home charges a car and has PV, by its own lot: who has it once keeps it while the
/// shares rise.
[[nodiscard]] Connection device_connection(DeviceShares const& shares, World const& world,
                                           sim::Seed seed, WijkId wijk, std::uint32_t home,
                                           Connection connection);

/// The upper byte of both lots of every home. It settles for all but one home in 128 whether a
/// share gives it the device; who stands on the border throws the dice again.
class DeviceLots {
public:
    DeviceLots() = default;
    DeviceLots(World const& world, sim::Seed seed);

    [[nodiscard]] bool drawn() const { return car_.size() > 0; }

    /// Of `count` homes from `first` on, which may count otherwise than their connection says under
    /// these shares: not 0; never 0 for one that does.
    void may_differ(DeviceShares const& shares, sim::Column<HomeId, Connection> const& connection,
                    std::size_t first, std::size_t count, std::uint8_t* differs) const;

private:
    sim::Column<HomeId, std::uint8_t> car_;
    sim::Column<HomeId, std::uint8_t> roof_;
};

} // namespace opschaling::models
