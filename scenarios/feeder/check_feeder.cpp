#include "scenarios/feeder/check_feeder.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace opschaling::scenarios {

namespace {

std::vector<std::array<double, 3>> voltages_in(Feeder const& feeder, std::size_t minute) {
    auto loaded = feeder.lines;
    loaded.load = feeder.loads_in(minute);
    return models::voltages(loaded, feeder.source_voltage * feeder.rated_voltage);
}

double kilowatt_in(Feeder const& feeder, std::size_t minute) {
    double sum{0.0};
    for (auto const& load : feeder.loads) {
        sum += load.kilowatt * feeder.profiles[load.profile].values[minute];
    }
    return sum;
}

/// Collects differences in parts of one measure.
class Differences {
public:
    explicit Differences(double measure) : measure_{measure} {}

    void add(double found, double published) {
        double const error = std::abs(found - published) / measure_;
        largest_ = std::max(largest_, error);
        sum_ += error;
        ++count_;
    }

    void write(SolutionCheck& check) const {
        check.compared = count_;
        check.largest_error = largest_;
        check.mean_error = count_ == 0 ? 0.0 : sum_ / static_cast<double>(count_);
    }

private:
    double measure_;
    double largest_{0.0};
    double sum_{0.0};
    std::size_t count_{0};
};

SolutionCheck check_snapshot(Feeder const& feeder, FeederSolution const& solution) {
    SolutionCheck check;
    check.solution = &solution;
    if (solution.minute > feeder.minutes()) {
        check.unknown = solution.voltages.size();
        return check;
    }
    std::map<std::string, std::size_t> nodes;
    for (std::size_t node = 0; node < feeder.buses.size(); ++node) {
        nodes.emplace(feeder.buses[node], node);
    }
    auto const found = voltages_in(feeder, solution.minute - 1);
    Differences differences{feeder.rated_voltage};
    check.lowest = 2.0;
    for (auto const& [bus, voltage] : solution.voltages) {
        auto const node = nodes.find(bus);
        if (node == nodes.end()) {
            ++check.unknown;
            continue;
        }
        for (std::size_t phase = 0; phase < 3; ++phase) {
            differences.add(found[node->second][phase], voltage[phase]);
            check.lowest = std::min(check.lowest, voltage[phase] / feeder.rated_voltage);
        }
    }
    differences.write(check);
    return check;
}

SolutionCheck check_loads(Feeder const& feeder, FeederSolution const& solution) {
    SolutionCheck check;
    check.solution = &solution;
    check.lowest = 2.0;
    std::map<FeederLoad const*, std::span<double const>> series;
    std::size_t minutes{0};
    for (auto const& [number, values] : solution.load_series) {
        auto const load = std::ranges::find(feeder.loads, "LOAD" + number, &FeederLoad::name);
        if (load == feeder.loads.end()) {
            ++check.unknown;
            continue;
        }
        series.emplace(&*load, values);
        minutes = std::max(minutes, values.size());
    }
    Differences differences{feeder.rated_voltage};
    for (std::size_t minute = 0; minute < std::min(minutes, feeder.minutes()); ++minute) {
        auto const found = voltages_in(feeder, minute);
        for (auto const& [load, values] : series) {
            if (minute < values.size()) {
                differences.add(found[load->node][load->phase], values[minute]);
                check.lowest = std::min(check.lowest, values[minute] / feeder.rated_voltage);
            }
        }
    }
    differences.write(check);
    return check;
}

SolutionCheck check_powers(Feeder const& feeder, FeederSolution const& solution) {
    SolutionCheck check;
    check.solution = &solution;
    if (solution.kilowatt.empty()) {
        return check;
    }
    Differences differences{std::ranges::max(solution.kilowatt)};
    auto const minutes = std::min(solution.kilowatt.size(), feeder.minutes());
    for (std::size_t minute = 0; minute < minutes; ++minute) {
        differences.add(kilowatt_in(feeder, minute), solution.kilowatt[minute]);
    }
    differences.write(check);
    return check;
}

} // namespace

FeederDay day_of(Feeder const& feeder) {
    FeederDay day;
    day.lowest_voltage = 2.0;
    for (std::size_t minute = 0; minute < feeder.minutes(); ++minute) {
        if (double const kilowatt = kilowatt_in(feeder, minute); kilowatt > day.peak_kilowatt) {
            day.peak_kilowatt = kilowatt;
            day.peak_minute = minute + 1;
        }
        auto const voltage = voltages_in(feeder, minute);
        for (std::size_t node = 0; node < voltage.size(); ++node) {
            double const least = std::ranges::min(voltage[node]) / feeder.rated_voltage;
            if (least < day.lowest_voltage) {
                day.lowest_voltage = least;
                day.lowest_minute = minute + 1;
                day.lowest_bus = feeder.buses[node];
            }
        }
    }
    return day;
}

std::vector<SolutionCheck> check_solutions(Feeder const& feeder,
                                           std::vector<FeederSolution> const& solutions) {
    std::vector<SolutionCheck> checks;
    for (auto const& solution : solutions) {
        switch (solution.kind) {
        case SolutionKind::snapshot:
            checks.push_back(check_snapshot(feeder, solution));
            break;
        case SolutionKind::load_voltages:
            checks.push_back(check_loads(feeder, solution));
            break;
        case SolutionKind::transformer_power:
            checks.push_back(check_powers(feeder, solution));
            break;
        }
    }
    return checks;
}

} // namespace opschaling::scenarios
