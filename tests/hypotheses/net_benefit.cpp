#include "models/warmtenet/net_benefit.hpp"

#include "models/world/build_world.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <iostream>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr std::array<char const*, unit_levels> names{"straat", "wijk", "four wijken", "gemeente",
                                                     "RES-regio"};

World const& tenth_of_the_country() {
    static World const world =
        build_world(synthetic_netherlands(0.1, 1), tests::shipped_parameters().world);
    return world;
}

std::vector<NetBenefit> benefits(Parameters const& parameters, BenefitSwitches switches = {}) {
    auto const found = net_benefit_of_residual_heat(tenth_of_the_country(), parameters,
                                                    sim::Quarter::of(2026, 1), 3'000, switches);
    for (auto const& row : found) {
        std::cout << fmt::format("{:>12}: {:7.0f} homes, {:7.0f} +- {:5.0f} EUR a home, {:3.0f} % "
                                 "of {} units above zero\n",
                                 names[static_cast<std::size_t>(row.level)], row.homes, row.mean,
                                 row.half_interval, 100.0 * row.positive, row.units);
    }
    return found;
}

} // namespace

TEST_CASE("residual heat pays for a gemeente rather than for a straat, by its fixed cost",
          "[hypotheses][warmtenet]") {
    auto const& parameters = tests::shipped_parameters();
    std::cout << "all causes\n";
    auto const all = benefits(parameters);
    std::cout << "no fixed cost, no transport\n";
    auto const none = benefits(parameters, {.fixed_cost = false, .transport = false});
    std::cout << "no distance between resident and decision\n";
    auto const near = benefits(parameters, {.distance_between_resident_and_decision = false});
    auto const straat = static_cast<std::size_t>(UnitLevel::straat);
    auto const gemeente = static_cast<std::size_t>(UnitLevel::gemeente);
    // The cost of source and transport makes the small unit the worst of all ...
    CHECK(all[straat].mean + all[straat].half_interval < all[gemeente].mean);
    CHECK(all[straat].positive == 0.0);
    // ... and without it most straten are worth it by themselves: the lower bound is gone.
    CHECK(none[straat].positive > 0.5);
    // The smallest level at which it surely pays is far above a wijk, and above a proeftuin (H12).
    auto const level = smallest_sure_level(all);
    std::cout << "smallest sure level: " << (level < unit_levels ? names[level] : "none") << "\n";
    CHECK(level > static_cast<std::size_t>(UnitLevel::four_wijken));
    // Distance of decision costs the large unit uptake.
    CHECK(near[gemeente].mean > all[gemeente].mean);
}
