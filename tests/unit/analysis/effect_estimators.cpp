#include "analysis/effects/break_even.hpp"
#include "analysis/effects/chance.hpp"
#include "analysis/effects/density_curve.hpp"
#include "analysis/effects/player_sample.hpp"
#include "analysis/effects/sampled_shapley.hpp"
#include "analysis/effects/stopping.hpp"
#include "analysis/statistics/moments.hpp"
#include "analysis/statistics/tests.hpp"
#include "sim/random/distributions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace opschaling;
using namespace opschaling::analysis;
using Catch::Matchers::WithinAbs;

namespace {

constexpr sim::Stream test_stream{1};

double normal_of(std::uint32_t agent, std::uint32_t step) {
    sim::Dice dice{{.study = 17}, test_stream, agent, step};
    return sim::normal(dice);
}

/// Sixty players of three kinds that add what is theirs, times one less a part of the others who
/// take part: everybody counts for less in company.
struct Company {
    static constexpr std::size_t players{60};
    std::vector<double> own;
    std::vector<std::uint32_t> kind;
    double crowding{0.4};

    Company() {
        for (std::uint32_t i = 0; i < players; ++i) {
            kind.push_back(i % 3);
            own.push_back(10.0 * (1.0 + i % 3) + normal_of(i, 0));
        }
    }

    /// `chance` is what one replication adds to every player's own.
    [[nodiscard]] double worth(Coalition const& coalition, std::uint32_t replication) const {
        double sum{0.0};
        double count{0.0};
        for (std::uint32_t i = 0; i < players; ++i) {
            if (coalition[i] != 0) {
                sum += own[i] + 0.5 * normal_of(i, replication + 1);
                count += 1.0;
            }
        }
        return 100.0 + sum * (1.0 - crowding * std::max(0.0, count - 1.0) / players);
    }

    [[nodiscard]] double sum_of_own() const { return std::accumulate(own.begin(), own.end(), 0.0); }
};

/// How often an interval holds the true value, over many tries.
template <typename Try>
double coverage(int tries, Try&& holds) {
    int hits{0};
    for (int i = 0; i < tries; ++i) {
        hits += holds(static_cast<std::uint32_t>(i)) ? 1 : 0;
    }
    return static_cast<double>(hits) / tries;
}

AdvantagePrior const prior_of_trials{.mean = -1.0, .spread = 1.0, .noise = 1.0};

/// Six thousand times twelve pilots with eight verifications each, as the prior says.
std::vector<PilotTrial> const& many_trials() {
    static std::vector<PilotTrial> const trials = [] {
        std::vector<PilotTrial> drawn(6000);
        for (std::uint32_t r = 0; r < drawn.size(); ++r) {
            for (std::uint32_t a = 0; a < 12; ++a) {
                double const truth = prior_of_trials.mean + normal_of(r, 2000 + a);
                drawn[r].truth.push_back(truth);
                drawn[r].seen.push_back(truth + normal_of(r, 2100 + a));
                auto& verified = drawn[r].verified.emplace_back();
                for (std::uint32_t k = 0; k < 8; ++k) {
                    verified.push_back(truth + normal_of(r, 2200 + 10 * a + k));
                }
            }
        }
        return drawn;
    }();
    return trials;
}

/// How far the number of players of a stratum is from a part p of it, at worst.
double farthest_from(double p, Coalition const& coalition, std::vector<Stratum> const& strata) {
    double farthest{0.0};
    for (auto const& stratum : strata) {
        double taking_part{0.0};
        for (auto const player : stratum) {
            taking_part += coalition[player];
        }
        farthest =
            std::max(farthest, std::abs(taking_part - p * static_cast<double>(stratum.size())));
    }
    return farthest;
}

/// What each drawn player adds, as a function of the player says.
template <typename Added>
SlopeEstimate slope_of(PlayerSample const& sample, Added&& added_by) {
    std::vector<std::vector<double>> added;
    for (auto const& drawn : sample.players) {
        auto& values = added.emplace_back();
        std::ranges::transform(drawn, std::back_inserter(values), added_by);
    }
    return estimate_slope(sample, added);
}

/// One replication of the density curve: nested coalitions and twelve players alone.
CurveReplication replicate(Company const& company, std::vector<Stratum> const& strata,
                           std::uint32_t replication) {
    sim::Seed const seed{.study = 5, .replication = replication};
    auto const places = entry_places(strata, Company::players, seed);
    CurveReplication row;
    for (double const p : density_nodes) {
        auto const coalition = below(places, p);
        row.worths.push_back(company.worth(coalition, replication));
        double expected{0.0};
        for (std::size_t i = 0; i < Company::players; ++i) {
            expected += coalition[i] * 10.0 * (1.0 + static_cast<double>(i % 3));
        }
        row.expected.push_back(expected);
    }
    double const base = company.worth(nobody(Company::players), replication);
    row.slope = slope_of(sample_players(strata, 12, seed), [&](std::uint32_t i) {
                    std::array<std::uint32_t, 1> const one{i};
                    return company.worth(only(Company::players, one), replication) - base;
                }).sum;
    return row;
}

// 0.92 of 500 tries is 3.1 standard deviations below 0.95.
constexpr int tries{500};
constexpr double least_coverage{0.92};

} // namespace

TEST_CASE("entry places hold a part p of every stratum and nest", "[analysis][effects]") {
    Company const company;
    auto const strata = strata_of(company.kind);
    auto const places = entry_places(strata, Company::players, {.study = 1, .replication = 2});
    auto smaller = nobody(Company::players);
    for (double const p : density_nodes) {
        auto const coalition = below(places, p);
        CHECK(farthest_from(p, coalition, strata) <= 1.0);
        CHECK(std::ranges::equal(coalition, smaller, std::ranges::greater_equal{}));
        smaller = coalition;
    }
    CHECK(smaller == everybody(Company::players));
    CHECK(entry_places(strata, Company::players, {.study = 1, .replication = 2}) == places);
    CHECK(entry_places(strata, Company::players, {.study = 1, .replication = 3}) != places);
}

TEST_CASE("a stratified sample of singletons gives the slope and says how far off it may be",
          "[analysis][effects]") {
    Company const company;
    auto const strata = strata_of(company.kind);
    double const truth = company.sum_of_own();
    auto const own = [&](std::uint32_t i) { return company.own[i]; };
    double const held = coverage(tries, [&](std::uint32_t seed) {
        auto const sample = sample_players(strata, 24, {.study = 3, .replication = seed});
        return slope_of(sample, own).interval().contains(truth);
    });
    CHECK(held >= least_coverage);
    // All of them: no error at all.
    auto const all = slope_of(sample_players(strata, Company::players, {.study = 3}), own);
    CHECK_THAT(all.sum, WithinAbs(truth, 1e-9));
    CHECK(all.variance == 0.0);
}

TEST_CASE("large players are run alone more often, which halves the error of a sum of unequal ones",
          "[analysis][effects]") {
    // Forty players of 100 and forty of 1,000; what one adds alone goes up and down with its size.
    constexpr std::uint32_t players{80};
    constexpr std::size_t drawn{20};
    std::vector<double> sizes;
    std::vector<double> own;
    std::vector<std::uint32_t> stratum;
    for (std::uint32_t i = 0; i < players; ++i) {
        sizes.push_back(i < players / 2 ? 100.0 : 1000.0);
        own.push_back(sizes.back() * (i % 2 == 0 ? 0.05 : 0.01));
        stratum.push_back(i < players / 2 ? 0U : 1U);
    }
    auto const strata = strata_of(stratum);
    auto const adds = [&](std::uint32_t i) { return own[i]; };
    double const truth = std::accumulate(own.begin(), own.end(), 0.0);
    double by_number{0.0};
    double by_size{0.0};
    double const held = coverage(tries, [&](std::uint32_t seed) {
        sim::Seed const lot{.study = 3, .replication = seed};
        by_number += slope_of(sample_players(strata, drawn, lot), adds).variance;
        auto const slope = slope_of(sample_players(strata, drawn, lot, sizes), adds);
        by_size += slope.variance;
        return slope.interval().contains(truth);
    });
    CHECK(held >= least_coverage);
    // By number 10 of 40 large ones are drawn, by size 18: (1 - 18/40) / 18 against (1 - 10/40)
    // / 10.
    CHECK(by_size < 0.5 * by_number);

    auto const sample = sample_players(strata, drawn, {.study = 3}, sizes);
    CHECK(sample.players[0].size() == 2);
    CHECK(sample.players[1].size() == 18);
}

TEST_CASE("a stratum that is too small for its part is drawn whole, and the others make it up",
          "[analysis][effects]") {
    std::vector<double> const sizes{1, 1, 1, 1, 1, 1, 1, 1, 1000, 1000};
    auto const strata = strata_of(std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 0, 1, 1});
    CHECK(sample_players(strata, 6, {}, sizes).players[0].size() == 4);
    CHECK(sample_players(strata, 6, {}, sizes).players[1].size() == 2);
    CHECK(sample_players(strata, 400, {}, sizes).players[0].size() == 8);
    CHECK(sample_players(strata, 1, {}, sizes).players[0].size() == 2);
}

TEST_CASE("the density curve finds the whole and its parts, and its intervals hold them",
          "[analysis][effects]") {
    Company const company;
    auto const strata = strata_of(company.kind);
    double const n = Company::players;
    double const slope = company.sum_of_own();
    double const whole = slope * -company.crowding * (n - 1.0) / n;
    // V(1/2) - V(0) for half of each kind: sum over players of own/2, with the others' company.
    double half_held{0.0};
    double whole_held{0.0};
    double share_held{0.0};
    constexpr std::uint32_t replications{6};
    for (int attempt = 0; attempt < tries; ++attempt) {
        std::vector<CurveReplication> rows;
        for (std::uint32_t r = 0; r < replications; ++r) {
            rows.push_back(
                replicate(company, strata, static_cast<std::uint32_t>(attempt) * replications + r));
        }
        auto const curve = estimate_curve(density_nodes, rows);
        whole_held += curve.non_additivity.interval.contains(whole) ? 1.0 : 0.0;
        share_held +=
            curve.share_interval && curve.share_interval->contains(whole / slope) ? 1.0 : 0.0;
        // Node 6 is one half: thirty players, twenty-nine others each.
        double const half = slope / 2.0 * (1.0 - company.crowding * 29.0 / n);
        half_held += curve.points[6].added.interval.contains(half) ? 1.0 : 0.0;
    }
    CHECK(whole_held / tries >= least_coverage);
    CHECK(share_held / tries >= least_coverage);
    CHECK(half_held / tries >= least_coverage);
}

TEST_CASE("Shapley's value of one of many is found by sampling whom it joins",
          "[analysis][effects]") {
    Company company;
    company.crowding = 0.5;
    // The value of player 7: own part, and half of what its company costs it and the others.
    double const n = Company::players;
    double const others = company.sum_of_own() - company.own[7];
    double const truth = company.own[7] * (1.0 - company.crowding * (n - 1.0) / 2.0 / n) -
                         company.crowding / n * others / 2.0;
    auto const own_worth = [&](Coalition const& coalition) {
        double sum{0.0};
        double count{0.0};
        for (std::uint32_t i = 0; i < Company::players; ++i) {
            sum += coalition[i] * company.own[i];
            count += coalition[i];
        }
        return sum * (1.0 - company.crowding * std::max(0.0, count - 1.0) / n);
    };
    double error{0.0};
    double const held = coverage(tries, [&](std::uint32_t seed) {
        std::vector<double> added;
        for (auto coalition :
             sample_joinings(Company::players, 7, 8, {.study = 9, .replication = seed})) {
            double const without = own_worth(coalition);
            coalition[7] = 1;
            added.push_back(own_worth(coalition) - without);
        }
        auto const estimate = estimate_shapley(added);
        error += estimate.mean - truth;
        return estimate.interval.contains(truth);
    });
    CHECK(held >= least_coverage);
    CHECK_THAT(error / tries, WithinAbs(0.0, 0.05));
}

TEST_CASE("intervals of ratios hold the truth", "[analysis][statistics]") {
    CHECK(coverage(tries, [](std::uint32_t seed) {
              std::vector<double> x;
              std::vector<double> y;
              for (std::uint32_t i = 0; i < 8; ++i) {
                  double const shared = normal_of(seed, 100 + i);
                  y.push_back(5.0 + shared);
                  x.push_back(2.0 + shared + 0.5 * normal_of(seed, 200 + i));
              }
              auto const interval = ratio_interval(x, y);
              return interval && interval->contains(0.4);
          }) >= least_coverage);
    // A denominator that may be zero has no bounded ratio.
    CHECK_FALSE(ratio_interval(std::vector{1.0, 2.0, 3.0}, std::vector{-1.0, 0.1, 1.0}));
}

TEST_CASE("intervals of means and proportions hold the truth", "[analysis][statistics]") {
    CHECK(coverage(tries, [](std::uint32_t seed) {
              std::vector<double> values;
              for (std::uint32_t i = 0; i < 6; ++i) {
                  values.push_back(1.0 + normal_of(seed, 500 + i));
              }
              return mean_interval(values).contains(1.0);
          }) >= least_coverage);
    CHECK(coverage(tries, [](std::uint32_t seed) {
              std::size_t hits{0};
              for (std::uint32_t i = 0; i < 40; ++i) {
                  hits += normal_of(seed, 300 + i) < -1.0 ? 1U : 0U;
              }
              return proportion_interval(hits, 40).contains(0.158655);
          }) >= least_coverage);
}

TEST_CASE("equivalence is claimed wrongly at most one time in twenty", "[analysis][statistics]") {
    // The true mean stands on the margin: 0.05 of 500 has a standard deviation of 0.0097.
    CHECK(coverage(tries, [](std::uint32_t seed) {
              std::vector<double> values;
              for (std::uint32_t i = 0; i < 10; ++i) {
                  values.push_back(0.3 + normal_of(seed, 400 + i));
              }
              return equivalence_p_value(values, 0.3) < 0.05;
          }) <= 0.08);
    CHECK(equivalence_p_value(std::vector{0.001, -0.001, 0.0005}, 0.01) < 0.05);
    CHECK(equivalence_p_value(std::vector{0.0, 0.0, 0.0}, 0.01) == 0.0);
    CHECK(equivalence_p_value(std::vector{0.02, 0.02, 0.02}, 0.01) == 1.0);
}

TEST_CASE("Holm's adjustment keeps the order and holds a family to its level",
          "[analysis][statistics]") {
    auto const adjusted = holm_adjusted(std::vector{0.01, 0.04, 0.03, 0.005});
    CHECK_THAT(adjusted[3], WithinAbs(0.02, 1e-12));
    CHECK_THAT(adjusted[0], WithinAbs(0.03, 1e-12));
    CHECK_THAT(adjusted[2], WithinAbs(0.06, 1e-12));
    CHECK_THAT(adjusted[1], WithinAbs(0.06, 1e-12));
    double const wrong = coverage(tries, [](std::uint32_t seed) {
        std::vector<double> p_values;
        for (std::uint32_t test = 0; test < 8; ++test) {
            std::vector<double> values;
            for (std::uint32_t i = 0; i < 6; ++i) {
                values.push_back(normal_of(seed, 1000 + 10 * test + i));
            }
            p_values.push_back(mean_p_value(values));
        }
        auto const held = holm_adjusted(p_values);
        return *std::ranges::min_element(held) < 0.05;
    });
    CHECK(wrong <= 0.08);
}

TEST_CASE("a path overtakes another where it stays above it to the end", "[analysis][effects]") {
    std::vector const slow{0.0, 1.0, 2.0, 3.0, 4.0};
    CHECK(overtakes_from(std::vector{0.0, 0.0, 1.0, 4.0, 9.0}, slow) == 3);
    CHECK(overtakes_from(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, slow) == 0);
    // Ahead for a while is not ahead for good, and level is not ahead.
    CHECK(overtakes_from(std::vector{0.0, 5.0, 1.0, 4.0, 9.0}, slow) == 3);
    CHECK_FALSE(overtakes_from(std::vector{5.0, 5.0, 5.0, 5.0, 4.0}, slow));
    CHECK_FALSE(overtakes_from(slow, slow));
    CHECK_FALSE(overtakes_from(std::vector<double>{}, std::vector<double>{}));
}

TEST_CASE("what comes late overtakes later in running sums, and later still when discounted",
          "[analysis][effects]") {
    std::vector const steady{10.0, 10.0, 10.0, 10.0, 10.0, 10.0};
    std::vector const late{0.0, 0.0, 11.0, 20.0, 20.0, 40.0};
    CHECK(discounted_sums(std::vector{4.0, 4.0, 4.0}, 1.0) == std::vector{4.0, 6.0, 7.0});
    CHECK(discounted_sums(steady, 0.0) == std::vector{10.0, 20.0, 30.0, 40.0, 50.0, 60.0});
    auto const from = [&](double rate) {
        return overtakes_from(discounted_sums(late, rate), discounted_sums(steady, rate));
    };
    CHECK(overtakes_from(late, steady) == 2);
    CHECK(from(0.0) == 4); // 0 0 11 31 51 against 10 20 30 40 50
    CHECK(from(0.25) == 5);
    double ahead{0.0};
    double weight{1.0};
    for (std::size_t year = 0; year < late.size(); ++year) {
        ahead += weight * (late[year] - steady[year]);
        weight /= 1.25;
        CHECK((ahead > 0.0) == (year == 5));
    }
    CHECK_FALSE(from(2.0)); // what comes late then hardly counts
}

TEST_CASE("a break-even is the year by which half of the replications have it, and says how often "
          "never",
          "[analysis][effects]") {
    using Places = std::vector<std::optional<std::size_t>>;
    auto const some = break_even(Places{3, 5, 4, std::nullopt, 6}, 2026);
    CHECK(some.year == 2031);
    CHECK(some.interval.low == 2029);
    CHECK(std::isinf(some.interval.high));
    CHECK(some.never.share == 0.2);
    CHECK(some.never.interval == proportion_interval(1, 5));
}

TEST_CASE(
    "a break-even of few replications, or that hardly ever comes, has no more than it can say",
    "[analysis][effects]") {
    using Places = std::vector<std::optional<std::size_t>>;
    auto const one = break_even(Places{2}, 2026);
    CHECK(one.year == 2028);
    CHECK(std::isnan(one.interval.low));
    auto const hardly = break_even(Places{1, std::nullopt, std::nullopt}, 2026);
    CHECK(std::isinf(hardly.year));
    CHECK(std::isnan(break_even(Places{}, 2026).year));
    // With twenty the interval lies within the range.
    Places twenty;
    for (std::size_t i = 0; i < 20; ++i) {
        twenty.emplace_back(i);
    }
    auto const many = break_even(twenty, 2026);
    CHECK(many.year == 2035);
    CHECK(many.interval.low > 2026);
    CHECK(many.interval.high < 2045);
}

TEST_CASE("replications stop when a mean is known well enough", "[analysis][effects]") {
    StoppingRule const rule{.first = 4, .most = 10, .part = 0.05, .amount = 0.1};
    CHECK(more_replications(std::vector<double>{1.0}, rule) == 3);
    CHECK(more_replications(std::vector{1.0, 1.0, 1.0, 1.0}, rule) == 0);
    CHECK(more_replications(std::vector{0.0, 5.0, 1.0, 9.0}, rule) == 4);
    CHECK(more_replications(std::vector{0.0, 5.0, 1.0, 9.0, 0.0, 5.0, 1.0, 9.0}, rule) == 2);
    CHECK(more_replications(std::vector{0.0, 5.0, 1.0, 9.0, 0.0, 5.0, 1.0, 9.0, 0.0, 9.0}, rule) ==
          0);
}

TEST_CASE("replications go on until the least known of several figures is known",
          "[analysis][effects]") {
    StoppingRule const rule{.first = 4, .most = 64, .part = 0.1, .amount = 0.0};
    WatchedFigure const known{.interval = {9.5, 10.5}, .size = 10.0};
    WatchedFigure const wide{.interval = {-3.0, 3.0}, .size = 10.0};
    WatchedFigure const unknown{.interval = mean_interval(std::vector{1.0}), .size = 10.0};
    CHECK(more_replications(4, std::array{known, known}, rule) == 0);
    CHECK(more_replications(4, std::array{known, wide}, rule) == 4);
    CHECK(more_replications(4, std::array{known, unknown}, rule) == 4);
    // A difference that may be zero is held against what it is a difference of.
    CHECK(is_known(rule, {.interval = {-1.0, 1.0}, .size = 10.0}));
    CHECK_FALSE(is_known(rule, {.interval = {-1.0, 1.0}, .size = 0.0}));
}

TEST_CASE("intervals at which replications ended still hold the mean", "[analysis][effects]") {
    // Mean 1, standard deviation 0.5: some 100 replications for a tenth, so that the end depends on
    // what was drawn.
    StoppingRule const rule{.first = 8, .most = 256, .part = 0.1, .amount = 0.0};
    double const held = coverage(tries, [&](std::uint32_t seed) {
        std::vector<double> values;
        while (auto const more = more_replications(values, rule)) {
            for (std::size_t i = 0; i < more; ++i) {
                values.push_back(
                    1.0 + 0.5 * normal_of(seed, static_cast<std::uint32_t>(5000 + values.size())));
            }
        }
        return mean_interval(values).contains(1.0);
    });
    CHECK(held >= 0.92);
}

TEST_CASE("scaling the best of some pilots goes wrong as often as the normal case says",
          "[analysis][effects]") {
    // Figures of the design's reduced form, three digits.
    auto const few = scaling_by_chance({.mean = 0.0, .spread = 1.0, .noise = 1.0}, 12);
    CHECK_THAT(few.worthless, WithinAbs(0.077, 5e-4));
    CHECK_THAT(few.half, WithinAbs(0.500, 5e-4));
    CHECK_THAT(few.expected_seen, WithinAbs(2.30, 5e-3));
    CHECK_THAT(few.expected_true, WithinAbs(1.15, 5e-3));
    auto const rare = scaling_by_chance({.mean = -1.0, .spread = 1.0, .noise = 2.0}, 27);
    CHECK_THAT(rare.worthless, WithinAbs(0.546, 5e-4));
    CHECK_THAT(rare.half, WithinAbs(0.974, 5e-4));
    CHECK_THAT(rare.luck_share, WithinAbs(0.8, 1e-12));
}

TEST_CASE("a simulation of the normal case agrees with its integral", "[analysis][effects]") {
    auto const expected = scaling_by_chance(prior_of_trials, 12);
    auto const naive = judge_scaling(many_trials(), ScalingRule::naive, 0, prior_of_trials);
    // 6000 trials: a standard deviation of at most 0.0065.
    CHECK_THAT(naive.worthless.share, WithinAbs(expected.worthless, 0.02));
    CHECK_THAT(naive.half.share, WithinAbs(expected.half, 0.02));
    CHECK_THAT(naive.luck_share, WithinAbs(expected.luck_share, 0.02));
    CHECK(naive.scales.share == 1.0);
    auto const found = estimate_prior(many_trials());
    CHECK_THAT(found.mean, WithinAbs(prior_of_trials.mean, 0.02));
    CHECK_THAT(found.spread, WithinAbs(prior_of_trials.spread, 0.03));
    CHECK_THAT(found.noise, WithinAbs(prior_of_trials.noise, 0.02));
}

TEST_CASE("verification lets less through, and less that is worthless", "[analysis][effects]") {
    auto const after = [](std::size_t verifications) {
        return judge_scaling(many_trials(), ScalingRule::verified, verifications, prior_of_trials);
    };
    // 9, 27 and 48 % pass; .027, .015 and .013 of those are worthless (reduced form).
    CHECK_THAT(after(1).scales.share, WithinAbs(0.09, 0.02));
    CHECK_THAT(after(3).scales.share, WithinAbs(0.27, 0.02));
    CHECK_THAT(after(8).scales.share, WithinAbs(0.48, 0.02));
    CHECK_THAT(after(3).worthless.share, WithinAbs(0.015, 0.01));
    CHECK_THAT(after(8).worthless.share, WithinAbs(0.013, 0.01));
    auto const naive = judge_scaling(many_trials(), ScalingRule::naive, 0, prior_of_trials);
    CHECK(after(3).half.share < 0.5 * naive.half.share);
    CHECK(after(8).regret < naive.regret);
}

TEST_CASE("without noise nothing is luck, and the best is what it seems", "[analysis][effects]") {
    auto exact = many_trials();
    for (auto& trial : exact) {
        trial.seen = trial.truth;
    }
    auto const sure = judge_scaling(exact, ScalingRule::shrinkage, 0,
                                    {.mean = -1.0, .spread = 1.0, .noise = 0.0});
    CHECK(sure.worthless.share == 0.0);
    CHECK_THAT(sure.luck_share, WithinAbs(0.0, 1e-9));
}
