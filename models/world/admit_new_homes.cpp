#include "models/world/admit_new_homes.hpp"

#include "models/world/fit_marginals.hpp"
#include "models/world/home_keys.hpp"
#include "models/world/world_streams.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

constexpr std::size_t years{6};

struct NewStraat {
    std::uint32_t lot;
    std::uint32_t straat;
};

bool is_recent(Dwellings const& dwellings, std::uint32_t home) {
    return dwellings.period[sim::id_at<HomeId>(home)] == BuildingPeriod::since_2005;
}

/// Homes that enter in each quarter, by number of the quarter; the sums of the years are exact.
std::array<std::uint32_t, last_entry + 1U> entries_by_quarter(double per_year, double available) {
    auto const total = static_cast<std::uint32_t>(
        std::llround(std::min(per_year * static_cast<double>(years), available)));
    std::vector<double> const equal(years, 1.0);
    auto const by_year = apportion(equal, total);
    std::array<std::uint32_t, last_entry + 1U> entries{};
    for (std::size_t year = 0; year < years; ++year) {
        std::size_t const first = year == 0 ? 1 : 4 * year;
        std::vector<double> const quarters(4 * year + 4 - first, 1.0);
        auto const parts = apportion(quarters, by_year[year]);
        std::ranges::copy(parts, entries.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return entries;
}

} // namespace

void admit_new_homes(WorldParameters const& parameters, World& world) {
    auto const& geography = world.geography;
    std::vector<NewStraat> order;
    std::size_t available{0};
    for (std::uint32_t i = 0; i < world.straten(); ++i) {
        auto const straat = sim::id_at<StraatId>(i);
        std::size_t recent{0};
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            recent += is_recent(world.dwellings, home) ? 1U : 0U;
        }
        if (recent > 0) {
            available += recent;
            sim::Dice dice{world_seed, world_streams::new_homes, key_of_straat(geography, straat),
                           0};
            order.push_back({dice.word(), i});
        }
    }
    std::ranges::sort(order, [](NewStraat const& a, NewStraat const& b) {
        return a.lot != b.lot ? a.lot < b.lot : a.straat < b.straat;
    });
    auto left = entries_by_quarter(parameters.new_homes_per_year * world.share_of_country,
                                   static_cast<double>(available));
    std::uint8_t quarter{1};
    for (auto const& next : order) {
        auto const straat = sim::id_at<StraatId>(next.straat);
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            if (!is_recent(world.dwellings, home)) {
                continue;
            }
            while (quarter <= last_entry && left[quarter] == 0) {
                ++quarter;
            }
            if (quarter > last_entry) {
                return;
            }
            world.dwellings.enters[sim::id_at<HomeId>(home)] = quarter;
            --left[quarter];
        }
    }
}

} // namespace opschaling::models
