#pragma once

#include "models/grid/load_class.hpp"
#include "models/ids.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// What of a home counts on the grid besides its heating system, in one byte: the class of heat
/// loss and the water temperature under which its heating is counted, a car that charges at home,
/// PV, and whether the home was insulated since.
struct Connection {
    std::uint8_t bits{0};

    [[nodiscard]] constexpr std::size_t heat_loss_class() const { return bits & 7U; }

    [[nodiscard]] constexpr bool cool() const { return (bits & 8U) != 0; }

    [[nodiscard]] constexpr bool ev() const { return (bits & 16U) != 0; }

    [[nodiscard]] constexpr bool pv() const { return (bits & 32U) != 0; }

    /// Insulated since its heat was counted: counted anew at the turn of the year.
    [[nodiscard]] constexpr bool outdated() const { return (bits & 64U) != 0; }

    [[nodiscard]] constexpr Connection out_of_date() const {
        return {static_cast<std::uint8_t>(bits | 64U)};
    }

    [[nodiscard]] constexpr Connection up_to_date() const {
        return {static_cast<std::uint8_t>(bits & ~64U)};
    }

    [[nodiscard]] constexpr Connection with_heat(std::size_t heat_loss_class, bool cool) const {
        return {static_cast<std::uint8_t>((bits & 48U) | heat_loss_class | (cool ? 8U : 0U))};
    }

    [[nodiscard]] constexpr Connection with_devices(bool ev, bool pv) const {
        return {static_cast<std::uint8_t>((bits & ~48U) | (ev ? 16U : 0U) | (pv ? 32U : 0U))};
    }
};

/// Work of a netbeheerder on one asset: asked, prepared (permit and material are there), started
/// when there are hands, ready.
struct AssetJob {
    AssetId asset{};
    std::uint16_t asked{0};    ///< quarter
    std::uint16_t prepared{0}; ///< quarter
    std::uint16_t ready{0};    ///< quarter; never while nobody works on it
    std::uint16_t steps{1};    ///< of capacity
};

static_assert(sizeof(AssetJob) == 4 + 4 * 2, "a snapshot copies it byte by byte");

/// What each asset feeds and can carry. Contents of feeders and stations follow every home at
/// once; the levels above are added up when loads are weighed.
struct Grid {
    sim::Column<AssetId, Contents> contents;
    sim::Column<AssetId, float> capacity;            ///< kW
    sim::Column<AssetId, float> other;               ///< kW of firms in 2018, at their peak hour
    sim::Column<AssetId, float> peak;                ///< kW; within a quarter at most too high
    sim::Column<AssetId, float> feed_in;             ///< kW
    sim::Column<AssetId, float> overload;            ///< kWh a year
    sim::Column<AssetId, float> refused_load;        ///< kW of the homes refused in this quarter
    sim::Column<AssetId, std::uint16_t> refused;     ///< homes refused in this quarter
    sim::Column<AssetId, std::uint16_t> short_since; ///< quarter of the first shortage, or never
    sim::Column<AssetId, std::uint8_t> changed;      ///< since loads were weighed
    sim::Column<AssetId, std::uint8_t> under_work;   ///< a job is asked or running
    sim::Column<AssetId, std::uint8_t> gas_main;     ///< gas still lies beside a feeder
    sim::Column<AssetId, std::uint8_t> cables;       ///< of a feeder, side by side, for the voltage
    std::vector<AssetJob> jobs;
    std::array<std::int32_t, limited_levels> jobs_done{}; ///< in this quarter
    std::array<std::int64_t, limited_levels> job_cost{};  ///< EUR in this quarter
    std::array<std::int64_t, limited_levels> job_wait{};  ///< quarters from shortage to capacity
    std::array<std::int32_t, limited_levels> jobs_ever{};
    double candidate_error{0.0}; ///< largest part of a peak that candidate hours missed
};

} // namespace opschaling::models
