#include "models/world/place_warmtenet.hpp"

#include "models/world/home_keys.hpp"
#include "models/world/world_streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double most_of_a_wijk{0.7};
constexpr double chance_in_wijk{0.8};   // standard deviation, against scores of about one
constexpr double chance_in_straat{0.2}; // the same

struct Candidate {
    double score;
    std::uint32_t number;
};

void best_first(std::vector<Candidate>& candidates) {
    std::ranges::sort(candidates, [](Candidate const& a, Candidate const& b) {
        return a.score != b.score ? a.score > b.score : a.number < b.number;
    });
}

/// Stacked and corporatie homes as parts of the homes from begin to end: 0 to 2.
double stacked_and_social(Dwellings const& dwellings, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t count{0};
    for (auto home = begin; home < end; ++home) {
        auto const id = sim::id_at<HomeId>(home);
        count += dwellings.type(id) == DwellingType::apartment ? 1U : 0U;
        count += dwellings.tenure[id] == Tenure::corporatie ? 1U : 0U;
    }
    return count / static_cast<double>(end - begin);
}

std::vector<Candidate> rank_wijken(World const& world) {
    auto const& geography = world.geography;
    std::vector<Candidate> wijken;
    for (std::uint32_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        auto const begin = geography.homes_of_wijk.begin(wijk);
        auto const end = geography.homes_of_wijk.end(wijk);
        if (begin < end) {
            sim::Dice dice{world_seed, world_streams::warmtenet_places, geography.wijk_key[wijk],
                           0};
            double const density = std::max(1.0F, geography.address_density[wijk]);
            wijken.push_back({std::log(density) + stacked_and_social(world.dwellings, begin, end) +
                                  chance_in_wijk * sim::normal(dice),
                              i});
        }
    }
    best_first(wijken);
    return wijken;
}

std::vector<Candidate> rank_straten(World const& world, WijkId wijk) {
    auto const& geography = world.geography;
    std::vector<Candidate> straten;
    for (auto i = geography.straten_of_wijk.begin(wijk); i < geography.straten_of_wijk.end(wijk);
         ++i) {
        auto const straat = sim::id_at<StraatId>(i);
        sim::Dice dice{world_seed, world_streams::warmtenet_places,
                       key_of_straat(geography, straat), 1};
        straten.push_back(
            {stacked_and_social(world.dwellings, geography.homes_of_straat.begin(straat),
                                geography.homes_of_straat.end(straat)) +
                 chance_in_straat * sim::normal(dice),
             i});
    }
    best_first(straten);
    return straten;
}

/// Connects the homes of a straat, standing ones up to `most`; gives how many standing ones it did.
long long connect(StraatId straat, long long most, World& world) {
    auto const& homes = world.geography.homes_of_straat;
    auto& dwellings = world.dwellings;
    long long connected{0};
    for (auto home = homes.begin(straat); home < homes.end(straat); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        bool const stands = dwellings.enters[id] == 0;
        if (stands && connected >= most) {
            break;
        }
        dwellings.starts_on_warmtenet[id] = 1;
        connected += stands ? 1 : 0;
    }
    return connected;
}

long long standing_in(World const& world, WijkId wijk) {
    auto const& homes = world.geography.homes_of_wijk;
    long long standing{0};
    for (auto home = homes.begin(wijk); home < homes.end(wijk); ++home) {
        standing += world.dwellings.enters[sim::id_at<HomeId>(home)] == 0 ? 1 : 0;
    }
    return standing;
}

/// As many standing homes as the measured share of the wijk makes, to the home.
void connect_measured(WijkId wijk, double share, World& world) {
    auto left = std::llround(share * static_cast<double>(standing_in(world, wijk)));
    for (auto const& candidate : rank_straten(world, wijk)) {
        if (left <= 0) {
            return;
        }
        left -= connect(sim::id_at<StraatId>(candidate.number), left, world);
    }
}

} // namespace

void place_warmtenet(WorldParameters const& parameters, World& world) {
    auto const& geography = world.geography;
    long long without_figure{0};
    for (std::uint32_t i = 0; i < world.wijken(); ++i) {
        auto const wijk = sim::id_at<WijkId>(i);
        if (auto const share = geography.measured[wijk][Measured::warmtenet_share]) {
            connect_measured(wijk, *share, world);
        } else {
            without_figure += standing_in(world, wijk);
        }
    }
    auto left =
        std::llround(parameters.warmtenet_share_2018.value() * static_cast<double>(without_figure));
    for (auto const& [score, number] : rank_wijken(world)) {
        auto const wijk = sim::id_at<WijkId>(number);
        if (geography.measured[wijk][Measured::warmtenet_share]) {
            continue;
        }
        auto room = static_cast<std::uint32_t>(
            std::ceil(most_of_a_wijk * geography.homes_of_wijk.count(wijk)));
        for (auto const& candidate : rank_straten(world, wijk)) {
            if (left <= 0) {
                return;
            }
            auto const straat = sim::id_at<StraatId>(candidate.number);
            auto const homes = geography.homes_of_straat.count(straat);
            if (homes > room) {
                break;
            }
            room -= homes;
            left -= connect(straat, homes, world);
        }
    }
}

} // namespace opschaling::models
