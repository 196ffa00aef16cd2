#include "models/skill/fill_skills.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;

namespace {

using Local = std::array<double, local_skills>;

/// Fte asked in a gemeente: talks and vision in the straat and at the gemeente.
constexpr Local asked{4.0, 2.0, 2.0, 4.0};

/// As much in all as is asked, too much at the gemeente and too little in the straat.
constexpr Local wrong_level{2.0, 4.0, 1.0, 5.0};

/// A fifth of it moved to the straat.
constexpr Local right_level{3.4, 2.6, 2.0, 4.0};

double factor_of(SkillParameters const& parameters, Local const& there) {
    Local filled{};
    fill_places(asked, there, can_locally, parameters, filled);
    return execution_factor(parameters, asked, filled);
}

SkillParameters shipped() {
    return tests::shipped_parameters().skill;
}

} // namespace

TEST_CASE("a fifth of the skills moved to where they lack, no more in all, raises execution (H19)",
          "[hypotheses][skill]") {
    CHECK(std::accumulate(wrong_level.begin(), wrong_level.end(), 0.0) ==
          Approx(std::accumulate(right_level.begin(), right_level.end(), 0.0)));
    CHECK(factor_of(shipped(), right_level) > factor_of(shipped(), wrong_level) + 0.05);
    CHECK(factor_of(shipped(), asked) == 1.0);
}

TEST_CASE("where anyone can do the work of anyone and skills add up, moving them changes nothing "
          "(H19)",
          "[hypotheses][skill]") {
    auto parameters = shipped();
    parameters.complementarity = 1.0;
    parameters.substitution.fill(1.0);
    parameters.level_substitution = 1.0;
    CHECK(factor_of(parameters, right_level) == Approx(factor_of(parameters, wrong_level)));
    Local half{};
    std::ranges::transform(wrong_level, half.begin(), [](double v) { return 0.5 * v; });
    CHECK(factor_of(parameters, half) == Approx(0.5));
}

TEST_CASE("moving skills away from where they lack lowers execution (H19)", "[hypotheses][skill]") {
    Local worse{wrong_level};
    worse[0] -= 1.0;
    worse[1] += 1.0;
    CHECK(factor_of(shipped(), worse) < factor_of(shipped(), wrong_level));
}

TEST_CASE("too much of one skill mends no gap elsewhere, the more so the more they belong together",
          "[hypotheses][skill]") {
    auto parameters = shipped();
    Local gap{asked};
    gap[0] = 1.0;
    Local surplus{gap};
    surplus[3] += 20.0;
    parameters.substitution.fill(0.0);
    CHECK(factor_of(parameters, surplus) == factor_of(parameters, gap));
    auto adding = parameters;
    adding.complementarity = 1.0;
    CHECK(factor_of(parameters, gap) < factor_of(adding, gap));
}

TEST_CASE("skills that cannot lack leave every series as it is", "[hypotheses][skill]") {
    auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
    parameters.skill.binds = false;
    auto const off = tests::run_model(tests::polder(), parameters, 80);
    parameters.skill.binds = true;
    parameters.skill.supply.fill(100.0);
    auto const plenty = tests::run_model(tests::polder(), parameters, 80);
    CHECK(tests::differing_series(off, plenty).empty());
    parameters.skill.supply.fill(0.01);
    auto const scarce = tests::run_model(tests::polder(), parameters, 80);
    CHECK(scarce.last("skill_fill_straat") < 1.0);
    CHECK(scarce.last("homes_gas_free") <= off.last("homes_gas_free"));
}

TEST_CASE("who lacks is trained, and the fill rises", "[hypotheses][skill]") {
    auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
    parameters.skill.supply.fill(0.05);
    parameters.skill.training_rate = sim::Rate{};
    auto const stands = tests::run_model(tests::polder(), parameters, 80);
    parameters.skill.training_rate = sim::Rate::of_canonical(2.0 / sim::hours_per_year);
    auto const trains = tests::run_model(tests::polder(), parameters, 80);
    CHECK(trains.last("skill_fill_straat") > stands.last("skill_fill_straat"));
}
