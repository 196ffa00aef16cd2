#include "analysis/effects/exact_game.hpp"
#include "analysis/effects/telescope.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <numeric>

using namespace opschaling;
using namespace opschaling::analysis;
using Catch::Matchers::WithinAbs;

namespace {

/// A game whose dividends are drawn: a polynomial of some degree in who takes part.
Worths drawn_dividends(std::size_t players, int degree, std::uint32_t seed) {
    Worths drawn(std::size_t{1} << players, 0.0);
    for (std::size_t coalition = 0; coalition < drawn.size(); ++coalition) {
        if (std::popcount(coalition) <= degree) {
            sim::Dice dice{
                {.study = seed}, sim::Stream{1}, static_cast<std::uint32_t>(coalition), 0};
            drawn[coalition] = 10.0 * dice.uniform() - 5.0;
        }
    }
    return drawn;
}

/// Sums of dividends over subsets, the slow way round.
Worths worths_of(Worths const& dividends) {
    Worths worths(dividends.size(), 0.0);
    for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
        for (std::size_t part = 0; part < worths.size(); ++part) {
            if ((part & coalition) == part) {
                worths[coalition] += dividends[part];
            }
        }
    }
    return worths;
}

/// V(p), by weighing each coalition with its chance.
double weighed_worth(Worths const& worths, double p) {
    auto const players = static_cast<int>(players_of(worths));
    double expected{0.0};
    for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
        int const taking_part = std::popcount(coalition);
        expected +=
            std::pow(p, taking_part) * std::pow(1.0 - p, players - taking_part) * worths[coalition];
    }
    return expected;
}

/// Each dividend shared equally among the players who make it; what of it falls to a player, and
/// to a pair with the first player.
struct Shared {
    double to_player{0.0};
    double to_pair{0.0};
};

Shared share_out(Worths const& dividends, std::size_t player) {
    Shared shared;
    for (std::size_t coalition = 0; coalition < dividends.size(); ++coalition) {
        auto const size = std::popcount(coalition);
        if (((coalition >> player) & 1U) == 0) {
            continue;
        }
        shared.to_player += dividends[coalition] / size;
        if (player > 0 && (coalition & 1U) != 0) {
            shared.to_pair += dividends[coalition] / (size - 1);
        }
    }
    return shared;
}

double sum(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

TEST_CASE("dividends come back from the worths of polynomial games of up to twelve players",
          "[analysis][effects]") {
    for (std::size_t const players : {1U, 4U, 7U, 12U}) {
        auto const drawn = drawn_dividends(players, 3, 5);
        auto const found = dividends(worths_of(drawn));
        for (std::size_t coalition = 0; coalition < drawn.size(); ++coalition) {
            REQUIRE_THAT(found[coalition], WithinAbs(drawn[coalition], 1e-9));
        }
    }
}

TEST_CASE("the whole less its parts is the sum of the orders from two on", "[analysis][effects]") {
    for (int const degree : {1, 2, 4}) {
        auto const worths = worths_of(drawn_dividends(12, degree, 7));
        auto const masses = order_masses(dividends(worths));
        double const higher = std::accumulate(masses.begin() + 2, masses.end(), 0.0);
        CHECK_THAT(non_additivity(worths), WithinAbs(higher, 1e-9));
        if (degree == 1) {
            CHECK_THAT(higher, WithinAbs(0.0, 1e-9));
        }
        for (double const p : {0.0, 0.3, 0.5, 1.0}) {
            CHECK_THAT(expected_worth(masses, p), WithinAbs(weighed_worth(worths, p), 1e-9));
        }
        CHECK_THAT(masses[1], WithinAbs(sum(first_in(worths)), 1e-9));
    }
}

TEST_CASE("Shapley's values share every dividend equally among those who make it",
          "[analysis][effects]") {
    std::size_t const players{10};
    auto const drawn = drawn_dividends(players, 10, 11);
    auto const worths = worths_of(drawn);
    auto const values = shapley_values(worths);
    CHECK_THAT(sum(values), WithinAbs(worths.back() - worths.front(), 1e-9));
    auto const interactions = pair_interactions(worths);
    for (std::size_t player = 0; player < players; ++player) {
        auto const shared = share_out(drawn, player);
        CHECK_THAT(values[player], WithinAbs(shared.to_player, 1e-9));
        CHECK_THAT(interactions[player], WithinAbs(shared.to_pair, 1e-9));
        CHECK(interactions[player] == interactions[player * players]);
    }
}

TEST_CASE("first in and last in enclose the whole of a game that only gains or only loses",
          "[analysis][effects]") {
    auto const root = play_all(
        9, [](std::uint32_t coalition) { return std::sqrt(std::popcount(coalition) * 4.0); });
    CHECK(sum(last_in(root)) < root.back());
    CHECK(root.back() < sum(first_in(root)));
    auto const square = play_all(9, [](std::uint32_t coalition) {
        return static_cast<double>(std::popcount(coalition) * std::popcount(coalition));
    });
    CHECK(sum(first_in(square)) < square.back());
    CHECK(square.back() < sum(last_in(square)));
    CHECK_THAT(pair_interactions(square)[1], WithinAbs(2.0, 1e-9));
}

TEST_CASE("what each level adds is the whole difference", "[analysis][effects]") {
    std::size_t const players{12};
    auto const worths = worths_of(drawn_dividends(players, 5, 13));
    auto const number_of = [](Coalition const& coalition) {
        std::size_t number{0};
        for (std::size_t i = 0; i < coalition.size(); ++i) {
            number |= static_cast<std::size_t>(coalition[i]) << i;
        }
        return number;
    };
    Hierarchy const hierarchy{
        .players = players,
        .levels = {{0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3}, {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}}};
    auto const design = design_telescope(hierarchy);
    CHECK(design.coalitions.size() == 2 + 4 + 2);
    std::vector<double> measured;
    for (auto const& coalition : design.coalitions) {
        measured.push_back(worths[number_of(coalition)]);
    }
    auto const differences = telescope(design, measured, sum(first_in(worths)));
    REQUIRE(differences.size() == 3);
    CHECK_THAT(sum(differences), WithinAbs(non_additivity(worths), 1e-9));
    // Only pairs across the two large groups: all of it arises at the top.
    auto const across = play_all(players, [](std::uint32_t coalition) {
        return static_cast<double>(std::popcount(coalition & 0x3FU) *
                                   std::popcount(coalition >> 6U));
    });
    measured.clear();
    for (auto const& coalition : design.coalitions) {
        measured.push_back(across[number_of(coalition)]);
    }
    CHECK(telescope(design, measured, 0.0) == std::vector{0.0, 0.0, 36.0});
}

TEST_CASE("with groups drawn by lot the differences still telescope to N, and are right on average",
          "[analysis][effects]") {
    // Forty groups of one to eight players; a group is worth the square of its size, a player 1.
    Hierarchy hierarchy{.players = 0, .levels = {{}}};
    double of_groups{0.0};
    for (std::uint32_t group = 0; group < 40; ++group) {
        auto const size = 1 + group % 8;
        hierarchy.levels[0].insert(hierarchy.levels[0].end(), size, group);
        hierarchy.players += size;
        of_groups += static_cast<double>(size) * size;
    }
    auto const worth = [](Coalition const& coalition) {
        auto const size = std::accumulate(coalition.begin(), coalition.end(), 0.0);
        return size <= 8.0 ? size * size : 2000.0;
    };
    auto const players = static_cast<double>(hierarchy.players);
    std::vector<double> within;
    constexpr std::uint32_t tries{500};
    for (std::uint32_t seed = 0; seed < tries; ++seed) {
        auto const design = design_telescope(hierarchy, 12, {.study = 8, .replication = seed});
        CHECK(design.coalitions.size() <= 2 + 14);
        std::vector<double> measured;
        std::ranges::transform(design.coalitions, std::back_inserter(measured), worth);
        auto const differences = telescope(design, measured, players);
        CHECK_THAT(differences[0] + differences[1], WithinAbs(2000.0 - players, 1e-9));
        within.push_back(differences[0]);
    }
    // Unbiased: within four standard errors of what all groups give.
    double const error = standard_deviation(within) / std::sqrt(static_cast<double>(tries));
    CHECK(error > 0.0);
    CHECK_THAT(mean(within), WithinAbs(of_groups - players, 4.0 * error));
}
