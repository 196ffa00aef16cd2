#pragma once

#include <vector>

namespace opschaling::analysis {

/// The load of one asset at each hour as the pair (mean, variance), kW and kW2. Pairs add and
/// subtract; a peak does not, so it is taken afterwards (ruling 29).
struct HourlyLoad {
    std::vector<double> mean;
    std::vector<double> variance;

    HourlyLoad& operator+=(HourlyLoad const& other);
    HourlyLoad& operator-=(HourlyLoad const& other);

    friend HourlyLoad operator+(HourlyLoad a, HourlyLoad const& b) { return a += b; }

    friend HourlyLoad operator-(HourlyLoad a, HourlyLoad const& b) { return a -= b; }
};

/// The load of one asset step by step through a run.
using LoadTrajectory = std::vector<HourlyLoad>;

[[nodiscard]] LoadTrajectory add(LoadTrajectory a, LoadTrajectory const& b);
[[nodiscard]] LoadTrajectory subtract(LoadTrajectory a, LoadTrajectory const& b);

/// How an asset is judged: the quantile of its peak, and the days that each hour stands for.
struct AssetMeasure {
    double quantile{2.33};
    std::vector<double> hours_a_year; ///< for each hour of the load
};

/// Highest hour of mean + quantile root variance, kW.
[[nodiscard]] double peak_of(HourlyLoad const& load, double quantile);

/// kWh a year: linear in the load, so it always adds up.
[[nodiscard]] double energy_of(HourlyLoad const& load, AssetMeasure const& measure);

/// kWh a year above a capacity in kW.
[[nodiscard]] double overload_of(HourlyLoad const& load, AssetMeasure const& measure,
                                 double capacity);

/// When and how an asset is enlarged: a job of whole steps when the peak passes the capacity, ready
/// so many steps of time later.
struct ReinforcementRule {
    double capacity{0.0};  ///< kW at the start
    double step{0.0};      ///< kW
    double step_cost{0.0}; ///< EUR
    double margin{0.0};    ///< room above the peak that a job leaves, as a part of it
    int lead{0};           ///< steps of time from shortage to capacity
};

/// What the rule makes of a trajectory.
struct Reinforced {
    double cost{0.0};    ///< EUR
    double waiting{0.0}; ///< steps of time in which the peak was above the capacity
};

[[nodiscard]] Reinforced reinforce(LoadTrajectory const& trajectory, double quantile,
                                   ReinforcementRule const& rule);

} // namespace opschaling::analysis
