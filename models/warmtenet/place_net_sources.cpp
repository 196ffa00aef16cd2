#include "models/warmtenet/place_net_sources.hpp"

#include "models/warmtenet/lay_mains.hpp"
#include "models/world/state.hpp"
#include "models/world/world_streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace opschaling::models {

namespace {

/// What a publisher calls a source that is a well; all others give residual heat.
constexpr std::string_view geothermal_name{"Geothermie"};
constexpr double kW_per_MW{1000.0};

/// What of the power of a source this world may use: homes of its regio that are not in the world
/// have their part.
double part_for(Geography const& geography, GemeenteId gemeente) {
    return geography.regio_share[geography.regio_of_gemeente[gemeente]];
}

/// Sources of an extra table, each in the wijk of its gemeente with the nearest middle, or in the
/// first one where no middles are known. A source without power is of no use to a net.
std::vector<NetSource> sources_of_table(World const& world) {
    auto const& geography = world.geography;
    std::vector<NetSource> sources;
    for (auto const& given : world.heat_sources) {
        auto const code = std::ranges::find(geography.gemeente_codes, given.gemeente);
        if (code == geography.gemeente_codes.end() || given.capacity <= 0.0) {
            continue;
        }
        auto const gemeente = sim::id_at<GemeenteId>(
            static_cast<std::size_t>(code - geography.gemeente_codes.begin()));
        auto nearest = geography.wijken_of_gemeente.begin(gemeente);
        double least{std::numeric_limits<double>::infinity()};
        for (auto w = nearest; w < geography.wijken_of_gemeente.end(gemeente); ++w) {
            auto const& measured = geography.measured[sim::id_at<WijkId>(w)];
            auto const x = measured[Measured::rd_x];
            auto const y = measured[Measured::rd_y];
            double const apart = x && y ? std::hypot(*x - given.x, *y - given.y) : least;
            if (apart < least) {
                least = apart;
                nearest = w;
            }
        }
        if (nearest == geography.wijken_of_gemeente.end(gemeente)) {
            continue;
        }
        sources.push_back({.wijk = nearest,
                           .capacity = static_cast<float>(kW_per_MW * given.capacity *
                                                          part_for(geography, gemeente)),
                           .temperature = static_cast<float>(given.temperature),
                           .x = static_cast<float>(given.x),
                           .y = static_cast<float>(given.y),
                           .kind = given.kind == geothermal_name ? SourceKind::geothermal
                                                                 : SourceKind::residual});
    }
    return sources;
}

constexpr std::array placed_kinds{SourceKind::residual, SourceKind::geothermal};

/// What a wijk has of a warmtenet in 2018.
struct Laid {
    std::uint32_t straten{0};
    float metres{0.0F};
};

/// Straten of a wijk where homes are on a warmtenet from the start.
Laid mark_straten_on_net(World const& world, WijkId wijk, State& state) {
    auto const& geography = world.geography;
    Laid laid;
    for (auto s = geography.straten_of_wijk.begin(wijk); s < geography.straten_of_wijk.end(wijk);
         ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            if (world.dwellings.starts_on_warmtenet[sim::id_at<HomeId>(home)] != 0) {
                state.straten.pipe[straat] = Pipe::laid;
                ++laid.straten;
                laid.metres += main_in(geography, straat);
                break;
            }
        }
    }
    return laid;
}

/// Wijken beside each other that have a warmtenet in 2018 share one.
void gather_net(World const& world, WijkId first, std::vector<Laid> const& laid, State& state) {
    auto const number = static_cast<std::uint32_t>(state.nets.size());
    Net net{.first_wijk = static_cast<std::uint32_t>(first), .kind = SourceKind::residual};
    std::vector<std::uint32_t> to_visit{static_cast<std::uint32_t>(first)};
    state.wijken.net[first] = number;
    while (!to_visit.empty()) {
        auto const at = to_visit.back();
        to_visit.pop_back();
        ++net.wijken;
        net.straten += laid[at].straten;
        net.metres += laid[at].metres;
        for (auto const next : world.geography.wijk_neighbours.neighbours(at)) {
            auto const wijk = sim::id_at<WijkId>(next);
            if (laid[next].straten > 0 && state.wijken.net[wijk] == no_net) {
                state.wijken.net[wijk] = number;
                to_visit.push_back(next);
            }
        }
    }
    state.nets.push_back(net);
}

} // namespace

std::vector<NetSource> place_net_sources(World const& world,
                                         WarmtenetParameters const& parameters) {
    if (!world.heat_sources.empty()) {
        return sources_of_table(world);
    }
    std::vector<NetSource> sources;
    for (std::uint32_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        double const homes = world.geography.homes_of_wijk.count(wijk);
        for (auto const kind : placed_kinds) {
            auto const k = static_cast<std::size_t>(kind);
            sim::Dice dice{world_seed, world_streams::heat_sources, world.geography.wijk_key[wijk],
                           static_cast<std::uint32_t>(k)};
            double const expected = parameters.sources_per_million_homes[k] * homes / 1.0e6;
            if (!dice.lands_below(1.0 - std::exp(-expected))) {
                continue;
            }
            double const spread = parameters.capacity_spread[k];
            double const capacity = parameters.capacity_mean[k].canonical() *
                                    std::exp(spread * sim::normal(dice) - spread * spread / 2.0);
            sources.push_back({.wijk = w,
                               .capacity = static_cast<float>(capacity),
                               .temperature = 70.0F,
                               .kind = kind});
        }
    }
    return sources;
}

void start_nets(World const& world, WarmtenetParameters const& parameters, State& state) {
    auto const& geography = world.geography;
    state.net_sources = place_net_sources(world, parameters);
    state.wijken.net = sim::Column<WijkId, std::uint32_t>(world.wijken(), no_net);
    state.wijken.low_temperature = sim::Column<WijkId, std::uint8_t>(world.wijken(), 1);
    state.straten.pipe = sim::Column<StraatId, Pipe>(world.straten(), Pipe::none);
    state.metres_to_lay = sim::Column<RegioId, double>(world.regios());
    for (auto const& source : state.net_sources) {
        auto const gemeente = geography.gemeente_of_wijk[sim::id_at<WijkId>(source.wijk)];
        for (auto w = geography.wijken_of_gemeente.begin(gemeente);
             w < geography.wijken_of_gemeente.end(gemeente); ++w) {
            state.wijken.low_temperature[sim::id_at<WijkId>(w)] = 0;
        }
    }
    std::vector<Laid> laid(world.wijken());
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        laid[w] = mark_straten_on_net(world, sim::id_at<WijkId>(w), state);
    }
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (laid[w].straten > 0 && state.wijken.net[wijk] == no_net) {
            gather_net(world, wijk, laid, state);
        }
    }
}

} // namespace opschaling::models
