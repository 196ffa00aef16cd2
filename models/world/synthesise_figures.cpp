#include "models/world/synthesise_figures.hpp"

#include "models/world/dutch_stock.hpp"
#include "models/world/number_places.hpp"
#include "models/world/rake_shares.hpp"
#include "models/world/world_streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace opschaling::models::synthetic {

namespace {

struct Knot {
    double rank;
    double density;
};

/// Addresses per km2 over buurten: CBS Kerncijfers wijken en buurten 2024.
constexpr std::array<Knot, 15> densities{{{0.0, 2},
                                          {0.01, 14},
                                          {0.05, 36},
                                          {0.10, 60},
                                          {0.20, 130},
                                          {0.30, 248},
                                          {0.40, 474},
                                          {0.50, 792},
                                          {0.60, 1139},
                                          {0.70, 1522},
                                          {0.80, 2027},
                                          {0.90, 2890},
                                          {0.95, 3921},
                                          {0.99, 8158},
                                          {1.0, 12589}}};

double density_at(double rank) {
    std::size_t i{1};
    while (i + 1 < densities.size() && rank > densities[i].rank) {
        ++i;
    }
    auto const& [r0, d0] = densities[i - 1];
    auto const& [r1, d1] = densities[i];
    return d0 * std::pow(d1 / d0, (rank - r0) / (r1 - r0));
}

/// CBS, definition of stedelijkheid.
std::uint8_t urbanity_at(double density) {
    constexpr std::array limits{2500.0, 1500.0, 1000.0, 500.0};
    return static_cast<std::uint8_t>(
        1 + std::ranges::count_if(limits, [&](double limit) { return density < limit; }));
}

/// What a buurt has of its own and of its CBS wijk: standard normal each.
struct Character {
    double density;
    double apartments_of_wijk;
    double apartments;
    double owners_of_wijk;
    double owners;
    double rent_of_wijk;
    double income_of_wijk;
    double woz;
};

Character character_of(sim::Seed seed, BuurtRow const& buurt) {
    sim::Dice wijk{seed, world_streams::wijk_character, key_of_code(buurt.wijk_code), 0};
    sim::Dice own{seed, world_streams::buurt_character, key_of_code(buurt.code), 0};
    Character character{};
    double const density_of_wijk = sim::normal(wijk);
    character.apartments_of_wijk = sim::normal(wijk);
    character.owners_of_wijk = sim::normal(wijk);
    character.rent_of_wijk = sim::normal(wijk);
    character.income_of_wijk = sim::normal(wijk);
    character.density = std::sqrt(0.5) * density_of_wijk + std::sqrt(0.5) * sim::normal(own);
    character.apartments = sim::normal(own);
    character.owners = sim::normal(own);
    character.woz = sim::normal(own);
    return character;
}

/// The level at which the mean of `share(level, buurt)` over all homes is `target`; the share rises
/// with the level.
double level_for(std::vector<BuurtRow> const& buurten, double target,
                 std::function<double(double, std::size_t)> const& share) {
    double low{-15.0};
    double high{15.0};
    double homes{0.0};
    for (auto const& buurt : buurten) {
        homes += buurt.homes;
    }
    for (int round = 0; round < 50; ++round) {
        double const middle = 0.5 * (low + high);
        double sum{0.0};
        for (std::size_t i = 0; i < buurten.size(); ++i) {
            sum += buurten[i].homes * share(middle, i);
        }
        (sum < target * homes ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

void set_densities(Places& places, std::vector<Character> const& characters) {
    auto& buurten = places.table.buurten;
    std::vector<double> where(buurten.size());
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        // Assumption: how dense a buurt is follows its gemeente, its own number of homes and the
        // rest in about equal parts.
        where[i] = 0.55 * places.urban_of_gemeente[buurten[i].gemeente] +
                   0.42 * places.size_of_buurt[i] + 0.65 * characters[i].density;
    }
    std::vector<std::size_t> order(buurten.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return where[i]; });
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        auto& buurt = buurten[order[rank]];
        buurt.address_density =
            density_at((static_cast<double>(rank) + 0.5) / static_cast<double>(order.size()));
        buurt.urbanity = urbanity_at(buurt.address_density);
        // Address density counts the surroundings too: a buurt's own land is somewhat less dense.
        buurt.land_area =
            std::clamp(100.0 * buurt.homes / (0.8 * buurt.address_density), 1.0, 12'000.0);
    }
}

} // namespace

void synthesise_figures(std::uint32_t seed_number, Places& places) {
    sim::Seed const seed{.study = seed_number, .replication = 0};
    auto& buurten = places.table.buurten;
    std::vector<Character> characters;
    characters.reserve(buurten.size());
    for (auto const& buurt : buurten) {
        characters.push_back(character_of(seed, buurt));
    }
    set_densities(places, characters);

    // The slopes and spreads below are assumptions, set so that apartments by urbanity and owners
    // by wijk spread as in CBS 2024 and G11; the levels are solved for the national means.
    auto const apartments = [&](double level, std::size_t i) {
        auto const& c = characters[i];
        return 0.03 + 0.97 * sim::logistic(level + 1.4 * std::log(buurten[i].address_density) +
                                           0.5 * c.apartments_of_wijk + 0.7 * c.apartments);
    };
    double const apartment_level = level_for(buurten, dutch_stock::types[0], apartments);
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        buurten[i].type_shares = types_of(apartments(apartment_level, i), buurten[i].urbanity);
        buurten[i].period_shares =
            periods_of(buurten[i].type_shares, lean_of(buurten[i].wijk_code, buurten[i].code));
    }
    rake_shares(buurten, &BuurtRow::type_shares, dutch_stock::types);
    rake_shares(buurten, &BuurtRow::period_shares, dutch_stock::periods);

    auto const owners = [&](double level, std::size_t i) {
        auto const& c = characters[i];
        return sim::logistic(level - 2.0 * buurten[i].type_shares[0] -
                             0.25 * std::log(buurten[i].address_density) + 0.60 * c.owners_of_wijk +
                             0.4 * c.owners);
    };
    auto const corporatie = [&](double level, std::size_t i) {
        return sim::logistic(level + 0.6 * characters[i].rent_of_wijk);
    };
    double const owner_level =
        level_for(buurten, dutch_stock::tenures[0] + dutch_stock::tenures[1], owners);
    double const rent_level = level_for(
        buurten, dutch_stock::tenures[2] / (dutch_stock::tenures[2] + dutch_stock::tenures[3]),
        corporatie);
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        buurten[i].tenure_shares = tenures_of(owners(owner_level, i), buurten[i].type_shares[0],
                                              corporatie(rent_level, i));
    }
    rake_shares(buurten, &BuurtRow::tenure_shares, dutch_stock::tenures);

    auto const low_income = [&](double level, std::size_t i) {
        double const owned = buurten[i].tenure_shares[0] + buurten[i].tenure_shares[1];
        return sim::logistic(level - 0.8 * owned + 0.15 * characters[i].income_of_wijk);
    };
    double const income_level = level_for(buurten, dutch_stock::low_income_share, low_income);
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        auto& buurt = buurten[i];
        buurt.low_income_share = low_income(income_level, i);
        // Thousand euro; median about 400 as CBS 2024, dearer with houses apart and less low
        // income.
        buurt.woz_value =
            395.0 * std::exp(0.9 * (buurt.type_shares[3] - 0.13) -
                             1.5 * (buurt.low_income_share - 0.397) + 0.22 * characters[i].woz);
        buurt.origins.fill(FigureOrigin::synthetic);
    }
}

} // namespace opschaling::models::synthetic
