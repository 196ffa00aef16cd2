#pragma once

#include "models/grid/load_table.hpp"

namespace opschaling::models {

/// What an asset carries at its worst, in kW.
struct Weight {
    double peak{0.0};    ///< max over hours of mean + z root variance, never above what can be on
    double feed_in{0.0}; ///< the same the other way, never above the PV there is
};

/// At the candidate hours alone: feeders and stations.
[[nodiscard]] Weight weigh(LoadTable const& table, Contents const& contents);

/// At all design hours, with `other` kW of firms at their peak hour.
[[nodiscard]] Weight weigh_all_hours(LoadTable const& table, Contents const& contents,
                                     double other);

/// The peak at all design hours, without firms, or `seen` (kW) where it is no higher.
[[nodiscard]] double peak_above(LoadTable const& table, Contents const& contents, double seen);

/// Load at each design hour of an average year, in kW.
[[nodiscard]] std::array<double, design_hours> load_by_hour(LoadTable const& table,
                                                            Contents const& contents, double other);

/// kWh a year above `capacity` kW, load or feed-in: design hours by the days they stand for.
[[nodiscard]] double overload(LoadTable const& table, Contents const& contents, double other,
                              double capacity);

/// kWh a year of the homes, PV taken off: additive, whatever the asset.
[[nodiscard]] double energy_of(LoadTable const& table, Contents const& contents);

/// kW that could be on if all were on at once.
[[nodiscard]] double installed_power(LoadTable const& table, Contents const& contents);

} // namespace opschaling::models
