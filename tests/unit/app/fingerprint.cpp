#include "app/effects/hypotheses.hpp"
#include "scenarios/reader/hypotheses.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

using namespace opschaling;

// What does not happen in that run can change without being noticed, and results of an older model
// would pass for those of this one. A fee counted twice once did.
TEST_CASE("in the run that tells models apart nearly everything happens", "[app][hypotheses]") {
    std::filesystem::path const root{std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios"};
    std::ostringstream out;
    app::Console const console{.out = out, .err = out};
    auto const sums = app::sums_of_fingerprint(
        scenarios::read_hypotheses(root / "studies" / "hypotheses.yaml", root / "parameters"),
        console);
    std::string still;
    std::size_t still_ones{0};
    for (auto const& [name, sum] : sums) {
        if (sum == 0.0) {
            still += name + " ";
            ++still_ones;
        }
    }
    INFO("nothing is seen of " << still);
    CHECK(still_ones * 20 < sums.size()); // fewer than one in twenty
    for (std::string const series :
         {"warmtenet_connected", "nets_built", "homes_holdout", "private_cost", "grid_cost",
          "homes_gas_free", "exemptions_withdrawn"}) {
        INFO(series);
        auto const found = std::ranges::find(sums, series, &decltype(sums)::value_type::first);
        REQUIRE(found != sums.end());
        CHECK(found->second > 0.0);
    }
}
