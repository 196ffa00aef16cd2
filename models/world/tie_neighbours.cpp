#include "models/world/tie_neighbours.hpp"

#include "models/world/world_streams.hpp"
#include "sim/network/write_rows.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace opschaling::models {

namespace {

constexpr std::uint32_t nobody{std::numeric_limits<std::uint32_t>::max()};

/// A home that looks for a weak tie, with the lot that orders it among the others.
struct Seeker {
    std::uint32_t lot;
    std::uint32_t home;
    Tenure tenure;
};

bool before(Seeker const& a, Seeker const& b) {
    return a.lot != b.lot ? a.lot < b.lot : a.home < b.home;
}

class Matching {
public:
    Matching(std::span<std::uint32_t const> straat_of_home, std::span<std::uint32_t> partner)
        : straat_of_home_{straat_of_home}, partner_{partner} {}

    void pair(std::uint32_t a, std::uint32_t b) {
        if (straat_of_home_[a] != straat_of_home_[b]) {
            partner_[a] = b;
            partner_[b] = a;
        }
    }

private:
    std::span<std::uint32_t const> straat_of_home_;
    std::span<std::uint32_t> partner_;
};

void match_gemeente(WorldParameters const& parameters, Geography const& geography,
                    Dwellings const& dwellings, GemeenteId gemeente, Matching& matching) {
    std::array<std::vector<Seeker>, tenures> alike;
    std::vector<Seeker> across;
    for (auto i = geography.wijken_of_gemeente.begin(gemeente);
         i < geography.wijken_of_gemeente.end(gemeente); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        auto const first = geography.homes_of_wijk.begin(wijk);
        for (auto home = first; home < geography.homes_of_wijk.end(wijk); ++home) {
            sim::Dice dice{world_seed, world_streams::weak_ties,
                           geography.homes_key[wijk] + (home - first), 0};
            if (!dice.lands_below(parameters.homes_with_weak_tie.value())) {
                continue;
            }
            bool const seeks_alike = dice.lands_below(parameters.tenure_homophily.value());
            auto const tenure = dwellings.tenure[sim::id_at<HomeId>(home)];
            auto& list = seeks_alike ? alike[static_cast<std::size_t>(tenure)] : across;
            list.push_back({dice.word(), home, tenure});
        }
    }
    for (auto& list : alike) {
        std::ranges::sort(list, before);
        for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
            matching.pair(list[i].home, list[i + 1].home);
        }
    }
    // Sorted by tenure, half the list away is another tenure unless one tenure has over half.
    std::ranges::sort(across, [](Seeker const& a, Seeker const& b) {
        return a.tenure != b.tenure ? a.tenure < b.tenure : before(a, b);
    });
    for (std::size_t i = 0; i < across.size() / 2; ++i) {
        matching.pair(across[i].home, across[i + across.size() / 2].home);
    }
}

} // namespace

sim::Graph tie_neighbours(WorldParameters const& parameters, Geography const& geography,
                          Dwellings const& dwellings) {
    std::size_t const homes = dwellings.size();
    std::size_t const gemeenten = geography.gemeente_codes.size();
    std::vector<std::uint32_t> straat_of_home(homes);
    for (std::uint32_t i = 0; i < geography.wijk_of_straat.size(); ++i) {
        auto const straat = sim::id_at<StraatId>(i);
        std::fill(straat_of_home.begin() + geography.homes_of_straat.begin(straat),
                  straat_of_home.begin() + geography.homes_of_straat.end(straat), i);
    }
    std::vector<std::uint32_t> partner(homes, nobody);
    sim::run_concurrently(gemeenten, [&](std::size_t gemeente) {
        Matching matching{straat_of_home, partner};
        match_gemeente(parameters, geography, dwellings, sim::id_at<GemeenteId>(gemeente),
                       matching);
    });

    auto const reach = static_cast<std::uint32_t>(parameters.straat_ties / 2);
    auto const straat_degree = [&](std::uint32_t size) { return std::min(2 * reach, size - 1); };
    auto const straat_of = [&](std::size_t home) {
        return sim::id_at<StraatId>(straat_of_home[home]);
    };
    return sim::write_rows(
        homes,
        [&](std::size_t home) {
            return straat_degree(geography.homes_of_straat.count(straat_of(home))) +
                   (partner[home] == nobody ? 0U : 1U);
        },
        [&](std::size_t home, std::span<std::uint32_t> row) {
            auto const begin = geography.homes_of_straat.begin(straat_of(home));
            auto const size = geography.homes_of_straat.count(straat_of(home));
            auto const place = static_cast<std::uint32_t>(home) - begin;
            std::size_t filled{0};
            if (2 * reach + 1 >= size) {
                for (std::uint32_t other = 0; other < size; ++other) {
                    if (other != place) {
                        row[filled++] = begin + other;
                    }
                }
            } else {
                for (std::uint32_t step = 1; step <= reach; ++step) {
                    row[filled++] = begin + (place + step) % size;
                    row[filled++] = begin + (place + size - step) % size;
                }
            }
            if (partner[home] != nobody) {
                row[filled++] = partner[home];
            }
            std::ranges::sort(row);
        });
}

} // namespace opschaling::models
