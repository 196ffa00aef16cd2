#include "models/world/start_state.hpp"

#include "models/barrier/barriers.hpp"
#include "models/bewoner/ask.hpp"
#include "models/bewoner/schedule_moments.hpp"
#include "models/gemeente/staff.hpp"
#include "models/grid/start_grid.hpp"
#include "models/installer/install.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/netbeheerder/gas_grid.hpp"
#include "models/skill/fill_skills.hpp"
#include "models/warmtenet/place_net_sources.hpp"
#include "models/world/start_heat.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};
constexpr double quarters_per_year{4.0};
constexpr double hours_per_day{24.0};

struct Start {
    World const& world;
    Parameters const& parameters;
    sim::Seed seed;
    State& state;
    std::array<double, 256> residual_life;
};

HeatingSystem first_heating(Start const& start, HomeId id, std::uint32_t key) {
    auto const& dwellings = start.world.dwellings;
    if (dwellings.starts_on_warmtenet[id] != 0) {
        return HeatingSystem::warmtenet;
    }
    sim::Dice dice{start.seed, stream::first_heating, key, 0};
    double const at = dice.uniform();
    if (int const enters = dwellings.enters[id]; enters > 0) {
        double const on_gas = sim::value_at(start.parameters.world.new_homes_on_gas,
                                            sim::Quarter::at(enters).midpoint() - 0.5);
        return at < on_gas ? HeatingSystem::gas_boiler : HeatingSystem::heat_pump;
    }
    auto const& heat = start.parameters.heat;
    if (at < heat.heat_pump_share_2018.value()) {
        return HeatingSystem::heat_pump;
    }
    return at < heat.heat_pump_share_2018.value() + heat.hybrid_share_2018.value()
               ? HeatingSystem::hybrid
               : HeatingSystem::gas_boiler;
}

void settle_home(Start const& start, WijkId wijk, std::uint32_t home) {
    auto& homes = start.state.homes;
    auto const& world = start.world;
    auto const id = sim::id_at<HomeId>(home);
    auto const key = key_of_home(world.geography, wijk, home);
    auto const& bewoner = start.parameters.bewoner;
    auto const tenure = world.dwellings.tenure[id];
    auto const heating = first_heating(start, id, key);
    int const enters = world.dwellings.enters[id];
    homes.heating[id] = heating;
    homes.insulation[id] = first_insulation(world, start.parameters.heat, wijk, id, key);
    homes.household[id] =
        draw_household(bewoner, world.geography.low_income_share[wijk], start.seed, key, 0);
    homes.next_move[id] = schedule_move(bewoner, tenure, start.seed, key, 0, enters - 1);
    homes.next_renovation[id] = schedule_renovation(bewoner, tenure, start.seed, key, enters);
    homes.heater_fails[id] = never;
    if (!is_gas_free(heating)) {
        if (enters > 0) {
            homes.heater_fails[id] =
                schedule_failure(start.parameters.heat, start.seed, key, enters);
        } else {
            sim::Dice dice{start.seed, stream::heater_life, key, 0xFFFFFFFF};
            double const years = start.residual_life[dice.word() >> 24U];
            double const within = dice.uniform() - 0.5; // spread a quantile step over a quarter
            homes.heater_fails[id] = quarters_later(-1, years * quarters_per_year + 0.5 + within);
        }
    }
    if (enters == 0) {
        homes.progress[id] = progress::present;
        ++start.state.wijken.counts[wijk].homes[static_cast<std::size_t>(heating)];
    }
}

void size_homes(Start const& start) {
    auto const count = start.world.homes();
    auto& homes = start.state.homes;
    homes.heating = sim::Column<HomeId, HeatingSystem>(count);
    homes.household = sim::Column<HomeId, Household>(count);
    homes.moves = sim::Column<HomeId, std::uint8_t>(count);
    homes.insulation = sim::Column<HomeId, Insulation>(count);
    homes.progress = sim::Column<HomeId, std::uint8_t>(count);
    homes.next_move = sim::Column<HomeId, std::uint16_t>(count);
    homes.next_renovation = sim::Column<HomeId, std::uint16_t>(count);
    homes.heater_fails = sim::Column<HomeId, std::uint16_t>(count);
    homes.ties_hybrid = sim::Column<HomeId, std::uint8_t>(count);
    homes.ties_heat_pump = sim::Column<HomeId, std::uint8_t>(count);
    homes.ties_warmtenet = sim::Column<HomeId, std::uint8_t>(count);
}

void count_ties(Start const& start) {
    auto& homes = start.state.homes;
    sim::for_each_chunk(start.world.homes(), 65536, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            std::array<std::uint8_t, heating_systems> with{};
            for (auto const neighbour : start.world.ties.neighbours(i)) {
                auto const other = sim::id_at<HomeId>(neighbour);
                if ((homes.progress[other] & progress::present) != 0) {
                    ++with[static_cast<std::size_t>(homes.heating[other])];
                }
            }
            auto const id = sim::id_at<HomeId>(i);
            homes.ties_hybrid[id] = with[static_cast<std::size_t>(HeatingSystem::hybrid)];
            homes.ties_heat_pump[id] = with[static_cast<std::size_t>(HeatingSystem::heat_pump)];
            homes.ties_warmtenet[id] = with[static_cast<std::size_t>(HeatingSystem::warmtenet)];
        }
    });
}

void start_wijken(Start const& start) {
    auto const& world = start.world;
    auto const& project = start.parameters.project;
    auto& wijken = start.state.wijken;
    auto const count = world.wijken();
    wijken.trust = sim::Column<WijkId, float>(count);
    wijken.energy = sim::Column<WijkId, float>(count);
    wijken.barriers = start_barriers(world, start.parameters.barrier, start.seed);
    wijken.project = sim::Column<WijkId, std::uint32_t>(count, no_project);
    for (std::size_t w = 0; w < count; ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const key = world.geography.wijk_key[wijk];
        sim::Dice dice{start.seed, stream::wijk_start, key, 0};
        wijken.energy[wijk] = static_cast<float>(sim::normal(dice));
        wijken.trust[wijk] = static_cast<float>(sim::beta(dice, 0.5, project.trust_spread));
    }
    wijken.trust_before = wijken.trust;
}

void start_straten(Start const& start) {
    auto const& world = start.world;
    auto& straten = start.state.straten;
    auto const count = world.straten();
    straten.corporatie_moment = sim::Column<StraatId, std::uint16_t>(count, never);
    straten.vve_moment = sim::Column<StraatId, std::uint16_t>(count, never);
    straten.vve_works = sim::Column<StraatId, std::uint16_t>(count, never);
    straten.vve_option = sim::Column<StraatId, HeatingSystem>(count);
    auto const cycle = [](sim::Rate rate) {
        return quarters_per_year / std::max(1.0e-6, sim::per_year(rate));
    };
    auto const& corporatie = start.parameters.corporatie;
    for (std::size_t s = 0; s < count; ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto const wijk = world.geography.wijk_of_straat[straat];
        auto const key =
            key_of_home(world.geography, wijk, world.geography.homes_of_straat.begin(straat));
        sim::Dice dice{start.seed, stream::complex_moment, key, 0};
        straten.corporatie_moment[straat] =
            quarters_later(-1, dice.uniform() * cycle(corporatie.renovation) + 0.5);
        straten.vve_moment[straat] =
            quarters_later(-1, dice.uniform() * cycle(corporatie.vve_renovation) + 0.5);
    }
}

void start_installers(Start const& start) {
    auto const& world = start.world;
    auto const& installer = start.parameters.installer;
    auto const& heat = start.parameters.heat;
    auto& installers = start.state.installers;
    auto const count = world.regios();
    installers.crews = sim::Column<RegioId, double>(count);
    installers.utilisation = sim::Column<RegioId, double>(count, installer.start_utilisation);
    installers.price_factor = sim::Column<RegioId, double>(count, 1.0);
    std::array<float, utilisation_memory> past{};
    past.fill(static_cast<float>(installer.start_utilisation));
    installers.past_utilisation =
        sim::Column<RegioId, std::array<float, utilisation_memory>>(count, past);
    double const mean_life =
        sim::in_years(heat.boiler_life_mean) * std::tgamma(1.0 + 1.0 / heat.boiler_life_shape);
    // Whole numbers first: a sum of fractions would depend on the order of wijken.
    sim::Column<RegioId, std::int64_t> boilers(count);
    sim::Column<RegioId, std::int64_t> heat_pumps(count);
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const regio =
            world.geography.regio_of_gemeente[world.geography.gemeente_of_wijk[wijk]];
        auto const& counts = start.state.wijken.counts[wijk];
        boilers[regio] += counts.homes[0] + counts.homes[1];
        heat_pumps[regio] += counts.homes[1] + counts.homes[2];
    }
    installers.boiler_work = sim::Column<RegioId, double>(count);
    installers.installed = sim::Column<RegioId, double>(count);
    for (std::size_t r = 0; r < count; ++r) {
        auto const regio = sim::id_at<RegioId>(r);
        installers.boiler_work[regio] = static_cast<double>(boilers[regio]) / mean_life /
                                        quarters_per_year * installer.boiler_days.canonical() /
                                        hours_per_day;
        installers.installed[regio] = static_cast<double>(heat_pumps[regio]);
        installers.crews[regio] = installers.boiler_work[regio] *
                                  (1.0 + installer.start_other_work) / installer.start_utilisation;
    }
    installers.installed_before = installers.installed;
}

void start_government(Start const& start) {
    auto const& rule = start.parameters.rule;
    std::array<float, rules> local{};
    local.fill(static_cast<float>(sim::in_fte_years(rule.local_work)));
    auto& gemeenten = start.state.gemeenten;
    auto const count = start.world.gemeenten();
    gemeenten.rule_work_left = sim::Column<GemeenteId, std::array<float, rules>>(count, local);
    gemeenten.staff_used = sim::Column<GemeenteId, float>(count);
    gemeenten.staff_asked = sim::Column<GemeenteId, float>(count);
    gemeenten.projects_started = sim::Column<GemeenteId, std::uint32_t>(count);
    gemeenten.experience = sim::Column<GemeenteId, float>(count);
    gemeenten.norm = sim::Column<GemeenteId, float>(count);
    gemeenten.copied = sim::Column<GemeenteId, std::uint16_t>(count);
    gemeenten.integration = sim::Column<GemeenteId, float>(
        count, static_cast<float>(start.parameters.gemeente.integration_start.value()));
    auto const operators = start.world.netbeheerders();
    auto& netbeheerders = start.state.netbeheerders;
    netbeheerders.credit =
        sim::Column<NetbeheerderId, std::array<double, limited_levels>>(operators);
    netbeheerders.workforce = sim::Column<NetbeheerderId, double>(
        operators, start.parameters.netbeheerder.workforce_2018);
    netbeheerders.past_utilisation =
        sim::Column<NetbeheerderId, std::array<float, utilisation_memory>>(operators);
    netbeheerders.stations_built = sim::Column<NetbeheerderId, std::int32_t>(operators);
    netbeheerders.job_cost = sim::Column<NetbeheerderId, std::int64_t>(operators);
    netbeheerders.gas_mains =
        gas_mains_in_use(start.world, start.parameters.world, start.state.grid);
    for (std::size_t r = 0; r < rules; ++r) {
        start.state.rijk.rule[r].work_left =
            static_cast<float>(sim::in_fte_years(rule.national_work[r]));
    }
}

} // namespace

State start_state(World const& world, Parameters const& parameters, sim::Seed seed) {
    return start_state(world, parameters, make_load_table(parameters.grid, parameters.heat), seed);
}

State start_state(World const& world, Parameters const& parameters, LoadTable const& loads,
                  sim::Seed seed) {
    State state;
    Start const start{world, parameters, seed, state, stationary_residual_life(parameters.heat)};
    state.wijken.counts = sim::Column<WijkId, Counts>(world.wijken());
    size_homes(start);
    sim::for_each_chunk(world.wijken(), wijken_at_a_time, [&](std::size_t begin, std::size_t end) {
        for (std::size_t w = begin; w < end; ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            auto const& homes = world.geography.homes_of_wijk;
            for (auto home = homes.begin(wijk); home < homes.end(wijk); ++home) {
                settle_home(start, wijk, home);
            }
        }
    });
    count_ties(start);
    start_wijken(start);
    start_behaviour(world, parameters, state);
    start_straten(start);
    start_grid(world, parameters, loads, seed, state);
    start_installers(start);
    start_government(start);
    start_koppelkansen(world, state);
    start_skills(world, state);
    start_nets(world, parameters.warmtenet, state);
    return state;
}

} // namespace opschaling::models
