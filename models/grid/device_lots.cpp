#include "models/grid/device_lots.hpp"

#include "models/world/state.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};
constexpr unsigned below_upper_byte{24};
constexpr double upper_bytes{256.0};
constexpr double last_upper_byte{255.0};
constexpr unsigned car_bit{Connection{}.with_devices(true, false).bits};
constexpr unsigned roof_bit{Connection{}.with_devices(false, true).bits};
/// What says that a home may count otherwise: a device that its lot does not give or gives, and
/// being out of date.
constexpr unsigned watched{car_bit | roof_bit | Connection{}.out_of_date().bits};

sim::Dice dice_of(World const& world, sim::Seed seed, WijkId wijk, std::uint32_t home) {
    return {seed, stream::car_and_roof, key_of_home(world.geography, wijk, home), 0};
}

/// A lot with a smaller upper byte has the device, one with a larger has not.
std::uint8_t border_of(double share) {
    return static_cast<std::uint8_t>(std::clamp(share * upper_bytes, 0.0, last_upper_byte));
}

} // namespace

DeviceShares device_shares_in(GridParameters const& grid, double year) {
    return {.car = sim::value_at(grid.ev_share, year), .roof = sim::value_at(grid.pv_share, year)};
}

Connection device_connection(DeviceShares const& shares, World const& world, sim::Seed seed,
                             WijkId wijk, std::uint32_t home, Connection connection) {
    auto dice = dice_of(world, seed, wijk, home);
    bool const ev = dice.lands_below(shares.car);
    bool const roof = world.dwellings.type(sim::id_at<HomeId>(home)) != DwellingType::apartment;
    bool const pv = dice.lands_below(shares.roof) && roof;
    return connection.with_devices(ev, pv);
}

DeviceLots::DeviceLots(World const& world, sim::Seed seed)
    : car_(world.homes()), roof_(world.homes()) {
    auto const& homes_of_wijk = world.geography.homes_of_wijk;
    sim::for_each_chunk(world.wijken(), wijken_at_a_time, [&](std::size_t begin, std::size_t end) {
        for (std::size_t w = begin; w < end; ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            for (auto home = homes_of_wijk.begin(wijk); home < homes_of_wijk.end(wijk); ++home) {
                auto const id = sim::id_at<HomeId>(home);
                auto dice = dice_of(world, seed, wijk, home);
                car_[id] = static_cast<std::uint8_t>(dice.word() >> below_upper_byte);
                auto const roof = static_cast<std::uint8_t>(dice.word() >> below_upper_byte);
                // No roof of its own: never, or on the border.
                roof_[id] = world.dwellings.type(id) == DwellingType::apartment
                                ? static_cast<std::uint8_t>(last_upper_byte)
                                : roof;
            }
        }
    });
}

void DeviceLots::may_differ(DeviceShares const& shares,
                            sim::Column<HomeId, Connection> const& connection, std::size_t first,
                            std::size_t count, std::uint8_t* differs) const {
    auto const car_border = border_of(shares.car);
    auto const roof_border = border_of(shares.roof);
    auto const* car = car_.values().data() + first;
    auto const* roof = roof_.values().data() + first;
    auto const* now = connection.values().data() + first;
    // Bytes alone, so that many homes go at a time.
    for (std::size_t i = 0; i < count; ++i) {
        auto const has_car = static_cast<std::uint8_t>(car[i] < car_border ? car_bit : 0U);
        auto const has_roof = static_cast<std::uint8_t>(roof[i] < roof_border ? roof_bit : 0U);
        auto const on_border =
            static_cast<std::uint8_t>(car[i] == car_border || roof[i] == roof_border ? 1U : 0U);
        auto const other = static_cast<std::uint8_t>((now[i].bits & watched) ^ has_car ^ has_roof);
        differs[i] = static_cast<std::uint8_t>(other | on_border);
    }
}

} // namespace opschaling::models
