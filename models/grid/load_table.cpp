#include "models/grid/load_table.hpp"

#include "models/heat/performance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace opschaling::models {

namespace {

constexpr std::size_t morning_from{6};
constexpr std::size_t morning_to{9};

/// Heat of an hour against the day's mean: more in the morning, less in the other hours.
double heat_part(GridParameters const& grid, std::size_t hour) {
    constexpr double morning{morning_to - morning_from};
    bool const in_morning = hour >= morning_from && hour < morning_to;
    return in_morning ? grid.setback
                      : (hours_a_day - morning * grid.setback) / (hours_a_day - morning);
}

DayShape of_peak_one(DayShape shape) {
    double const highest = *std::ranges::max_element(shape);
    for (auto& value : shape) {
        value /= std::max(highest, 1.0e-9);
    }
    return shape;
}

DayShape of_mean_one(DayShape shape) {
    double const mean = std::accumulate(shape.begin(), shape.end(), 0.0) / hours_a_day;
    for (auto& value : shape) {
        value /= std::max(mean, 1.0e-9);
    }
    return shape;
}

void put(LoadTable& table, std::size_t load, std::size_t hour, PumpLoad const& of) {
    table.all.mean[load][hour] = static_cast<float>(of.mean);
    table.all.variance[load][hour] = static_cast<float>(of.variance);
    table.all.power[load][hour] = static_cast<float>(of.power);
}

/// Devices that are on at full power a part of the time, each by itself.
PumpLoad on_and_off(double power, double mean) {
    double const duty = std::clamp(mean / std::max(power, 1.0e-9), 0.0, 1.0);
    return {.mean = power * duty,
            .variance = power * power * duty * (1.0 - duty),
            .power = power,
            .unmet = 0.0};
}

void fill_households(GridParameters const& grid, LoadTable& table) {
    auto const shape = of_peak_one(grid.base_shape);
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        double const use = grid.base_use[type].canonical();
        double const spread = grid.velander_spread * std::sqrt(use) / std::max(grid.quantile, 1e-9);
        for (std::size_t h = 0; h < design_hours; ++h) {
            double const part = grid.day_base[h / hours_a_day] * shape[h % hours_a_day];
            put(table, load_class::base + type, h,
                {.mean = grid.velander_mean * use * part,
                 .variance = spread * spread * part,
                 .power = grid.base_connection.canonical()});
        }
        table.installed[load_class::base + type] = grid.base_connection.canonical();
        table.energy[load_class::base + type] = use;
    }
}

/// Electric cooking comes with every home without gas; it follows the household's own shape.
double cooking_at(GridParameters const& grid, DayShape const& shape, std::size_t hour) {
    double const part = shape[hour % hours_a_day];
    return grid.cooking.canonical() * part * part;
}

/// Heat pumps of one class, with the electric cooking of a home without gas.
void fill_heat_pump(GridParameters const& grid, HeatParameters const& heat, std::size_t load,
                    LoadTable& table) {
    auto const shape = of_peak_one(grid.base_shape);
    auto const insulation = insulation_of_load(load);
    double const loss = heat_loss_of_load(load);
    double tap{0.0};
    for (auto const energy : heat.tap_water) {
        tap += energy.canonical() / dwelling_types / sim::hours_per_year;
    }
    for (std::size_t h = 0; h < design_hours; ++h) {
        double const outdoor = in_celsius(heat.day_temperature[h / hours_a_day]);
        auto pump =
            heat_pump_load(heat, insulation, loss, tap, outdoor, heat_part(grid, h % hours_a_day));
        double const cooking = cooking_at(grid, shape, h);
        pump.mean += cooking;
        pump.power += cooking;
        table.energy[load] += table.day_weight[h / hours_a_day] * pump.mean;
        put(table, load, h, pump);
    }
    double const design = heat_at(heat, loss, in_celsius(heat.design_temperature));
    table.installed[load] =
        size_of_heat_pump(heat, insulation, design).installed() + grid.cooking.canonical();
}

void fill_hybrid(GridParameters const& grid, HeatParameters const& heat, std::size_t load,
                 LoadTable& table) {
    double const loss = heat_loss_of_load(load);
    for (std::size_t h = 0; h < design_hours; ++h) {
        double const outdoor = in_celsius(heat.day_temperature[h / hours_a_day]);
        auto const pump = hybrid_load(heat, loss, outdoor, heat_part(grid, h % hours_a_day));
        table.energy[load] += table.day_weight[h / hours_a_day] * pump.mean;
        put(table, load, h, pump);
    }
    table.installed[load] = size_of_hybrid(heat, loss);
}

void fill_warmtenet(GridParameters const& grid, HeatParameters const& heat, LoadTable& table) {
    auto const shape = of_peak_one(grid.base_shape);
    double const coldest = heat_at(heat, 1.0, in_celsius(heat.design_temperature));
    for (std::size_t h = 0; h < design_hours; ++h) {
        double const outdoor = in_celsius(heat.day_temperature[h / hours_a_day]);
        double const pumps =
            grid.warmtenet_pump.canonical() * heat_at(heat, 1.0, outdoor) / coldest;
        double const mean = pumps + cooking_at(grid, shape, h);
        put(table, load_class::warmtenet, h,
            {.mean = mean, .variance = 0.0, .power = mean, .unmet = 0.0});
        table.energy[load_class::warmtenet] += table.day_weight[h / hours_a_day] * mean;
    }
    table.installed[load_class::warmtenet] =
        grid.warmtenet_pump.canonical() + grid.cooking.canonical();
}

void fill_cars_and_roofs(GridParameters const& grid, LoadTable& table) {
    auto const charging = of_mean_one(grid.ev_shape);
    auto const sun = of_peak_one(grid.pv_shape);
    double const mean = grid.ev_use.canonical() / sim::hours_per_year;
    for (std::size_t h = 0; h < design_hours; ++h) {
        put(table, load_class::ev, h,
            on_and_off(grid.ev_charger.canonical(), mean * charging[h % hours_a_day]));
        double const output = grid.pv_power.canonical() * grid.pv_coincidence *
                              grid.day_sun[h / hours_a_day] * sun[h % hours_a_day];
        put(table, load_class::pv, h, {.mean = -output});
    }
    table.installed[load_class::ev] = grid.ev_charger.canonical();
    table.energy[load_class::ev] = grid.ev_use.canonical();
    table.energy[load_class::pv] = -grid.pv_power.canonical() * grid.pv_yield;
}

void copy_hour(HourTable<design_hours> const& all, std::size_t load, std::size_t hour,
               ClassInBlock& into, std::size_t place) {
    into.mean[place] = all.mean[load][hour];
    into.variance[place] = all.variance[load][hour];
    into.power[place] = all.power[load][hour];
}

/// The hours at which mixes of homes peak or feed in most: every load alone and all together, the
/// two highest hours of each in turn until there are enough.
void choose_candidates(LoadTable& table) {
    using namespace load_class;
    constexpr std::size_t middle{3}; // of the classes of heat loss
    std::vector<std::vector<std::size_t>> const mixes{{base + 1},
                                                      {base + 1, heat_pump + middle},
                                                      {base + 1, ev},
                                                      {base + 1, heat_pump + middle, ev},
                                                      {base + 1, hybrid + middle},
                                                      {base + 1, hybrid + middle, ev}};
    std::vector<std::size_t> chosen;
    auto const take = [&](std::size_t hour) {
        if (chosen.size() < candidate_hours && std::ranges::find(chosen, hour) == chosen.end()) {
            chosen.push_back(hour);
        }
    };
    auto const highest = [&](std::vector<std::size_t> const& mix, double homes, double sign) {
        std::vector<std::pair<double, std::size_t>> by_load;
        for (std::size_t h = 0; h < design_hours; ++h) {
            double mean{0.0};
            double variance{0.0};
            for (auto const load : mix) {
                mean += static_cast<double>(table.all.mean[load][h]);
                variance += static_cast<double>(table.all.variance[load][h]);
            }
            by_load.emplace_back(-(sign * mean + table.quantile * std::sqrt(variance / homes)), h);
        }
        std::ranges::sort(by_load);
        return by_load;
    };
    take(highest({base + 1, pv}, 45.0, -1.0)[0].second);
    for (double const homes : {45.0, 140.0}) {
        for (auto const& mix : mixes) {
            take(highest(mix, homes, 1.0)[0].second);
        }
    }
    std::vector<decltype(highest(mixes[0], 100.0, 1.0))> ranked;
    for (auto const& mix : mixes) {
        ranked.push_back(highest(mix, 100.0, 1.0));
    }
    for (std::size_t rank = 1; chosen.size() < candidate_hours; ++rank) {
        for (auto const& hours : ranked) {
            take(hours[rank].second);
        }
    }
    std::ranges::sort(chosen);
    for (std::size_t i = 0; i < candidate_hours; ++i) {
        table.candidate[i] = static_cast<std::uint8_t>(chosen[i]);
        for (std::size_t load = 0; load < load_classes; ++load) {
            copy_hour(table.all, load, chosen[i], table.candidates[load], i);
        }
    }
}

void fill_blocks(LoadTable& table) {
    // A sum of 31 floats is off by at most some 4e-6 of the sum of their sizes.
    constexpr double room{2.0e-5};
    for (std::size_t b = 0; b < hour_blocks; ++b) {
        auto const of_block = [&](auto const& by_hour) {
            auto const first = by_hour.begin() + static_cast<std::ptrdiff_t>(b * block_hours);
            auto const [low, high] =
                std::minmax_element(first, first + static_cast<std::ptrdiff_t>(block_hours));
            auto const lowest = static_cast<double>(*low);
            auto const highest = static_cast<double>(*high);
            double const slack = room * std::max(std::abs(lowest), std::abs(highest));
            return std::pair{lowest - slack, highest + slack};
        };
        for (std::size_t load = 0; load < load_classes; ++load) {
            for (std::size_t h = 0; h < block_hours; ++h) {
                copy_hour(table.all, load, b * block_hours + h, table.blocks[b][load], h);
            }
            auto const [lowest, highest] = of_block(table.all.mean[load]);
            table.bounds.lowest_mean[load][b] = static_cast<float>(lowest);
            table.bounds.highest_mean[load][b] = static_cast<float>(highest);
            table.bounds.highest_variance[load][b] =
                static_cast<float>(of_block(table.all.variance[load]).second);
        }
        auto const [lowest, highest] = of_block(table.other);
        table.bounds.lowest_other[b] = static_cast<float>(lowest);
        table.bounds.highest_other[b] = static_cast<float>(highest);
    }
}

} // namespace

PumpLoad heat_pump_load(HeatParameters const& heat, Insulation insulation, double heat_loss,
                        double tap, double outdoor, double part) {
    double const design = heat_at(heat, heat_loss, in_celsius(heat.design_temperature));
    auto const size = size_of_heat_pump(heat, insulation, design);
    double const cop = cop_space(heat, insulation, outdoor);
    double const asked =
        heat_at(heat, heat_loss, outdoor) * part / cop + tap / cop_tap(heat, outdoor);
    auto load = on_and_off(size.pump, asked);
    // What the pump cannot bring, the element brings one for one, as far as it reaches.
    double const short_of = (asked - load.mean) * cop;
    if (short_of > 1.0e-9) {
        double const element = std::min(short_of, size.backup);
        auto const backup = on_and_off(size.backup, element);
        load.mean += backup.mean;
        load.variance += backup.variance;
        load.power += backup.power;
        load.unmet = short_of - element;
    }
    return load;
}

PumpLoad hybrid_load(HeatParameters const& heat, double heat_loss, double outdoor, double part) {
    return on_and_off(size_of_hybrid(heat, heat_loss),
                      part * hybrid_draw(heat, heat_loss, outdoor));
}

double peak_per_heat_pump(HeatParameters const& heat, double quantile, Insulation insulation,
                          double heat_loss, double outdoor, double homes) {
    auto const load = heat_pump_load(heat, insulation, heat_loss, 0.0, outdoor, 1.0);
    return std::min(load.power, load.mean + quantile * std::sqrt(load.variance / homes));
}

LoadTable make_load_table(GridParameters const& grid, HeatParameters const& heat) {
    LoadTable table;
    table.quantile = grid.quantile;
    for (std::size_t day = 0; day < day_kinds; ++day) {
        table.day_weight[day] = heat.day_count[day].canonical() / hours_a_day;
    }
    table.pv_power = grid.pv_power.canonical() * grid.pv_coincidence;
    fill_households(grid, table);
    for (auto load = load_class::heat_pump; load < load_class::hybrid; ++load) {
        fill_heat_pump(grid, heat, load, table);
    }
    for (auto load = load_class::hybrid; load < load_class::warmtenet; ++load) {
        fill_hybrid(grid, heat, load, table);
    }
    fill_warmtenet(grid, heat, table);
    fill_cars_and_roofs(grid, table);
    auto const firms = of_peak_one(grid.other_shape);
    for (std::size_t h = 0; h < design_hours; ++h) {
        table.other[h] = grid.day_base[h / hours_a_day] * firms[h % hours_a_day];
    }
    for (std::size_t load = 0; load < load_classes; ++load) {
        for (std::size_t h = 0; h < design_hours; ++h) {
            double const alone =
                static_cast<double>(table.all.mean[load][h]) +
                table.quantile * std::sqrt(static_cast<double>(table.all.variance[load][h]));
            table.highest[load] = std::max(table.highest[load], alone);
        }
    }
    choose_candidates(table);
    fill_blocks(table);
    table.counting = HeatCounting{make_heat_demands(heat)};
    return table;
}

} // namespace opschaling::models
