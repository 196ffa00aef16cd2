#include "models/intervention/benefit_by_scale.hpp"

#include "models/warmtenet/business_case.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double normal_95{1.959964};
constexpr double homes_at_door{30.0};
constexpr double thousand{1000.0};

/// Present value of 1 in each year of the horizon.
double years_of_money(InterventionParameters const& parameters) {
    double const years = sim::in_years(parameters.horizon);
    double const rate = parameters.discount;
    return rate > 0.0 ? (1.0 - std::pow(1.0 + rate, -years)) / rate : years;
}

/// What a home gains and costs by taking part, before coordination.
struct Worth {
    double benefit_fixed{0.0};
    double benefit_by_heat{0.0};
    double cost_fixed{0.0};
    double cost_by_heat{0.0};
    double left{1.0}; ///< part of the benefit that coordination leaves, less 1 for the cost

    [[nodiscard]] double of(double heat) const {
        return left * (benefit_fixed + benefit_by_heat * heat) - cost_fixed - cost_by_heat * heat;
    }
};

Worth worth_of(InterventionParameters const& parameters, std::size_t i, double deciding,
               ScaleSwitches switches) {
    double const years = years_of_money(parameters);
    double const lost = switches.coordination
                            ? parameters.coordination[i] *
                                  std::pow(deciding / thousand, parameters.coordination_exponent)
                            : 0.0;
    return {.benefit_fixed = parameters.benefit_per_home[i].canonical(),
            .benefit_by_heat = years * parameters.benefit_per_heat[i].canonical(),
            .cost_fixed = parameters.cost_per_home[i].canonical(),
            .cost_by_heat = years * parameters.cost_per_heat[i].canonical(),
            .left = 1.0 - lost};
}

/// What a buurt of the unit brings together.
struct Part {
    double homes{0.0};
    double taking{0.0}; ///< homes that take part
    double heat{0.0};   ///< kWh a year, of those
    double value{0.0};  ///< EUR, mains paid
};

std::vector<Part> parts_of(InterventionParameters const& parameters, std::size_t i,
                           ScaleUnit const& unit, ScaleSwitches switches) {
    double const deciding = unit.deciding();
    auto const worth = worth_of(parameters, i, deciding, switches);
    double const at_door = sim::logit(parameters.uptake_at_door[i].value());
    double const lambda = switches.distance ? parameters.distance_loss[i] : 0.0;
    double const kappa = switches.diversity ? parameters.diversity_loss[i] : 0.0;
    double const social = parameters.social_part[i].value();
    double const metre = parameters.cost_per_metre[i].canonical();
    double const common = at_door - lambda * std::log(deciding / homes_at_door);
    std::vector<Part> parts(unit.parts);
    for (auto const& group : unit.groups) {
        double const far = (1.0 - social) * group.far_technical + social * group.far_social;
        double const uptake = sim::logistic(common - 0.5 * kappa * far);
        auto& part = parts[group.part];
        part.homes += group.homes;
        part.taking += uptake * group.homes;
        part.heat += uptake * group.homes * group.heat;
        part.value += group.homes * (uptake * worth.of(group.heat) - metre * group.metres);
    }
    return parts;
}

/// Where mains are laid: in the parts that carry them, or in the one that comes nearest to it.
std::vector<Part> parts_served(std::vector<Part> const& parts) {
    std::vector<Part> served;
    Part nearest;
    double least_loss{-std::numeric_limits<double>::infinity()};
    for (auto const& part : parts) {
        if (part.homes <= 0.0) {
            continue;
        }
        if (part.value > 0.0) {
            served.push_back(part);
        }
        if (part.value / part.homes > least_loss) {
            least_loss = part.value / part.homes;
            nearest = part;
        }
    }
    if (served.empty()) {
        served.push_back(nearest);
    }
    return served;
}

/// What the sources cost, and the part of the power asked that they have.
struct Sourcing {
    double cost{0.0};
    double served{1.0};
};

Sourcing take_from_sources(InterventionParameters const& parameters, SourceCosts const& sources,
                           std::size_t i, ScaleUnit const& unit, double heat,
                           ScaleSwitches switches) {
    double const asked = sources.kW_per_kWh * heat / unit.share;
    double left{asked};
    Sourcing found;
    for (auto const& source : unit.sources) {
        if (left <= 0.0) {
            break;
        }
        // Beside the sources of this world stand those of the part that it leaves out.
        double const taken = std::min(left, source.capacity / unit.share);
        double const each = std::min(taken, source.capacity);
        left -= taken;
        double const count = taken / std::max(1.0e-9, each);
        if (switches.fixed_cost) {
            found.cost += count * parameters.fixed_cost[i].canonical();
        }
        if (switches.transport) {
            found.cost += count * source.km * transport_cost_per_km(sources.warmtenet, each);
        }
    }
    found.served = asked > 0.0 ? 1.0 - left / asked : 0.0;
    return found;
}

} // namespace

UnitBenefit benefit_of_unit(InterventionParameters const& parameters, SourceCosts const& sources,
                            std::size_t intervention, ScaleUnit const& unit,
                            ScaleSwitches switches) {
    auto parts = parts_of(parameters, intervention, unit, switches);
    if (parameters.cost_per_metre[intervention].canonical() > 0.0) {
        parts = parts_served(parts);
    }
    double value{0.0};
    double heat{0.0};
    double taking{0.0};
    for (auto const& part : parts) {
        value += part.value;
        heat += part.heat;
        taking += part.taking;
    }
    double once = switches.fixed_cost ? parameters.fixed_cost[intervention].canonical() : 0.0;
    if (parameters.from_source[intervention] > 0.0) {
        auto const sourcing =
            take_from_sources(parameters, sources, intervention, unit, heat, switches);
        value *= sourcing.served;
        taking *= sourcing.served;
        once = sourcing.cost;
    }
    return {.per_home = value / unit.homes - once / unit.deciding(), .uptake = taking / unit.homes};
}

BenefitByScale benefit_by_scale(InterventionParameters const& parameters,
                                SourceCosts const& sources, std::size_t intervention,
                                UnitsByLevel const& units, ScaleSwitches switches) {
    BenefitByScale found{};
    for (std::size_t level = 0; level < scale_levels; ++level) {
        auto& row = found[level];
        row.level = static_cast<ScaleLevel>(level);
        double squares{0.0};
        for (auto const& unit : units[level]) {
            auto const benefit = benefit_of_unit(parameters, sources, intervention, unit, switches);
            ++row.units;
            row.homes += unit.deciding();
            row.mean += benefit.per_home;
            row.uptake += benefit.uptake;
            squares += benefit.per_home * benefit.per_home;
        }
        if (row.units == 0) {
            continue;
        }
        auto const n = static_cast<double>(row.units);
        row.homes /= n;
        row.mean /= n;
        row.uptake /= n;
        double const variance =
            row.units > 1 ? std::max(0.0, squares - n * row.mean * row.mean) / (n - 1.0) : 0.0;
        row.half_interval = normal_95 * std::sqrt(variance / n);
    }
    return found;
}

} // namespace opschaling::models
