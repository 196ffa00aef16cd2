#include "models/world/synthesise_places.hpp"

#include "models/world/dutch_stock.hpp"
#include "models/world/synthetic_regios.hpp"
#include "models/world/world_streams.hpp"
#include "sim/contract/expects.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

namespace opschaling::models::synthetic {

namespace {

constexpr std::size_t gemeenten{342};

struct Knot {
    double rank;
    double homes;
};

/// Straight between the knots on the logarithm of homes.
template <std::size_t N>
double size_at(std::array<Knot, N> const& knots, double rank) {
    std::size_t i{1};
    while (i + 1 < N && rank > knots[i].rank) {
        ++i;
    }
    double const part = (rank - knots[i - 1].rank) / (knots[i].rank - knots[i - 1].rank);
    return knots[i - 1].homes * std::pow(knots[i].homes / knots[i - 1].homes, part);
}

/// G6, below the 5 % point down to the smallest gemeente of 2024 (565 homes).
constexpr std::array<Knot, 6> gemeente_sizes{
    {{0.0, 565}, {0.05, 4639}, {0.25, 9032}, {0.50, 13464}, {0.75, 22204}, {0.95, 64236}}};
constexpr double largest_gemeente{453'940.0};

/// G5 at 50, 90 and 95 %; the other points from CBS Kerncijfers wijken en buurten 2024.
constexpr std::array<Knot, 10> buurt_sizes{{{0.0, 5},
                                            {0.05, 15},
                                            {0.10, 30},
                                            {0.25, 95},
                                            {0.50, 319},
                                            {0.75, 805},
                                            {0.90, 1535},
                                            {0.95, 2142},
                                            {0.99, 3680},
                                            {1.0, 8000}}};

/// The part of a buurt's size that follows from how urban its gemeente is (correlation).
constexpr double size_follows_gemeente{0.35};
/// Buurten with homes in the whole country: 13,967 in CBS 2024, somewhat fewer here so that their
/// median size stays near G5 too.
constexpr std::size_t wanted_buurten{13'500};
constexpr std::uint32_t smallest_buurt{5}; // CBS rounds to 5 and blanks what is less
/// Buurten in a CBS wijk: 14,574 in 3,393 (CBS 2024).
constexpr std::size_t buurten_in_wijk{4};

/// Homes of the gemeenten, largest first. The tail above G6's 95 % point is as steep as the total
/// G10 asks.
std::vector<std::uint32_t> sizes_of_gemeenten() {
    auto const sizes = [](double steepness) {
        std::vector<double> made(gemeenten);
        for (std::size_t i = 0; i < gemeenten; ++i) {
            double const rank = (static_cast<double>(gemeenten - i) - 0.5) / gemeenten;
            double const tail_rank = std::pow(std::max(0.0, (rank - 0.95) / 0.05), steepness);
            made[i] = rank <= 0.95
                          ? size_at(gemeente_sizes, rank)
                          : gemeente_sizes.back().homes *
                                std::pow(largest_gemeente / gemeente_sizes.back().homes, tail_rank);
        }
        made.front() = largest_gemeente;
        return made;
    };
    double low{0.05};
    double high{20.0};
    for (int i = 0; i < 60; ++i) {
        double const middle = 0.5 * (low + high);
        auto const made = sizes(middle);
        double const total = std::accumulate(made.begin(), made.end(), 0.0);
        (total > dutch_stock::homes ? low : high) = middle;
    }
    std::vector<std::uint32_t> whole;
    for (double const size : sizes(0.5 * (low + high))) {
        whole.push_back(static_cast<std::uint32_t>(std::llround(size)));
    }
    return whole;
}

/// Regio of each gemeente, by rank of size: the seats of the largest, the rest by lot over the
/// seats that are left.
std::vector<std::uint32_t> seat_gemeenten(sim::Seed seed) {
    std::array<int, regios.size()> left{};
    for (std::size_t i = 0; i < regios.size(); ++i) {
        left[i] = regios[i].gemeenten;
    }
    std::vector<std::uint32_t> regio_of;
    for (auto const regio : seats_of_largest) {
        regio_of.push_back(regio);
        --left[regio];
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lots;
    for (std::uint32_t regio = 0; regio < regios.size(); ++regio) {
        sim::expects(left[regio] >= 0, "no regio has more seats than gemeenten");
        sim::Dice dice{seed, world_streams::gemeente_regios, regio, 0};
        for (int i = 0; i < left[regio]; ++i) {
            lots.emplace_back(dice.word(), regio);
        }
    }
    std::ranges::sort(lots);
    for (auto const& [lot, regio] : lots) {
        regio_of.push_back(regio);
    }
    sim::expects(regio_of.size() == gemeenten, "every gemeente has a regio");
    return regio_of;
}

std::string digits(std::size_t value, std::size_t width) {
    std::string const text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

/// Two signs, 00 to ZZ, as CBS numbers the wijken of a large gemeente.
std::string two_signs(std::size_t value) {
    constexpr std::string_view signs{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
    return {signs[value / signs.size()], signs[value % signs.size()]};
}

Operator operator_of(Regio const& regio, int rank_in_regio) {
    int const from = regio.gemeenten / 2;
    return rank_in_regio >= from && rank_in_regio < from + regio.small_gemeenten
               ? regio.small_operator
               : regio.main;
}

struct DrawnBuurt {
    std::uint32_t homes;
    double size_rank; ///< standard normal over the country, roughly
};

/// Buurten drawn one after the other until they hold the homes of the gemeente; `shift` moves the
/// ranks of all.
std::vector<DrawnBuurt> draw_buurten(sim::Seed seed, std::uint32_t gemeente, std::uint32_t homes,
                                     double urban, double shift) {
    sim::Dice dice{seed, world_streams::buurt_sizes, gemeente, 0};
    double const own_part = std::sqrt(1.0 - size_follows_gemeente * size_follows_gemeente);
    std::vector<DrawnBuurt> drawn;
    for (std::uint32_t left = homes; left > 0;) {
        double const size_rank =
            shift + size_follows_gemeente * urban + own_part * sim::normal(dice);
        double const rank = 0.5 * std::erfc(-size_rank / std::sqrt(2.0));
        auto size = static_cast<std::uint32_t>(std::llround(size_at(buurt_sizes, rank)));
        size = left < size + smallest_buurt ? left : size;
        left -= size;
        drawn.push_back({size, size_rank});
    }
    return drawn;
}

void name_buurten(std::uint32_t gemeente, std::vector<DrawnBuurt> const& drawn, Places& places) {
    std::string const number = places.table.gemeenten[gemeente].code.substr(2);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        std::string const wijk = number + two_signs(i / buurten_in_wijk);
        std::string const code = wijk + digits(i % buurten_in_wijk, 2);
        BuurtRow buurt;
        buurt.code.append("BU").append(code);
        buurt.name.append("Buurt ").append(digits(gemeente + 1, 3)).append("-").append(code, 4);
        buurt.wijk_code.append("WK").append(wijk);
        buurt.gemeente = gemeente;
        buurt.homes = drawn[i].homes;
        places.table.buurten.push_back(std::move(buurt));
        places.size_of_buurt.push_back(drawn[i].size_rank);
    }
}

/// Divides the gemeenten into buurten; the shift of all ranks is the one that gives the wanted
/// number of buurten, for more of them fit into gemeenten that have small ones.
void add_buurten(sim::Seed seed, std::vector<std::uint32_t> const& homes, Places& places) {
    auto const draw = [&](std::uint32_t gemeente, double shift) {
        return draw_buurten(seed, gemeente, homes[gemeente], places.urban_of_gemeente[gemeente],
                            shift);
    };
    double low{-1.0};
    double high{1.0};
    for (int round = 0; round < 20; ++round) {
        double const middle = 0.5 * (low + high);
        std::size_t buurten{0};
        for (std::uint32_t gemeente = 0; gemeente < homes.size(); ++gemeente) {
            buurten += draw(gemeente, middle).size();
        }
        (buurten > wanted_buurten ? low : high) = middle;
    }
    for (std::uint32_t gemeente = 0; gemeente < homes.size(); ++gemeente) {
        name_buurten(gemeente, draw(gemeente, 0.5 * (low + high)), places);
    }
}

} // namespace

Places synthesise_places(std::uint32_t seed_number) {
    sim::Seed const seed{.study = seed_number, .replication = 0};
    Places places;
    auto& table = places.table;
    table.synthetic = true;
    for (std::size_t i = 0; i < regios.size(); ++i) {
        table.regios.push_back({"RES" + digits(i + 1, 2), std::string{regios[i].name}});
    }
    for (auto const& [code, name] : operators) {
        table.netbeheerders.push_back({std::string{code}, std::string{name}});
    }
    auto const sizes = sizes_of_gemeenten();
    std::vector<std::uint32_t> homes; // of each gemeente, in the order of the table
    auto const regio_of = seat_gemeenten(seed);
    for (std::uint32_t regio = 0; regio < regios.size(); ++regio) {
        int rank_in_regio{0};
        for (std::size_t rank = 0; rank < gemeenten; ++rank) {
            if (regio_of[rank] != regio) {
                continue;
            }
            auto const number = static_cast<std::uint32_t>(table.gemeenten.size());
            table.gemeenten.push_back(
                {// 2001 and up: CBS had dealt out no number above 1992 in 2024.
                 .code = "GM" + std::to_string(2001 + number),
                 .name = "Gemeente " + digits(number + 1, 3),
                 .regio = regio,
                 .netbeheerder =
                     static_cast<std::uint32_t>(operator_of(regios[regio], rank_in_regio)),
                 .regio_known = true,
                 .netbeheerder_known = true});
            sim::Dice dice{seed, world_streams::gemeente_character, number, 0};
            double const size_rank =
                sim::normal_quantile((static_cast<double>(gemeenten - rank) - 0.5) / gemeenten);
            places.urban_of_gemeente.push_back(0.8 * size_rank + 0.6 * sim::normal(dice));
            homes.push_back(sizes[rank]);
            ++rank_in_regio;
        }
    }
    add_buurten(seed, homes, places);
    return places;
}

} // namespace opschaling::models::synthetic
