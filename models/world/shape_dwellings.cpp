#include "models/world/shape_dwellings.hpp"

#include "models/world/home_keys.hpp"
#include "models/world/world_streams.hpp"

namespace opschaling::models {

namespace {

constexpr std::uint32_t of_straat{0};
constexpr std::uint32_t of_home{1};

bool lands_below(std::uint32_t key, std::uint32_t which, double share) {
    return sim::Dice{world_seed, world_streams::dwelling_shapes, key, which}.uniform() < share;
}

} // namespace

void shape_dwellings(WorldParameters const& parameters, WijkId wijk, Geography const& geography,
                     Dwellings& dwellings) {
    auto const urbanity = geography.urbanity[wijk] - std::size_t{1};
    double const high = parameters.high_flats[urbanity].value();
    double const ends = parameters.ends_of_terraces[urbanity].value();
    auto const first_home = geography.homes_of_wijk.begin(wijk);
    auto const first_key = geography.homes_key[wijk];
    for (auto s = geography.straten_of_wijk.begin(wijk); s < geography.straten_of_wijk.end(wijk);
         ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        bool const is_high = lands_below(key_of_straat(geography, straat), of_straat, high);
        for (auto home = geography.homes_of_straat.begin(straat);
             home < geography.homes_of_straat.end(straat); ++home) {
            auto& shape = dwellings.shape[sim::id_at<HomeId>(home)];
            if (shape == DwellingShape::low_flat && is_high) {
                shape = DwellingShape::high_flat;
            } else if (shape == DwellingShape::semi_detached &&
                       lands_below(first_key + (home - first_home), of_home, ends)) {
                shape = DwellingShape::end_of_terrace;
            }
        }
    }
}

} // namespace opschaling::models
