#include "models/world/fit_marginals.hpp"

#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace opschaling;
using namespace opschaling::models;

TEST_CASE("apportioning gives the largest remainders one more", "[world][fit]") {
    CHECK(apportion(std::vector{0.5, 0.3, 0.2}, 10) == std::vector<std::uint32_t>{5, 3, 2});
    CHECK(apportion(std::vector{0.5, 0.3, 0.2}, 11) == std::vector<std::uint32_t>{6, 3, 2});
    CHECK(apportion(std::vector{1.0, 1.0, 1.0}, 4) == std::vector<std::uint32_t>{2, 1, 1});
    CHECK(apportion(std::vector{0.0, 2.0}, 3) == std::vector<std::uint32_t>{0, 3});
    CHECK(apportion(std::vector{0.0, 0.0}, 3) == std::vector<std::uint32_t>{2, 1});
    CHECK(apportion(std::vector{1.0}, 0) == std::vector<std::uint32_t>{0});
}

TEST_CASE("the national kinds add up to the published stock", "[world][fit]") {
    auto const& kinds = national_kinds();
    // G14, in thousands, over all types and periods.
    CHECK(std::accumulate(kinds.begin(), kinds.end(), 0.0) == Approx(7933.0));
    double old_apartments{0.0};
    for (std::size_t tenure = 0; tenure < tenures; ++tenure) {
        old_apartments += kinds[kind_of(0, 0, tenure)];
    }
    CHECK(old_apartments == Approx(540.0));
}

TEST_CASE("only apartments are in a VvE", "[world][fit]") {
    auto buurt = tests::national_buurt("BU24010001", 0, 1000);
    auto const kinds = count_kinds(buurt);
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        if (kind % tenures == static_cast<std::size_t>(Tenure::owner_in_vve) &&
            kind / tenures >= building_periods) {
            CHECK(kinds[kind] == 0);
        }
    }
    SECTION("where more homes would be in a VvE than there are apartments, the rest own plainly") {
        buurt.type_shares = {0.1, 0.9, 0.0, 0.0};
        buurt.tenure_shares = {0.3, 0.5, 0.2, 0.0};
        auto const whole = whole_marginals(buurt);
        CHECK(whole.tenures == TenureShares{700.0, 100.0, 200.0, 0.0});
        auto const forced = count_kinds(buurt);
        CHECK(std::accumulate(forced.begin(), forced.end(), 0U) == 1000U);
    }
}

TEST_CASE("a fit keeps the odds ratios of its seed", "[world][fit]") {
    auto const whole = whole_marginals(tests::national_buurt("BU24010001", 0, 5000));
    auto const fitted = fit_marginals(national_kinds(), whole);
    auto const odds = [](KindWeights const& cells) {
        // Terraced against detached, owned against corporatie, in homes of 1965-1984.
        return cells[kind_of(1, 2, 0)] * cells[kind_of(3, 2, 2)] /
               (cells[kind_of(1, 2, 2)] * cells[kind_of(3, 2, 0)]);
    };
    CHECK(odds(fitted) == Approx(odds(national_kinds())));
}
