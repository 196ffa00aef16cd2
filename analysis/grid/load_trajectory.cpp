#include "analysis/grid/load_trajectory.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

double load_at(HourlyLoad const& load, std::size_t hour, double quantile) {
    return load.mean[hour] + quantile * std::sqrt(std::max(0.0, load.variance[hour]));
}

/// A trajectory without load is as long as the one that it meets.
void match(HourlyLoad& a, HourlyLoad const& b) {
    if (a.mean.empty()) {
        a.mean.assign(b.mean.size(), 0.0);
        a.variance.assign(b.variance.size(), 0.0);
    }
    sim::expects(a.mean.size() == b.mean.size() && a.variance.size() == b.variance.size(),
                 "loads that are added have the same hours");
}

} // namespace

HourlyLoad& HourlyLoad::operator+=(HourlyLoad const& other) {
    match(*this, other);
    for (std::size_t h = 0; h < mean.size(); ++h) {
        mean[h] += other.mean[h];
        variance[h] += other.variance[h];
    }
    return *this;
}

HourlyLoad& HourlyLoad::operator-=(HourlyLoad const& other) {
    match(*this, other);
    for (std::size_t h = 0; h < mean.size(); ++h) {
        mean[h] -= other.mean[h];
        variance[h] -= other.variance[h];
    }
    return *this;
}

LoadTrajectory add(LoadTrajectory a, LoadTrajectory const& b) {
    sim::expects(a.size() == b.size(), "trajectories that are added have the same steps");
    for (std::size_t step = 0; step < a.size(); ++step) {
        a[step] += b[step];
    }
    return a;
}

LoadTrajectory subtract(LoadTrajectory a, LoadTrajectory const& b) {
    sim::expects(a.size() == b.size(), "trajectories that are subtracted have the same steps");
    for (std::size_t step = 0; step < a.size(); ++step) {
        a[step] -= b[step];
    }
    return a;
}

double peak_of(HourlyLoad const& load, double quantile) {
    double peak{0.0};
    for (std::size_t h = 0; h < load.mean.size(); ++h) {
        peak = std::max(peak, load_at(load, h, quantile));
    }
    return peak;
}

double energy_of(HourlyLoad const& load, AssetMeasure const& measure) {
    double energy{0.0};
    for (std::size_t h = 0; h < load.mean.size(); ++h) {
        energy += load.mean[h] * measure.hours_a_year[h];
    }
    return energy;
}

double overload_of(HourlyLoad const& load, AssetMeasure const& measure, double capacity) {
    double above{0.0};
    for (std::size_t h = 0; h < load.mean.size(); ++h) {
        above +=
            measure.hours_a_year[h] * std::max(0.0, load_at(load, h, measure.quantile) - capacity);
    }
    return above;
}

Reinforced reinforce(LoadTrajectory const& trajectory, double quantile,
                     ReinforcementRule const& rule) {
    sim::expects(rule.step > 0.0 && rule.lead >= 0, "a step adds capacity and takes its time");
    Reinforced result;
    double capacity = rule.capacity;
    double ordered{0.0};
    int ready{-1};
    for (int step = 0; step < static_cast<int>(trajectory.size()); ++step) {
        if (ready == step) {
            capacity += ordered;
            ready = -1;
        }
        double const peak = peak_of(trajectory[static_cast<std::size_t>(step)], quantile);
        if (peak <= capacity) {
            continue;
        }
        if (ready < 0) {
            double const steps =
                std::max(1.0, std::ceil((peak * (1.0 + rule.margin) - capacity) / rule.step));
            ordered = steps * rule.step;
            result.cost += steps * rule.step_cost;
            ready = step + rule.lead;
            if (rule.lead == 0) {
                capacity += ordered;
                ready = -1;
                continue;
            }
        }
        result.waiting += 1.0;
    }
    return result;
}

} // namespace opschaling::analysis
