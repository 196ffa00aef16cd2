#include "models/grid/build_asset_tree.hpp"

#include "models/world/home_keys.hpp"
#include "sim/network/forest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace opschaling::models {

namespace {

/// One asset while the tree grows, level by level. `need` counts in assets of the next level.
struct Part {
    std::uint32_t key{0};
    WijkId wijk{};
    NetbeheerderId netbeheerder{};
    RegioId regio{};
    GemeenteId gemeente{};
    double need{0.0};
    float cable{0.0F};
};

using Level = std::vector<Part>;

bool first_in_place(Part const& a, Part const& b) {
    return std::pair{a.key, sim::position(a.wijk)} < std::pair{b.key, sim::position(b.wijk)};
}

/// Puts parts of one owner side by side into as many assets above as they need together, at least
/// one: a part belongs where the middle of its need falls. Gives for each part its asset's number.
void gather(std::span<Part const> parts, std::uint32_t first_below, Level& above,
            std::vector<std::uint32_t>& above_of) {
    double total{0.0};
    for (auto const& part : parts) {
        total += part.need;
    }
    double const wanted = std::max(1.0, std::round(total));
    double before{0.0};
    double last_place{-1.0};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        double const middle = (before + parts[i].need / 2.0) / std::max(total, 1.0e-9);
        double const place = std::min(std::floor(middle * wanted), wanted - 1.0);
        before += parts[i].need;
        if (place > last_place) {
            above.push_back(parts[i]);
            above.back().need = 0.0;
            above.back().cable = 0.0F;
            last_place = place;
        } else if (first_in_place(parts[i], above.back())) {
            above.back().key = parts[i].key;
            above.back().wijk = parts[i].wijk;
        }
        above_of[first_below + i] = static_cast<std::uint32_t>(above.size() - 1);
    }
}

/// Gathers runs of parts that `same` holds together; parts lie sorted.
template <typename Same>
Level gather_all(Level const& parts, std::vector<std::uint32_t>& above_of, Same const& same) {
    Level above;
    above_of.resize(parts.size());
    std::size_t begin{0};
    while (begin < parts.size()) {
        std::size_t end = begin + 1;
        while (end < parts.size() && same(parts[begin], parts[end])) {
            ++end;
        }
        gather(std::span{parts}.subspan(begin, end - begin), static_cast<std::uint32_t>(begin),
               above, above_of);
        begin = end;
    }
    return above;
}

auto place_of(Part const& part) {
    return std::tuple{part.regio, part.netbeheerder, part.gemeente};
}

/// Where a straat comes in the order: by the lowest number of its area, then of its gemeente there,
/// then by its own, so that the order in which places are stored makes no difference.
struct Row {
    std::uint32_t area{0};
    std::uint32_t gemeente{0};
    std::uint32_t straat{0};
    Part part;
};

Part part_of(Geography const& geography, StraatId straat, NetbeheerderId netbeheerder,
             WorldParameters const& parameters) {
    auto const wijk = geography.wijk_of_straat[straat];
    auto const gemeente = geography.gemeente_of_wijk[wijk];
    double const homes = geography.homes_of_straat.count(straat);
    double const street = homes * static_cast<double>(geography.main_pipe_per_home[wijk]);
    return {.key = key_of_straat(geography, straat),
            .wijk = wijk,
            .netbeheerder = netbeheerder,
            .regio = geography.regio_of_gemeente[gemeente],
            .gemeente = gemeente,
            .need = homes / parameters.homes_per_feeder,
            .cable = static_cast<float>(street * parameters.cable_per_street)};
}

/// The straten as parts in that order, and beside each its number.
Level straten_in_order(Geography const& geography,
                       sim::Column<WijkId, NetbeheerderId> const& netbeheerder,
                       WorldParameters const& parameters, std::vector<std::uint32_t>& straat_of) {
    std::vector<Row> rows;
    std::map<std::tuple<RegioId, NetbeheerderId, GemeenteId>, std::uint32_t> lowest;
    std::map<std::pair<RegioId, NetbeheerderId>, std::uint32_t> lowest_of_area;
    auto const lower = [](std::uint32_t& known, std::uint32_t key) {
        known = std::min(known, key);
    };
    for (std::uint32_t s = 0; s < geography.wijk_of_straat.size(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        auto const wijk = geography.wijk_of_straat[straat];
        rows.push_back(
            {.straat = s, .part = part_of(geography, straat, netbeheerder[wijk], parameters)});
        auto const& part = rows.back().part;
        lower(lowest.try_emplace(place_of(part), part.key).first->second, part.key);
        lower(lowest_of_area.try_emplace({part.regio, part.netbeheerder}, part.key).first->second,
              part.key);
    }
    for (auto& row : rows) {
        row.area = lowest_of_area.at({row.part.regio, row.part.netbeheerder});
        row.gemeente = lowest.at(place_of(row.part));
    }
    std::ranges::sort(rows, {}, [](Row const& row) {
        return std::tuple{row.area, row.gemeente, row.part.key};
    });
    Level parts;
    parts.reserve(rows.size());
    for (auto const& row : rows) {
        parts.push_back(row.part);
        straat_of.push_back(row.straat);
    }
    return parts;
}

} // namespace

sim::Column<WijkId, NetbeheerderId> netbeheerder_of_wijken(Geography const& geography) {
    sim::Column<WijkId, NetbeheerderId> of{geography.wijk_codes.size()};
    for (std::size_t w = 0; w < of.size(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        of[wijk] = geography.netbeheerder_of_gemeente[geography.gemeente_of_wijk[wijk]];
    }
    return of;
}

AssetTree build_asset_tree(Geography const& geography,
                           sim::Column<WijkId, NetbeheerderId> const& netbeheerder,
                           WorldParameters const& parameters) {
    std::vector<std::uint32_t> straat_of;
    auto const straten = straten_in_order(geography, netbeheerder, parameters, straat_of);
    std::array<std::vector<std::uint32_t>, grid_levels> above_of;
    std::array<Level, grid_levels> levels;

    levels[0] = gather_all(straten, above_of[0],
                           [](Part const& a, Part const& b) { return a.wijk == b.wijk; });
    std::vector<std::uint32_t> homes(levels[0].size(), 0);
    for (std::size_t i = 0; i < straten.size(); ++i) {
        auto& feeder = levels[0][above_of[0][i]];
        feeder.cable += straten[i].cable;
        homes[above_of[0][i]] +=
            geography.homes_of_straat.count(sim::id_at<StraatId>(straat_of[i]));
    }
    for (std::size_t f = 0; f < levels[0].size(); ++f) {
        auto const urbanity = geography.urbanity[levels[0][f].wijk];
        levels[0][f].need =
            homes[f] / parameters.homes_per_station[std::clamp<std::size_t>(urbanity, 1, 5) - 1];
    }
    levels[1] = gather_all(levels[0], above_of[1],
                           [](Part const& a, Part const& b) { return place_of(a) == place_of(b); });
    for (auto& station : levels[1]) {
        station.need = 1.0 / parameters.stations_per_string;
    }
    levels[2] = gather_all(levels[1], above_of[2],
                           [](Part const& a, Part const& b) { return place_of(a) == place_of(b); });
    for (auto& string : levels[2]) {
        string.need = 1.0 / parameters.strings_per_substation;
    }
    auto const same_area = [](Part const& a, Part const& b) {
        return a.regio == b.regio && a.netbeheerder == b.netbeheerder;
    };
    levels[3] = gather_all(levels[2], above_of[3], same_area);
    levels[4] = gather_all(levels[3], above_of[4], same_area); // needs nothing: one for the area

    AssetTree tree;
    for (std::size_t level = 0; level < grid_levels; ++level) {
        tree.first[level + 1] =
            tree.first[level] + static_cast<std::uint32_t>(levels[level].size());
    }
    tree.feeder_of_straat = sim::Column<StraatId, AssetId>(straten.size());
    for (std::size_t i = 0; i < straten.size(); ++i) {
        tree.feeder_of_straat[sim::id_at<StraatId>(straat_of[i])] =
            sim::id_at<AssetId>(above_of[0][i]);
    }
    std::vector<std::uint32_t> above;
    for (std::size_t level = 0; level < grid_levels; ++level) {
        for (std::size_t i = 0; i < levels[level].size(); ++i) {
            auto const& part = levels[level][i];
            above.push_back(level + 1 < grid_levels
                                ? tree.first[level + 1] + above_of[level + 1][i]
                                : tree.first[level] + static_cast<std::uint32_t>(i));
            tree.netbeheerder.storage().push_back(part.netbeheerder);
            tree.wijk.storage().push_back(part.wijk);
            tree.key.storage().push_back(part.key);
            tree.cable.storage().push_back(level == 0 ? part.cable : 0.0F);
        }
    }
    tree.below = sim::build_forest(above).below;
    for (auto const one : above) {
        tree.above.storage().push_back(sim::id_at<AssetId>(one));
    }
    return tree;
}

} // namespace opschaling::models
