#include "tests/support/reduced_form.hpp"

#include "analysis/effects/coalition.hpp"
#include "analysis/effects/exact_game.hpp"
#include "analysis/effects/player_sample.hpp"
#include "analysis/effects/telescope.hpp"
#include "analysis/statistics/moments.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace opschaling;
using namespace opschaling::analysis;
using namespace opschaling::tests;
using Catch::Matchers::WithinAbs;

// The figures are those of the model in reduced form that the design was checked with: identities,
// signs and sizes that the estimators must give back.

namespace {

Coalition coalition_of(std::uint32_t bits, std::size_t players) {
    Coalition coalition(players);
    for (std::size_t i = 0; i < players; ++i) {
        coalition[i] = static_cast<std::uint8_t>(bits >> i & 1U);
    }
    return coalition;
}

Worths play(ReducedWorld const& world) {
    return play_all(world.wijken, [&](std::uint32_t bits) {
        return world.homes_done(coalition_of(bits, world.wijken));
    });
}

double sum(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// N and the mass of pairs.
struct Found {
    double whole;
    double pairs;
    double share;
};

Found find(ReducedWorld const& world) {
    auto const worths = play(world);
    return {.whole = non_additivity(worths),
            .pairs = order_masses(dividends(worths))[2],
            .share = non_additivity(worths) / sum(first_in(worths))};
}

} // namespace

TEST_CASE("wijken that differ and share nothing add up exactly", "[hypotheses][reduced]") {
    auto const worths = play({});
    CHECK_THAT(worths.back(), WithinAbs(8489.5, 0.05));
    CHECK_THAT(non_additivity(worths), WithinAbs(0.0, 1e-8));
}

TEST_CASE("shared capacity that binds only at scale takes homes that no pair shows",
          "[hypotheses][reduced]") {
    auto const found = find({.capacity = 150.0});
    CHECK_THAT(found.whole, WithinAbs(-606.95, 0.005));
    CHECK_THAT(found.pairs, WithinAbs(0.0, 1e-6));
}

TEST_CASE("contagion and experience make more of the whole", "[hypotheses][reduced]") {
    CHECK_THAT(find({.contagion = 3.0}).whole, WithinAbs(1746.072, 0.005));
    CHECK_THAT(find({.experience = 0.23}).whole, WithinAbs(721.66, 0.005));
}

TEST_CASE("pairs can say the opposite of the whole, and capacity turns its sign",
          "[hypotheses][reduced]") {
    auto const tight = find({.capacity = 100.0, .contagion = 3.0, .experience = 0.23});
    CHECK_THAT(tight.whole, WithinAbs(-2961.187, 0.005));
    CHECK_THAT(tight.pairs, WithinAbs(3608.9, 0.05));
    CHECK_THAT(tight.share, WithinAbs(-0.330, 5e-4));
    auto const wide = find({.capacity = 400.0, .contagion = 3.0, .experience = 0.23});
    CHECK_THAT(wide.share, WithinAbs(0.199, 5e-4));
    // H3: without capacity and with weak contagion pairs do tell the whole.
    auto const weak = find({.contagion = 0.3});
    CHECK(std::abs(weak.whole - weak.pairs) / std::abs(weak.whole) < 0.10);
}

TEST_CASE("three blocks tell where the whole differs", "[hypotheses][reduced]") {
    ReducedWorld const world{.capacity = 100.0, .contagion = 3.0, .experience = 0.23};
    auto const worths = play(world);
    auto const design =
        design_telescope({.players = 10, .levels = {{0, 0, 0, 0, 1, 1, 1, 2, 2, 2}}});
    std::vector<double> measured;
    for (auto const& coalition : design.coalitions) {
        measured.push_back(world.homes_done(coalition));
    }
    auto const differences = telescope(design, measured, sum(first_in(worths)));
    CHECK_THAT(differences[0], WithinAbs(827.679, 0.005));
    CHECK_THAT(differences[1], WithinAbs(-3788.866, 0.005));
    CHECK_THAT(sum(differences), WithinAbs(non_additivity(worths), 1e-9));
}

TEST_CASE("sixty of four hundred wijken alone give the slope within some four per cent",
          "[hypotheses][reduced]") {
    ReducedWorld const world{.seed = 3,
                             .wijken = 400,
                             .capacity = 7000.0,
                             .contagion = 3.0,
                             .experience = 0.23,
                             .installed = 80000.0};
    std::vector<double> alone;
    for (std::uint32_t i = 0; i < 400; ++i) {
        std::array<std::uint32_t, 1> const one{i};
        alone.push_back(world.homes_done(only(400, one)));
    }
    std::vector<std::uint32_t> stratum;
    for (std::size_t i = 0; i < 400; ++i) {
        double const homes = world.homes(i);
        auto const size = homes < 1000.0 ? 0U : homes < 1400.0 ? 1U : 2U;
        stratum.push_back(size * 2 + (world.appetite(i) > -0.5 ? 1U : 0U));
    }
    auto const strata = strata_of(stratum);
    double held{0.0};
    double half{0.0};
    constexpr std::uint32_t tries{300};
    for (std::uint32_t t = 0; t < tries; ++t) {
        auto const sample = sample_players(strata, 60, {.study = 1, .replication = t});
        std::vector<std::vector<double>> added;
        for (auto const& drawn : sample.players) {
            auto& values = added.emplace_back();
            for (auto const i : drawn) {
                values.push_back(alone[i]);
            }
        }
        auto const interval = estimate_slope(sample, added).interval();
        held += interval.contains(sum(alone)) ? 1.0 : 0.0;
        half += interval.half_width() / sum(alone);
    }
    CHECK_THAT(half / tries, WithinAbs(0.041, 0.005));
    // 300 tries: 0.92 is 2.4 standard deviations below 0.95.
    CHECK(held / tries >= 0.92);
}

TEST_CASE("the causes of pilot bias add up and have the sizes of the reduced form",
          "[hypotheses][reduced]") {
    std::array<std::vector<double>, 7> shares;
    std::vector<double> pilots;
    std::vector<double> scaled;
    std::vector<double> unexplained;
    for (std::uint64_t r = 0; r < 60; ++r) {
        auto const worths = bias_worths({}, 1000 + r);
        auto const values = shapley_values(worths);
        double const bias = worths.back() - worths.front();
        CHECK_THAT(sum(values), WithinAbs(bias, 1e-9));
        for (std::size_t i = 0; i < values.size(); ++i) {
            shares[i].push_back(values[i]);
        }
        pilots.push_back(worths.back());
        scaled.push_back(worths.front());
        unexplained.push_back(bias - sum(first_in(worths)));
    }
    // Three standard errors of sixty replications, from the published half-widths of three hundred.
    CHECK_THAT(mean(pilots), WithinAbs(0.860, 0.017));
    CHECK_THAT(mean(scaled), WithinAbs(0.158, 0.017));
    CHECK_THAT(mean(unexplained), WithinAbs(0.331, 0.03));
    std::array<double, 7> const published{0.136, 0.047, 0.054, 0.222, 0.112, 0.069, 0.063};
    for (std::size_t i = 0; i < published.size(); ++i) {
        CHECK_THAT(mean(shares[i]), WithinAbs(published[i], 0.017));
    }
}

TEST_CASE("each cause of pilot bias is nothing where its mechanism is off",
          "[hypotheses][reduced]") {
    auto const value_of = [](Bias bias, ReducedPilots const& pilots) {
        return shapley_values(bias_worths(pilots, 1000))[static_cast<std::size_t>(bias)];
    };
    CHECK_THAT(value_of(Bias::selection, {.trust_spread = 0.0}), WithinAbs(0.0, 1e-12));
    CHECK_THAT(value_of(Bias::resources, {.resources = 0.0}), WithinAbs(0.0, 1e-12));
    CHECK_THAT(value_of(Bias::exemption, {.exemption = 0.0}), WithinAbs(0.0, 1e-12));
    CHECK_THAT(value_of(Bias::equilibrium, {.capacity = 1.0e9}), WithinAbs(0.0, 1e-6));
    CHECK_THAT(value_of(Bias::executor, {.team_spread = 0.0}), WithinAbs(0.0, 1e-12));
    CHECK_THAT(value_of(Bias::luck, {.luck_spread = 0.0}), WithinAbs(0.0, 1e-12));
    // What cannot be read from a context is booked under context, and stays.
    CHECK(value_of(Bias::context, {.context_scale = 0.0}) > 0.0);
}
