#include "models/world/build_world.hpp"
#include "models/world/rake_shares.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace opschaling;
using namespace opschaling::models;

namespace {

BuurtTable const& netherlands() {
    static BuurtTable const table = synthetic_netherlands(1.0, 1);
    return table;
}

double homes_of(BuurtTable const& table) {
    double homes{0.0};
    for (auto const& buurt : table.buurten) {
        homes += buurt.homes;
    }
    return homes;
}

double quantile(std::vector<double> values, double rank) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(rank * static_cast<double>(values.size()))];
}

} // namespace

TEST_CASE("the synthetic country has the places of the real one", "[world][synthetic]") {
    auto const& table = netherlands();
    CHECK(homes_of(table) == Approx(8'125'229.0).epsilon(0.01)); // G10
    CHECK(table.gemeenten.size() == 342);                        // G1
    CHECK(table.regios.size() == 30);                            // G7
    CHECK(table.netbeheerders.size() == 6);                      // G8
    CHECK(table.buurten.size() >= 13'211);                       // G4, its range
    CHECK(table.buurten.size() <= 14'600);
    std::set<std::string> codes;
    for (auto const& buurt : table.buurten) {
        codes.insert(buurt.code);
        CHECK(buurt.origins[0] == FigureOrigin::synthetic);
    }
    CHECK(codes.size() == table.buurten.size());
    CHECK(table.synthetic);
    CHECK(table.source.starts_with("synthetic"));
    CHECK(table.gemeenten[16].name == "Gemeente 017");
}

TEST_CASE("netbeheerders serve their published shares of the homes", "[world][synthetic]") {
    std::map<std::string, double> homes;
    for (auto const& buurt : netherlands().buurten) {
        auto const& gemeente = netherlands().gemeenten[buurt.gemeente];
        homes[netherlands().netbeheerders[gemeente.netbeheerder].name] += buurt.homes;
    }
    double const all = homes_of(netherlands());
    // G9, with its own margin of two points.
    CHECK(homes["Liander"] / all == Approx(0.37).margin(0.02));
    CHECK(homes["Enexis"] / all == Approx(0.34).margin(0.02));
    CHECK(homes["Stedin"] / all == Approx(0.26).margin(0.02));
    CHECK(homes["Coteq"] > 0.0);
    CHECK(homes["Rendo"] > 0.0);
    CHECK(homes["Westland Infra"] > 0.0);
}

TEST_CASE("gemeenten and buurten have the published sizes", "[world][synthetic]") {
    std::vector<double> buurten;
    std::vector<double> gemeenten(342, 0.0);
    for (auto const& buurt : netherlands().buurten) {
        buurten.push_back(buurt.homes);
        gemeenten[buurt.gemeente] += buurt.homes;
    }
    CHECK(quantile(buurten, 0.50) == Approx(319.0).epsilon(0.10)); // G5
    CHECK(quantile(buurten, 0.90) == Approx(1535.0).epsilon(0.10));
    CHECK(quantile(buurten, 0.95) == Approx(2142.0).epsilon(0.10));
    CHECK(quantile(gemeenten, 0.05) == Approx(4639.0).epsilon(0.05)); // G6
    CHECK(quantile(gemeenten, 0.25) == Approx(9032.0).epsilon(0.05));
    CHECK(quantile(gemeenten, 0.50) == Approx(13'464.0).epsilon(0.05));
    CHECK(quantile(gemeenten, 0.75) == Approx(22'204.0).epsilon(0.05));
    CHECK(quantile(gemeenten, 0.95) == Approx(64'236.0).epsilon(0.05));
    CHECK(std::ranges::max(gemeenten) == Approx(453'940.0).epsilon(0.01));
}

TEST_CASE("types, periods, tenure and income have the published means", "[world][synthetic]") {
    auto const& buurten = netherlands().buurten;
    auto const types = mean_shares(buurten, &BuurtRow::type_shares);
    auto const periods = mean_shares(buurten, &BuurtRow::period_shares);
    auto const tenure = mean_shares(buurten, &BuurtRow::tenure_shares);
    constexpr double point{0.01};
    CHECK(types[0] == Approx(0.353).margin(point)); // G12
    CHECK(types[1] == Approx(0.300).margin(point));
    CHECK(types[2] == Approx(0.218).margin(point));
    CHECK(types[3] == Approx(0.130).margin(point));
    CHECK(periods[0] == Approx(0.185).margin(point)); // G13
    CHECK(periods[1] == Approx(0.144).margin(point));
    CHECK(periods[2] == Approx(0.307).margin(point));
    CHECK(periods[3] == Approx(0.234).margin(point));
    CHECK(periods[4] == Approx(0.130).margin(point));
    CHECK(tenure[0] + tenure[1] == Approx(0.570).margin(point)); // G11
    CHECK(tenure[2] == Approx(0.285).margin(point));
    CHECK(tenure[3] == Approx(0.144).margin(point));
    CHECK(tenure[1] == Approx(0.20).margin(point)); // G17
    double low_income{0.0};
    for (auto const& buurt : buurten) {
        low_income += buurt.homes * buurt.low_income_share;
    }
    CHECK(low_income / homes_of(netherlands()) == Approx(0.397).margin(point)); // G16
}

TEST_CASE("wijken differ in ownership as published, and dense ones are stacked and rented",
          "[world][synthetic]") {
    std::map<std::string, std::pair<double, double>> owned;
    double stacked_dense{0.0};
    double dense{0.0};
    double stacked_rural{0.0};
    double rural{0.0};
    for (auto const& buurt : netherlands().buurten) {
        auto& [owners, homes] = owned[buurt.wijk_code];
        owners += buurt.homes * (buurt.tenure_shares[0] + buurt.tenure_shares[1]);
        homes += buurt.homes;
        if (buurt.urbanity == 1) {
            dense += buurt.homes;
            stacked_dense += buurt.homes * buurt.type_shares[0];
        } else if (buurt.urbanity == 5) {
            rural += buurt.homes;
            stacked_rural += buurt.homes * buurt.type_shares[0];
        }
    }
    std::vector<double> shares;
    for (auto const& [code, sums] : owned) {
        shares.push_back(sums.first / sums.second);
    }
    // G11: 31 and 91 % at the 5 and 95 % points.
    CHECK(quantile(shares, 0.05) == Approx(0.31).margin(0.07));
    CHECK(quantile(shares, 0.95) == Approx(0.91).margin(0.07));
    // CBS 2024: 67 % apartments in the most urban buurten, 9 % in the most rural.
    CHECK(stacked_dense / dense > 0.5);
    CHECK(stacked_rural / rural < 0.12);
}

TEST_CASE("another seed gives another country of the same kind", "[world][synthetic]") {
    auto const other = synthetic_netherlands(1.0, 2);
    CHECK(homes_of(other) == Approx(8'125'229.0).epsilon(0.01));
    CHECK(other.buurten.size() >= 13'211);
    CHECK(other.buurten.size() <= 14'600);
    CHECK(other.buurten[100].homes != netherlands().buurten[100].homes);
    auto const types = mean_shares(other.buurten, &BuurtRow::type_shares);
    CHECK(types[0] == Approx(0.353).margin(0.01));
}

TEST_CASE("a smaller world is whole places of the same country", "[world][synthetic]") {
    std::map<std::string, BuurtRow const*> country;
    std::map<std::string, std::size_t> buurten_of;
    std::map<std::string, std::size_t> gemeenten_of;
    for (auto const& buurt : netherlands().buurten) {
        country[buurt.code] = &buurt;
        ++buurten_of[netherlands().gemeenten[buurt.gemeente].code];
    }
    for (auto const& gemeente : netherlands().gemeenten) {
        ++gemeenten_of[netherlands().regios[gemeente.regio].code];
    }

    struct Size {
        double share;
        double homes;
        double tolerance;
    };

    for (auto const& [share, homes, tolerance] :
         {Size{0.1, 812'523.0, 0.05}, Size{0.01, 81'252.0, 0.05}, Size{0.0, 760.0, 0.08}}) {
        auto const part = synthetic_netherlands(share, 1);
        INFO("share " << share);
        CHECK(homes_of(part) == Approx(homes).epsilon(tolerance));
        std::map<std::string, std::size_t> buurten;
        for (auto const& buurt : part.buurten) {
            auto const& same = *country.at(buurt.code);
            CHECK(buurt.homes == same.homes);
            CHECK(buurt.homes_key == same.homes_key);
            CHECK(buurt.type_shares == same.type_shares);
            ++buurten[part.gemeenten[buurt.gemeente].code];
        }
        std::map<std::string, std::size_t> gemeenten;
        for (auto const& gemeente : part.gemeenten) {
            ++gemeenten[part.regios[gemeente.regio].code];
            if (share > 0.0) {
                CHECK(buurten[gemeente.code] == buurten_of[gemeente.code]);
            }
        }
        if (share == 0.1) {
            CHECK(part.regios.size() == 3);
            CHECK(part.gemeenten.size() >= 25);
            CHECK(part.gemeenten.size() <= 45);
            for (auto const& [regio, count] : gemeenten) {
                CHECK(count == gemeenten_of[regio]);
            }
            auto const types = mean_shares(part.buurten, &BuurtRow::type_shares);
            CHECK(types[0] == Approx(0.353).margin(0.05)); // typical, not drawn to be
        }
    }
    CHECK(synthetic_netherlands(0.0, 1).buurten.size() == 1);
    CHECK(synthetic_netherlands(0.3, 1).regios.size() == 9);
}

TEST_CASE("a part of a country that is none is refused", "[world][synthetic]") {
    CHECK_THROWS_AS(synthetic_netherlands(-0.1, 1), sim::InvariantError);
}
