#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// A game on few players: its worth for every coalition, by the coalition's bits. Player i takes
/// part in coalition c when bit i of c is set, so entry 0 is nobody and the last one everybody.
using Worths = std::vector<double>;

/// All 2^players worths; at most 20 players.
[[nodiscard]] Worths play_all(std::size_t players,
                              std::function<double(std::uint32_t coalition)> const& worth);

/// Players of a game with so many worths; the number must be a power of two.
[[nodiscard]] std::size_t players_of(std::span<double const> worths);

/// m(T): what a coalition is worth beyond all that its parts are worth (Harsanyi 1959), for each
/// coalition. The Moebius transform, in place over subsets.
[[nodiscard]] Worths dividends(Worths worths);

/// N_k: the sum of dividends over coalitions of k players, k from 0.
[[nodiscard]] std::vector<double> order_masses(std::span<double const> dividends);

/// V(p): expected worth when everybody takes part by chance p (the diagonal of Owen's multilinear
/// extension, 1972), a polynomial in p.
[[nodiscard]] double expected_worth(std::span<double const> order_masses, double p);

/// N: worth of all beyond nobody's and beyond what each adds alone.
[[nodiscard]] double non_additivity(std::span<double const> worths);

/// What each player adds to nobody.
[[nodiscard]] std::vector<double> first_in(std::span<double const> worths);

/// What each player adds to all the others.
[[nodiscard]] std::vector<double> last_in(std::span<double const> worths);

/// Shapley's values (1953): they add up to the worth of all less that of nobody.
[[nodiscard]] std::vector<double> shapley_values(std::span<double const> worths);

/// Interaction of two players (Grabisch and Roubens 1999): what they add together beyond what each
/// adds, averaged over the coalitions of the others as Shapley's value is. A square table, row by
/// row; zero on the diagonal.
[[nodiscard]] std::vector<double> pair_interactions(std::span<double const> worths);

} // namespace opschaling::analysis
