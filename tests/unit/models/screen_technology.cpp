#include "models/gemeente/screen_technology.hpp"

#include "models/project/begin_project.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr auto in_2024 = sim::Quarter::of(2024, 1);
constexpr WijkId wijk{7};

/// Expects the more of a technology, the higher its number.
class LikesTheLast final : public Judge {
public:
    [[nodiscard]] double expects(Approach const& approach) const override {
        return approach.variant[technology_module];
    }

    [[nodiscard]] double certainty(std::size_t, Variant) const override { return 1.0; }

    [[nodiscard]] double shows(Approach const&, std::size_t) const override { return 0.0; }

    [[nodiscard]] double try_certainty() const override { return 0.0; }
};

/// The polder with mains of a price, and what its wijk would do with a warmtenet (variant 0).
struct Screened {
    explicit Screened(double pipe_per_metre, bool screens = true)
        : desk{tests::polder(),
               [&] {
                   auto parameters = tests::shipped_parameters();
                   parameters.warmtenet.pipe_per_metre = sim::Euro::of_canonical(pipe_per_metre);
                   parameters.gemeente.screens_technology = screens;
                   return parameters;
               }()},
          turn{desk.turn(in_2024)} {}

    [[nodiscard]] Approach of(Approach const& approach) {
        return with_technology_that_fits(turn, receiver_of(turn, wijk, 0), approach,
                                         LikesTheLast{});
    }

    tests::Desk desk;
    Turn turn;
};

} // namespace

TEST_CASE("where mains could never pay an approach goes all-electric, the rest of it as it was",
          "[models][gemeente]") {
    Approach const net{{0, 1, 2}};
    Screened cheap{100.0};
    REQUIRE(mains_could_pay(cheap.turn, wijk));
    CHECK(cheap.of(net) == net);

    Screened dear{20'000.0};
    REQUIRE_FALSE(mains_could_pay(dear.turn, wijk));
    auto const found = dear.of(net);
    auto const& repertoire = dear.desk.repertoire;
    CHECK(found.variant[technology_module] == repertoire.variants() - 1);
    CHECK(repertoire.technology(found.variant[technology_module]) == HeatingSystem::heat_pump);
    for (std::size_t module = technology_module + 1; module < modules; ++module) {
        CHECK(found.variant[module] == net.variant[module]);
    }
    // An all-electric approach stays as it is.
    CHECK(dear.of(found) == found);
}

TEST_CASE("without screening technology is taken as it comes", "[models][gemeente]") {
    Approach const net{{0, 1, 2}};
    Screened blind{20'000.0, false};
    CHECK(blind.of(net) == net);
}

TEST_CASE("mains are the sooner within reach, the more are hoped to sign", "[models][gemeente]") {
    Screened here{1'818.0};
    auto const could_pay = [&](double uptake) {
        here.desk.parameters.warmtenet.uptake_at_door = sim::Share{uptake};
        auto turn = here.desk.turn(in_2024);
        return mains_could_pay(turn, wijk);
    };
    CHECK_FALSE(could_pay(0.0));
    bool paid{false};
    for (double uptake = 0.0; uptake <= 1.0; uptake += 0.05) {
        bool const pays = could_pay(uptake);
        CHECK((pays || !paid)); // once it pays, more never makes it fail
        paid = pays;
    }
}
