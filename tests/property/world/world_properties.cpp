#include "models/world/fit_marginals.hpp"
#include "sim/contract/expects.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/dice.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr sim::Stream throws{1};

/// Any shares: even, skewed, some of them zero.
template <std::size_t N>
std::array<double, N> any_shares(sim::Dice& dice) {
    std::array<double, N> shares{};
    double const skew = 1.0 + 6.0 * dice.uniform();
    double sum{0.0};
    for (double& share : shares) {
        share = dice.lands_below(0.15) ? 0.0 : std::pow(dice.uniform_open(), skew);
        sum += share;
    }
    if (sum == 0.0) {
        shares[0] = 1.0;
        return shares;
    }
    for (double& share : shares) {
        share /= sum;
    }
    return shares;
}

BuurtRow any_buurt(std::uint32_t number) {
    sim::Dice dice{{.study = 7, .replication = 0}, throws, number, 0};
    auto buurt = tests::national_buurt("BU24010001", 0, 1);
    buurt.homes = static_cast<std::uint32_t>(std::pow(10.0, 4.2 * dice.uniform()));
    buurt.type_shares = any_shares<dwelling_types>(dice);
    buurt.period_shares = any_shares<building_periods>(dice);
    buurt.tenure_shares = any_shares<tenures>(dice);
    return buurt;
}

/// What cells add up to by type, period and tenure.
template <typename Cells>
Marginals sums_of(Cells const& cells) {
    Marginals sums;
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        auto const value = static_cast<double>(cells[kind]);
        sums.types[kind / tenures / building_periods] += value;
        sums.periods[kind / tenures % building_periods] += value;
        sums.tenures[kind % tenures] += value;
    }
    return sums;
}

template <std::size_t N>
double furthest(std::array<double, N> const& a, std::array<double, N> const& b) {
    double most{0.0};
    for (std::size_t i = 0; i < N; ++i) {
        most = std::max(most, std::abs(a[i] - b[i]));
    }
    return most;
}

/// The same country with its rows in another order.
BuurtTable permuted(BuurtTable const& table, std::uint32_t seed) {
    auto const order_of = [&](std::size_t count, std::uint32_t kind) {
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        sim::Dice dice{{.study = seed, .replication = 0}, throws, kind, 1};
        for (std::size_t i = count; i > 1; --i) {
            std::swap(order[i - 1],
                      order[static_cast<std::size_t>(dice.uniform() * static_cast<double>(i))]);
        }
        return order;
    };
    BuurtTable other = table;
    auto const regios = order_of(table.regios.size(), 0);
    auto const gemeenten = order_of(table.gemeenten.size(), 1);
    auto const buurten = order_of(table.buurten.size(), 2);
    for (std::uint32_t i = 0; i < regios.size(); ++i) {
        other.regios[regios[i]] = table.regios[i];
    }
    for (std::uint32_t i = 0; i < gemeenten.size(); ++i) {
        other.gemeenten[gemeenten[i]] = table.gemeenten[i];
        other.gemeenten[gemeenten[i]].regio = regios[table.gemeenten[i].regio];
    }
    for (std::uint32_t i = 0; i < buurten.size(); ++i) {
        other.buurten[buurten[i]] = table.buurten[i];
        other.buurten[buurten[i]].gemeente = gemeenten[table.buurten[i].gemeente];
    }
    return other;
}

} // namespace

TEST_CASE("whole homes have exactly the whole marginals, whatever these are", "[property][world]") {
    for (std::uint32_t number = 0; number < 3000; ++number) {
        auto const buurt = any_buurt(number);
        INFO("buurt " << number << " of " << buurt.homes << " homes");
        auto const whole = whole_marginals(buurt);
        auto const sums = sums_of(count_kinds(buurt));
        REQUIRE(sums.types == whole.types);
        REQUIRE(sums.periods == whole.periods);
        REQUIRE(sums.tenures == whole.tenures);
        double const homes = std::accumulate(sums.types.begin(), sums.types.end(), 0.0);
        REQUIRE(homes == buurt.homes);
        // By largest remainder no marginal is a whole home away from its share.
        for (std::size_t i = 0; i < building_periods; ++i) {
            REQUIRE(std::abs(sums.periods[i] - buurt.period_shares[i] * buurt.homes) < 1.0);
        }
    }
}

TEST_CASE("a fit meets its marginals", "[property][world]") {
    for (std::uint32_t number = 0; number < 3000; ++number) {
        auto const buurt = any_buurt(number);
        auto const whole = whole_marginals(buurt);
        // Where all apartments are in a VvE the fit is reached in the limit only.
        if (whole.tenures[1] > 0.9 * whole.types[0]) {
            continue;
        }
        INFO("buurt " << number << " of " << buurt.homes << " homes");
        auto const sums = sums_of(fit_marginals(national_kinds(), whole));
        double const tolerance = 1e-6 * buurt.homes;
        REQUIRE(furthest(sums.types, whole.types) < tolerance);
        REQUIRE(furthest(sums.periods, whole.periods) < tolerance);
        REQUIRE(furthest(sums.tenures, whole.tenures) < tolerance);
    }
}

TEST_CASE("whole homes lie near the fit", "[property][world]") {
    double distance{0.0};
    double homes{0.0};
    double furthest_cell{0.0};
    auto const table = synthetic_netherlands(0.1, 1);
    for (auto const& buurt : table.buurten) {
        auto const whole = whole_marginals(buurt);
        auto const fitted = fit_marginals(national_kinds(), whole);
        auto const counts = integerise(fitted, whole);
        for (std::size_t kind = 0; kind < home_kinds; ++kind) {
            double const away = std::abs(counts[kind] - fitted[kind]);
            distance += away;
            furthest_cell = std::max(furthest_cell, away);
        }
        homes += buurt.homes;
    }
    // 80 cells a buurt, each rounded by less than one: about a quarter of a home on average.
    CHECK(distance / (80.0 * static_cast<double>(table.buurten.size())) < 0.35);
    CHECK(furthest_cell < 4.0);
    CHECK(distance / homes < 0.06);
}

TEST_CASE("one and two threads build the same world", "[property][world]") {
    auto const table = synthetic_netherlands(0.01, 3);
    auto const build = [&](std::size_t threads) {
        sim::ThreadLimit const limit{threads};
        return build_world(table, tests::usual_parameters());
    };
    auto const one = build(1);
    CHECK(tests::same_world(one, build(2)));
    CHECK(tests::same_world(one, build(5)));
}

TEST_CASE("the order of the rows changes nothing in the world", "[property][world]") {
    auto const table = synthetic_netherlands(0.01, 3);
    auto const world = build_world(table, tests::usual_parameters());
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        CHECK(tests::same_world(world,
                                build_world(permuted(table, seed), tests::usual_parameters())));
    }
}

TEST_CASE("a gemeente has the same homes and ties whatever else is in the world",
          "[property][world]") {
    auto const country = synthetic_netherlands(1.0, 1);
    std::vector<std::uint32_t> of_one;
    std::vector<std::uint32_t> of_ten;
    for (std::uint32_t row = 0; row < country.buurten.size(); ++row) {
        if (country.buurten[row].gemeente == 104) {
            of_one.push_back(row);
        }
        if (country.buurten[row].gemeente / 10 == 10) {
            of_ten.push_back(row);
        }
    }
    auto const parameters = tests::usual_parameters();
    auto const small = build_world(part_of(country, of_one), parameters);
    auto const large = build_world(part_of(country, of_ten), parameters);
    auto const gemeente = sim::id_at<GemeenteId>(4);
    REQUIRE(large.geography.gemeente_codes[4] == small.geography.gemeente_codes[0]);
    auto const first_wijk = large.geography.wijken_of_gemeente.begin(gemeente);
    auto const first_home = large.geography.homes_of_wijk.begin(sim::id_at<WijkId>(first_wijk));
    REQUIRE(small.homes() > 1000);
    for (std::uint32_t i = 0; i < small.wijken(); ++i) {
        auto const here = sim::id_at<WijkId>(i);
        auto const there = sim::id_at<WijkId>(first_wijk + i);
        REQUIRE(small.geography.wijk_key[here] == large.geography.wijk_key[there]);
        REQUIRE(small.geography.homes_key[here] == large.geography.homes_key[there]);
        REQUIRE(small.geography.context[here] == large.geography.context[there]);
    }
    for (std::uint32_t i = 0; i < small.homes(); ++i) {
        auto const here = sim::id_at<HomeId>(i);
        auto const there = sim::id_at<HomeId>(first_home + i);
        REQUIRE(small.dwellings.shape[here] == large.dwellings.shape[there]);
        REQUIRE(small.dwellings.period[here] == large.dwellings.period[there]);
        REQUIRE(small.dwellings.tenure[here] == large.dwellings.tenure[there]);
        REQUIRE(small.dwellings.demand_factor[here] == large.dwellings.demand_factor[there]);
        auto const near = small.ties.neighbours(i);
        auto const same = large.ties.neighbours(first_home + i);
        REQUIRE(std::ranges::equal(near, same, {}, [&](auto home) { return home + first_home; }));
    }
}
