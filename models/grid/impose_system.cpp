#include "models/grid/impose_system.hpp"

#include "models/installer/install.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace opschaling::models {

namespace {

struct Lot {
    std::uint32_t substation;
    std::uint32_t lot;
    std::uint32_t key;
    WijkId wijk;
};

std::vector<Lot> draw_lots(World const& world, sim::Seed seed) {
    std::vector<Lot> lots;
    auto const& tree = world.grid;
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (world.geography.straten_of_wijk.count(wijk) == 0) {
            continue;
        }
        auto const straat = sim::id_at<StraatId>(world.geography.straten_of_wijk.begin(wijk));
        auto const station = tree.station_of_straat(straat);
        auto const substation = tree.above[tree.above[station]];
        auto const key = world.geography.wijk_key[wijk];
        sim::Dice dice{seed, stream::imposed_wijk, key, 0};
        lots.push_back({tree.key[substation], dice.word(), key, wijk});
    }
    std::ranges::sort(lots, [](Lot const& a, Lot const& b) {
        return std::tuple{a.substation, a.lot, a.key} < std::tuple{b.substation, b.lot, b.key};
    });
    return lots;
}

void impose_in(Turn& turn, WijkId wijk, HeatingSystem system, int now) {
    auto const& geography = turn.world.geography;
    for (auto s = geography.straten_of_wijk.begin(wijk); s < geography.straten_of_wijk.end(wijk);
         ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            auto const id = sim::id_at<HomeId>(home);
            auto const bits = turn.state.homes.progress[id];
            bool const free = (bits & progress::present) != 0 &&
                              (bits & (progress::waiting | progress::signed_up)) == 0;
            if (free && turn.state.homes.heating[id] != system) {
                ++turn.state.wijken.counts[wijk].asked;
                install(turn, wijk,
                        {.home = home,
                         .straat = s,
                         .asked = static_cast<std::uint16_t>(now),
                         .option = system},
                        now);
            }
        }
    }
}

} // namespace

std::vector<WijkId> imposed_wijken(World const& world, sim::Seed seed, double share) {
    auto const lots = draw_lots(world, seed);
    std::vector<WijkId> picked;
    std::size_t begin{0};
    while (begin < lots.size()) {
        std::size_t end{begin};
        while (end < lots.size() && lots[end].substation == lots[begin].substation) {
            ++end;
        }
        auto const count =
            static_cast<std::size_t>(std::llround(share * static_cast<double>(end - begin)));
        for (std::size_t i = begin; i < begin + count; ++i) {
            picked.push_back(lots[i].wijk);
        }
        begin = end;
    }
    std::ranges::sort(picked);
    return picked;
}

void impose_system(Turn& turn, sim::Quarter quarter) {
    auto const& grid = turn.parameters.grid;
    if (grid.imposed_share.value() <= 0.0 || quarter.of_year() != 1 ||
        quarter.year() != grid.imposed_from) {
        return;
    }
    auto const system = static_cast<HeatingSystem>(grid.imposed_system);
    auto const picked = imposed_wijken(turn.world, turn.seed, grid.imposed_share.value());
    auto const& geography = turn.world.geography;
    // Ties and stations lie within a gemeente and crews within a RES-regio, which counts what they
    // installed: regio's can go at the same time.
    sim::for_each_chunk(turn.world.regios(), 1, [&](std::size_t regio, std::size_t) {
        for (auto const wijk : picked) {
            if (geography.regio_of_gemeente[geography.gemeente_of_wijk[wijk]] ==
                sim::id_at<RegioId>(regio)) {
                impose_in(turn, wijk, system, quarter.index());
            }
        }
    });
}

} // namespace opschaling::models
