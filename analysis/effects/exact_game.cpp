#include "analysis/effects/exact_game.hpp"

#include "sim/contract/expects.hpp"

#include <bit>
#include <cmath>

namespace opschaling::analysis {

namespace {

constexpr std::size_t most_players{20};

bool takes_part(std::size_t player, std::size_t coalition) {
    return ((coalition >> player) & 1U) != 0;
}

/// (size! (others - size)!) / (others + 1)!: the part of all orders in which exactly a given
/// coalition of that size comes before a player (or pair) and `others - size` after it.
std::vector<double> weights_by_size(std::size_t others) {
    std::vector<double> weights(others + 1);
    double choose{1.0};
    for (std::size_t size = 0; size <= others; ++size) {
        weights[size] = 1.0 / (static_cast<double>(others + 1) * choose);
        choose *= static_cast<double>(others - size) / static_cast<double>(size + 1);
    }
    return weights;
}

} // namespace

Worths play_all(std::size_t players, std::function<double(std::uint32_t)> const& worth) {
    sim::expects(players <= most_players, "all coalitions are played of few players only");
    Worths worths(std::size_t{1} << players);
    for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
        worths[coalition] = worth(static_cast<std::uint32_t>(coalition));
    }
    return worths;
}

std::size_t players_of(std::span<double const> worths) {
    sim::expects(std::has_single_bit(worths.size()), "a game has a worth for every coalition");
    return static_cast<std::size_t>(std::countr_zero(worths.size()));
}

Worths dividends(Worths worths) {
    auto const players = players_of(worths);
    for (std::size_t player = 0; player < players; ++player) {
        for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
            if (takes_part(player, coalition)) {
                worths[coalition] -= worths[coalition ^ (std::size_t{1} << player)];
            }
        }
    }
    return worths;
}

std::vector<double> order_masses(std::span<double const> dividends) {
    std::vector<double> masses(players_of(dividends) + 1, 0.0);
    for (std::size_t coalition = 0; coalition < dividends.size(); ++coalition) {
        masses[static_cast<std::size_t>(std::popcount(coalition))] += dividends[coalition];
    }
    return masses;
}

double expected_worth(std::span<double const> order_masses, double p) {
    double worth{0.0};
    for (std::size_t k = order_masses.size(); k > 0; --k) {
        worth = worth * p + order_masses[k - 1];
    }
    return worth;
}

double non_additivity(std::span<double const> worths) {
    double whole = worths.back() - worths.front();
    for (double const alone : first_in(worths)) {
        whole -= alone;
    }
    return whole;
}

std::vector<double> first_in(std::span<double const> worths) {
    std::vector<double> added(players_of(worths));
    for (std::size_t player = 0; player < added.size(); ++player) {
        added[player] = worths[std::size_t{1} << player] - worths.front();
    }
    return added;
}

std::vector<double> last_in(std::span<double const> worths) {
    std::vector<double> added(players_of(worths));
    for (std::size_t player = 0; player < added.size(); ++player) {
        added[player] = worths.back() - worths[(worths.size() - 1) ^ (std::size_t{1} << player)];
    }
    return added;
}

std::vector<double> shapley_values(std::span<double const> worths) {
    auto const players = players_of(worths);
    std::vector<double> values(players, 0.0);
    if (players == 0) {
        return values;
    }
    auto const weights = weights_by_size(players - 1);
    for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
        auto const size = static_cast<std::size_t>(std::popcount(coalition));
        for (std::size_t player = 0; player < players; ++player) {
            if (!takes_part(player, coalition)) {
                values[player] += weights[size] * (worths[coalition | (std::size_t{1} << player)] -
                                                   worths[coalition]);
            }
        }
    }
    return values;
}

std::vector<double> pair_interactions(std::span<double const> worths) {
    auto const players = players_of(worths);
    std::vector<double> table(players * players, 0.0);
    if (players < 2) {
        return table;
    }
    auto const weights = weights_by_size(players - 2);
    for (std::size_t a = 0; a < players; ++a) {
        for (std::size_t b = a + 1; b < players; ++b) {
            auto const with_a = std::size_t{1} << a;
            auto const with_b = std::size_t{1} << b;
            double sum{0.0};
            for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
                if (takes_part(a, coalition) || takes_part(b, coalition)) {
                    continue;
                }
                sum += weights[static_cast<std::size_t>(std::popcount(coalition))] *
                       (worths[coalition | with_a | with_b] - worths[coalition | with_a] -
                        worths[coalition | with_b] + worths[coalition]);
            }
            table[a * players + b] = sum;
            table[b * players + a] = sum;
        }
    }
    return table;
}

} // namespace opschaling::analysis
