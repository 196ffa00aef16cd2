#include "analysis/effects/coalition.hpp"

#include "analysis/effects/draw_order.hpp"

#include <algorithm>

namespace opschaling::analysis {

namespace {

constexpr sim::Stream entry_order{9001};
constexpr sim::Stream entry_start{9002};

} // namespace

std::vector<Stratum> strata_of(std::span<std::uint32_t const> stratum_of_player) {
    std::vector<Stratum> strata;
    for (std::size_t player = 0; player < stratum_of_player.size(); ++player) {
        auto const number = stratum_of_player[player];
        if (number >= strata.size()) {
            strata.resize(number + std::size_t{1});
        }
        strata[number].push_back(static_cast<std::uint32_t>(player));
    }
    std::erase_if(strata, [](Stratum const& stratum) { return stratum.empty(); });
    return strata;
}

Coalition nobody(std::size_t players) {
    Coalition coalition(players, 0);
    return coalition;
}

Coalition everybody(std::size_t players) {
    Coalition coalition(players, 1);
    return coalition;
}

Coalition only(std::size_t players, std::span<std::uint32_t const> who) {
    Coalition coalition(players, 0);
    for (auto const player : who) {
        coalition[player] = 1;
    }
    return coalition;
}

std::vector<double> entry_places(std::span<Stratum const> strata, std::size_t players,
                                 sim::Seed seed) {
    std::vector<double> places(players, 1.0);
    for (std::size_t s = 0; s < strata.size(); ++s) {
        auto const order = by_lot(strata[s], seed, entry_order);
        sim::Dice dice{seed, entry_start, static_cast<std::uint32_t>(s), 0};
        double const start = dice.uniform_open();
        for (std::size_t i = 0; i < order.size(); ++i) {
            places[order[i]] = (static_cast<double>(i) + start) / static_cast<double>(order.size());
        }
    }
    return places;
}

Coalition below(std::span<double const> places, double p) {
    Coalition coalition(places.size());
    std::ranges::transform(places, coalition.begin(), [p](double place) {
        return static_cast<std::uint8_t>(place < p || p >= 1.0);
    });
    return coalition;
}

} // namespace opschaling::analysis
