#include "models/world/lay_out_straten.hpp"

#include "models/world/world_streams.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace opschaling::models {

namespace {

struct Home {
    float where; ///< along the wijk
    std::uint8_t type;
    std::uint8_t period;
    std::uint8_t tenure;
};

/// Distance along the wijk between homes that differ by one period, type or kind of owner, in units
/// of the disorder. Assumption: period orders a wijk most, then type, then owner.
constexpr float period_step{2.0F};
constexpr float type_step{0.7F};
constexpr std::array<float, tenures> owner_step{0.6F, 0.6F, 0.0F, 0.3F};

} // namespace

std::uint32_t straten_for(std::uint32_t homes, int homes_per_straat) {
    if (homes == 0) {
        return 0;
    }
    double const straten = std::round(homes / static_cast<double>(homes_per_straat));
    return std::max(1U, static_cast<std::uint32_t>(straten));
}

void lay_out_straten(WijkId wijk, KindCounts const& kinds, Geography const& geography,
                     Dwellings& dwellings) {
    std::uint32_t const first_home = geography.homes_of_wijk.begin(wijk);
    std::uint32_t const count = geography.homes_of_wijk.count(wijk);
    std::vector<Home> homes;
    homes.reserve(count);
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        auto const tenure = static_cast<std::uint8_t>(kind % tenures);
        auto const period = static_cast<std::uint8_t>(kind / tenures % building_periods);
        auto const type = static_cast<std::uint8_t>(kind / tenures / building_periods);
        float const where = period_step * static_cast<float>(period) +
                            type_step * static_cast<float>(type) + owner_step[tenure];
        for (std::uint32_t i = 0; i < kinds[kind]; ++i) {
            auto const key = geography.homes_key[wijk] + static_cast<std::uint32_t>(homes.size());
            sim::Dice dice{world_seed, world_streams::places_in_straat, key, 0};
            homes.push_back({where + static_cast<float>(dice.uniform()), type, period, tenure});
        }
    }
    sim::expects(homes.size() == count, "every home of a buurt gets a place");
    std::ranges::stable_sort(homes, {}, &Home::where);

    std::uint32_t const straten = geography.straten_of_wijk.count(wijk);
    for (std::uint32_t straat = 0; straat < straten; ++straat) {
        auto const begin = part_start(count, straten, straat);
        auto const end = part_start(count, straten, straat + 1);
        std::ranges::stable_sort(std::span{homes}.subspan(begin, end - begin), {}, &Home::tenure);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        auto const home = sim::id_at<HomeId>(first_home + i);
        dwellings.shape[home] = plain_shape(static_cast<DwellingType>(homes[i].type));
        dwellings.period[home] = static_cast<BuildingPeriod>(homes[i].period);
        dwellings.tenure[home] = static_cast<Tenure>(homes[i].tenure);
    }
}

} // namespace opschaling::models
