#include "models/world/dutch_stock.hpp"

#include "models/world/number_places.hpp"
#include "models/world/world_streams.hpp"
#include "sim/contract/expects.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::models {

namespace {

/// Tenure by type: assumption, chosen so that the national totals of G11, G12 and G17 nearly agree
/// before any fit; corporatie homes stand mostly in apartments and terraces. Only apartments can be
/// in a VvE: these zeros are structural.
constexpr std::array<TenureShares, dwelling_types> tenure_by_type{{{0.02, 0.53, 0.32, 0.13},
                                                                   {0.50, 0.00, 0.36, 0.14},
                                                                   {0.62, 0.00, 0.25, 0.13},
                                                                   {0.85, 0.00, 0.02, 0.13}}};

/// Odds of corporatie and private rent by period against the mean: assumption; corporaties built
/// most between 1945 and 1985, private landlords hold many older homes.
constexpr PeriodShares corporatie_by_period{0.6, 1.4, 1.2, 0.9, 0.8};
constexpr PeriodShares private_by_period{1.6, 0.8, 0.8, 0.9, 1.2};

/// Terraced, semi-detached and detached among single-family homes by urbanity 1 to 5: assumption,
/// with the CBS 2024 shares of single-family homes by urbanity it gives 46, 33 and 21 % (G12: 46,
/// 34, 20).
constexpr std::array<std::array<double, 3>, 5> single_family_split{{{0.66, 0.27, 0.07},
                                                                    {0.56, 0.33, 0.11},
                                                                    {0.47, 0.36, 0.17},
                                                                    {0.38, 0.37, 0.25},
                                                                    {0.24, 0.33, 0.43}}};

/// Building periods on a line from old to new, about in decades from 1975 over two.
constexpr PeriodShares age_line{-2.2, -0.9, 0.1, 1.0, 1.8};

/// How strongly a place leans to its period. Assumption: the largest period then holds over half of
/// the homes of an average buurt. Leaning widens the mean over all places; `rake_shares` undoes it.
constexpr double lean_strength{1.8};

/// Owners in apartments against what independence of owning and stacking would give (G17).
constexpr double vve_of_independence{1.2};

std::array<double, home_kinds>
spread_over_tenures(std::array<PeriodShares, dwelling_types> const& dwellings) {
    std::array<double, home_kinds> made{};
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        for (std::size_t period = 0; period < building_periods; ++period) {
            TenureShares odds = tenure_by_type[type];
            odds[2] *= corporatie_by_period[period];
            odds[3] *= private_by_period[period];
            double const sum = std::accumulate(odds.begin(), odds.end(), 0.0);
            for (std::size_t tenure = 0; tenure < tenures; ++tenure) {
                made[kind_of(type, period, tenure)] = dwellings[type][period] * odds[tenure] / sum;
            }
        }
    }
    return made;
}

} // namespace

std::array<double, home_kinds> const& national_kinds() {
    static auto const kinds = spread_over_tenures(dutch_stock::thousands);
    return kinds;
}

std::array<double, home_kinds>
kinds_of_stock(std::array<PeriodShares, dwelling_types> const& dwellings) {
    constexpr double trace{0.001};
    double counted{0.0};
    double national{0.0};
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        counted += std::accumulate(dwellings[type].begin(), dwellings[type].end(), 0.0);
        auto const& row = dutch_stock::thousands[type];
        national += std::accumulate(row.begin(), row.end(), 0.0);
    }
    auto seed = dwellings;
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        for (std::size_t period = 0; period < building_periods; ++period) {
            seed[type][period] += trace * counted * dutch_stock::thousands[type][period] / national;
        }
    }
    return spread_over_tenures(seed);
}

TypeShares types_of(double apartments, std::uint8_t urbanity) {
    sim::expects(urbanity >= 1 && urbanity <= 5, "urbanity lies between 1 and 5");
    auto const& split = single_family_split[urbanity - 1U];
    double const houses = 1.0 - apartments;
    return {apartments, houses * split[0], houses * split[1], houses * split[2]};
}

PeriodShares periods_of(TypeShares const& types, double lean) {
    PeriodShares shares{};
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        auto const& row = dutch_stock::thousands[type];
        double const homes = std::accumulate(row.begin(), row.end(), 0.0);
        for (std::size_t period = 0; period < building_periods; ++period) {
            shares[period] += types[type] * row[period] / homes;
        }
    }
    for (std::size_t period = 0; period < building_periods; ++period) {
        shares[period] *= std::exp(lean_strength * lean * age_line[period]);
    }
    double const sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) {
        share /= sum;
    }
    return shares;
}

double lean_of(std::string_view wijk_code, std::string_view buurt_code) {
    sim::Dice wijk{world_seed, world_streams::building_age, key_of_code(wijk_code), 0};
    sim::Dice buurt{world_seed, world_streams::building_age, key_of_code(buurt_code), 1};
    return std::sqrt(2.0 / 3.0) * sim::normal(wijk) + std::sqrt(1.0 / 3.0) * sim::normal(buurt);
}

TenureShares tenures_of(double owners, double apartments, double corporatie_of_rent) {
    double const in_vve =
        std::min({vve_of_independence * owners * apartments, 0.97 * owners, 0.97 * apartments});
    double const rented = 1.0 - owners;
    return {owners - in_vve, in_vve, rented * corporatie_of_rent,
            rented * (1.0 - corporatie_of_rent)};
}

} // namespace opschaling::models
