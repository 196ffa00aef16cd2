#include "models/warmtenet/net_benefit.hpp"

#include "models/warmtenet/business_case.hpp"
#include "models/warmtenet/find_supply.hpp"
#include "models/warmtenet/place_net_sources.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr double mean_demand{128.0};
constexpr double normal_95{1.959964};
constexpr double homes_at_door{30.0};
constexpr std::size_t wijken_together{4};

/// What a wijk, or a straat of it, brings to a net before anyone has chosen.
struct Part {
    WijkId wijk{};
    double homes{0.0};
    double heat{0.0};   ///< kWh a year of useful heat
    double metres{0.0}; ///< of main past all its homes
};

/// Homes that decide together.
struct Unit {
    std::vector<WijkId> wijken;
    std::vector<Part> parts;
    double homes{0.0};
};

class Benefits {
public:
    Benefits(World const& world, Parameters const& parameters, sim::Quarter quarter,
             BenefitSwitches switches)
        : world_{world},
          warmtenet_{parameters.warmtenet},
          switches_{switches},
          prices_{make_warmtebedrijf_prices(parameters.heat, parameters.price, parameters.warmtenet,
                                            quarter)},
          areas_{measure_areas(world)},
          sources_{place_net_sources(world, parameters.warmtenet)} {
        auto const subsidy = sim::value_at(warmtenet_.investment_subsidy, quarter.midpoint() - 0.5);
        prices_.fee_per_home -= subsidy.canonical();
        for (std::size_t cell = 0; cell < dwelling_cells; ++cell) {
            for (std::size_t i = 0; i < insulation_states; ++i) {
                auto const c = heat_class(cell, static_cast<Insulation>(i));
                auto const period = cell % building_periods;
                heat_of_cell_[cell] +=
                    parameters.heat.insulation_2018[period * insulation_states + i].value() *
                    heat_demand_of(parameters.heat, c).useful();
            }
        }
    }

    [[nodiscard]] NetBenefit of_level(UnitLevel level, std::size_t at_most) const {
        NetBenefit found{.level = level};
        auto const count = units_of(level);
        auto const stride = std::max<std::size_t>(1, (count + at_most - 1) / at_most);
        double squares{0.0};
        for (std::size_t u = 0; u < count; u += stride) {
            auto const unit = make_unit(level, u);
            if (unit.homes <= 0.0) {
                continue;
            }
            double const value = value_per_home(unit);
            ++found.units;
            found.homes += unit.homes;
            found.mean += value;
            squares += value * value;
            found.positive += value > 0.0 ? 1.0 : 0.0;
        }
        if (found.units == 0) {
            return found;
        }
        auto const n = static_cast<double>(found.units);
        found.homes /= n;
        found.mean /= n;
        found.positive /= n;
        double const variance =
            found.units > 1 ? (squares - n * found.mean * found.mean) / (n - 1.0) : 0.0;
        found.half_interval = normal_95 * std::sqrt(std::max(0.0, variance) / n);
        return found;
    }

private:
    [[nodiscard]] std::size_t units_of(UnitLevel level) const {
        switch (level) {
        case UnitLevel::straat:
            return world_.straten();
        case UnitLevel::wijk:
        case UnitLevel::four_wijken:
            return world_.wijken();
        case UnitLevel::gemeente:
            return world_.gemeenten();
        case UnitLevel::regio:
            break;
        }
        return world_.regios();
    }

    void add_homes(std::uint32_t begin, std::uint32_t end, WijkId wijk, Unit& unit) const {
        auto const& dwellings = world_.dwellings;
        double const homes = end - begin;
        Part part{.wijk = wijk,
                  .homes = homes,
                  .metres = homes * static_cast<double>(world_.geography.main_pipe_per_home[wijk])};
        for (auto home = begin; home < end; ++home) {
            auto const id = sim::id_at<HomeId>(home);
            part.heat += heat_of_cell_[dwelling_cell(dwellings.shape[id], dwellings.period[id])] *
                         dwellings.demand_factor[id] / mean_demand;
        }
        unit.homes += homes;
        unit.parts.push_back(part);
    }

    void add_wijk(WijkId wijk, Unit& unit) const {
        auto const& homes = world_.geography.homes_of_wijk;
        add_homes(homes.begin(wijk), homes.end(wijk), wijk, unit);
        unit.wijken.push_back(wijk);
    }

    void add_gemeente(GemeenteId gemeente, Unit& unit) const {
        auto const& wijken = world_.geography.wijken_of_gemeente;
        for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
            add_wijk(sim::id_at<WijkId>(w), unit);
        }
    }

    /// A wijk with those next to it, and next to them, until there are four.
    void add_neighbourhood(WijkId first, Unit& unit) const {
        add_wijk(first, unit);
        for (std::size_t at = 0; at < unit.wijken.size() && unit.wijken.size() < wijken_together;
             ++at) {
            for (auto const next :
                 world_.geography.wijk_neighbours.neighbours(sim::position(unit.wijken[at]))) {
                auto const wijk = sim::id_at<WijkId>(next);
                if (unit.wijken.size() < wijken_together &&
                    std::ranges::find(unit.wijken, wijk) == unit.wijken.end()) {
                    add_wijk(wijk, unit);
                }
            }
        }
    }

    [[nodiscard]] Unit make_unit(UnitLevel level, std::size_t number) const {
        auto const& geography = world_.geography;
        Unit unit;
        switch (level) {
        case UnitLevel::straat: {
            auto const straat = sim::id_at<StraatId>(number);
            auto const wijk = geography.wijk_of_straat[straat];
            add_homes(geography.homes_of_straat.begin(straat),
                      geography.homes_of_straat.end(straat), wijk, unit);
            unit.wijken.push_back(wijk);
            break;
        }
        case UnitLevel::wijk:
            add_wijk(sim::id_at<WijkId>(number), unit);
            break;
        case UnitLevel::four_wijken:
            add_neighbourhood(sim::id_at<WijkId>(number), unit);
            break;
        case UnitLevel::gemeente:
            add_gemeente(sim::id_at<GemeenteId>(number), unit);
            break;
        case UnitLevel::regio:
            for (std::size_t g = 0; g < world_.gemeenten(); ++g) {
                auto const gemeente = sim::id_at<GemeenteId>(g);
                if (sim::position(geography.regio_of_gemeente[gemeente]) == number) {
                    add_gemeente(gemeente, unit);
                }
            }
            break;
        }
        return unit;
    }

    struct Reach {
        double km;
        float capacity;
        std::uint32_t key;
    };

    /// Sources of residual heat that the unit can reach, nearest first, then largest.
    [[nodiscard]] std::vector<Reach> reach_of(Unit const& unit) const {
        std::vector<Reach> found;
        auto const& geography = world_.geography;
        for (auto const& source : sources_) {
            if (source.kind != SourceKind::residual ||
                !within_regio(geography, unit.wijken.front(), source)) {
                continue;
            }
            bool const inside = std::ranges::find(unit.wijken, sim::id_at<WijkId>(source.wijk)) !=
                                unit.wijken.end();
            auto const from = inside ? sim::id_at<WijkId>(source.wijk) : unit.wijken.front();
            found.push_back({distance_to(geography, areas_, from, source), source.capacity,
                             geography.wijk_key[sim::id_at<WijkId>(source.wijk)]});
        }
        std::ranges::sort(found, [](Reach const& a, Reach const& b) {
            return std::tuple{a.km, -a.capacity, a.key} < std::tuple{b.km, -b.capacity, b.key};
        });
        return found;
    }

    [[nodiscard]] NetPlan plan_of(Part const& part, double uptake) const {
        return {.homes = uptake * part.homes,
                .heat = uptake * part.heat,
                .metres = part.metres,
                .kind = SourceKind::residual,
                .coupled = true};
    }

    /// The wijken of a unit whose heat carries their own mains; if there is none, the one that
    /// comes nearest.
    [[nodiscard]] NetPlan parts_that_pay(Unit const& unit, double uptake) const {
        NetPlan sum{.kind = SourceKind::residual, .coupled = true};
        NetPlan nearest{};
        double least_loss{-std::numeric_limits<double>::infinity()};
        for (auto const& part : unit.parts) {
            if (part.homes <= 0.0) {
                continue;
            }
            auto const plan = plan_of(part, uptake);
            double const value = net_present_value(warmtenet_, prices_, plan) / part.homes;
            if (value > least_loss) {
                least_loss = value;
                nearest = plan;
            }
            if (value > 0.0) {
                sum.homes += plan.homes;
                sum.heat += plan.heat;
                sum.metres += plan.metres;
            }
        }
        return sum.homes > 0.0 ? sum : nearest;
    }

    [[nodiscard]] double value_per_home(Unit const& unit) const {
        double const lambda =
            switches_.distance_between_resident_and_decision ? warmtenet_.uptake_by_distance : 0.0;
        double const uptake = sim::logistic(sim::logit(warmtenet_.uptake_at_door.value()) -
                                            lambda * std::log(unit.homes / homes_at_door));
        auto plan = parts_that_pay(unit, uptake);
        double const homes = plan.homes / uptake;
        double const wanted = source_power(warmtenet_, prices_, plan);
        double left{wanted};
        double coupling{0.0};
        for (auto const& source : reach_of(unit)) {
            if (left <= 0.0) {
                break;
            }
            double const taken = std::min(left, static_cast<double>(source.capacity));
            left -= taken;
            coupling += switches_.fixed_cost ? warmtenet_.source_fixed[0].canonical() : 0.0;
            coupling +=
                switches_.transport ? source.km * transport_cost_per_km(warmtenet_, taken) : 0.0;
        }
        // What the sources lack is not served: so many fewer homes and streets.
        double const served = wanted > 0.0 ? 1.0 - left / wanted : 0.0;
        plan.homes *= served;
        plan.heat *= served;
        plan.metres *= served;
        return (net_present_value(warmtenet_, prices_, plan) - coupling) / homes;
    }

    World const& world_;
    WarmtenetParameters const& warmtenet_;
    BenefitSwitches switches_;
    WarmtebedrijfPrices prices_;
    Areas areas_;
    std::vector<NetSource> sources_;
    std::array<double, dwelling_cells> heat_of_cell_{};
};

} // namespace

std::vector<NetBenefit> net_benefit_of_residual_heat(World const& world,
                                                     Parameters const& parameters,
                                                     sim::Quarter quarter, std::size_t at_most,
                                                     BenefitSwitches switches) {
    Benefits const benefits{world, parameters, quarter, switches};
    std::vector<NetBenefit> found;
    for (std::size_t level = 0; level < unit_levels; ++level) {
        found.push_back(benefits.of_level(static_cast<UnitLevel>(level), at_most));
    }
    return found;
}

std::size_t smallest_sure_level(std::vector<NetBenefit> const& benefits) {
    auto const sure = [&](std::size_t level) {
        return level >= benefits.size() ||
               benefits[level].mean - benefits[level].half_interval > 0.0;
    };
    for (std::size_t level = 0; level < benefits.size(); ++level) {
        if (sure(level) && sure(level + 1)) {
            return level;
        }
    }
    return benefits.size();
}

} // namespace opschaling::models
