#include "analysis/hypotheses/judge.hpp"
#include "analysis/hypotheses/verdict.hpp"
#include "sim/random/dice.hpp"
#include "sim/random/distributions.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace opschaling;
using namespace opschaling::analysis;
using Catch::Matchers::WithinAbs;

namespace {

HypothesisFigure of(std::vector<double> values) {
    return {.values = std::move(values), .value = 0.0, .interval = {}};
}

Judged claim(double p, Finding finding) {
    return {.value = 0.0, .interval = {}, .p = p, .finding = finding, .on_side = false};
}

} // namespace

TEST_CASE("a difference is held against a bound by Student's t", "[analysis]") {
    // Mean 2, standard error 0.5774, three degrees of freedom: t is 3.464 at 0 and 1.732 at 1.
    auto const figure = of({1.0, 1.0, 3.0, 3.0});
    auto const above = judge(figure, nullptr, Inequality::above, 0.0);
    CHECK(above.value == 2.0);
    CHECK_THAT(above.p, WithinAbs(0.0202, 1e-4));
    CHECK(above.finding == Finding::holds);
    REQUIRE(above.interval.has_value());
    CHECK_THAT(above.interval->low, WithinAbs(2.0 - 3.1824 * 0.57735, 1e-3));
    CHECK(judge(figure, nullptr, Inequality::above, 1.0).finding == Finding::uncertain);
    CHECK(judge(figure, nullptr, Inequality::below, 0.0).finding == Finding::fails);
    CHECK(judge(figure, nullptr, Inequality::beyond, 0.0).p == 2.0 * above.p);
    CHECK(judge(figure, nullptr, Inequality::within, 9.0).finding == Finding::holds);
    CHECK(judge(figure, nullptr, Inequality::within, 0.1).finding == Finding::fails);
}

TEST_CASE("a ratio is that of the means, and agrees with Fieller's interval", "[analysis]") {
    auto const above = of({10.0, 30.0, 20.0, 44.0});
    auto const below = of({10.0, 20.0, 15.0, 35.0});
    auto const judged = judge(above, &below, Inequality::above, 1.0);
    CHECK(judged.value == 26.0 / 20.0);
    REQUIRE(judged.interval.has_value());
    // The bounds of a 95 % interval are where the one-sided p is 0.025.
    CHECK_THAT(judge(above, &below, Inequality::above, judged.interval->low).p,
               WithinAbs(0.025, 1e-6));
    CHECK_THAT(judge(above, &below, Inequality::below, judged.interval->high).p,
               WithinAbs(0.025, 1e-6));
}

TEST_CASE("equals means exactly, in every replication", "[analysis]") {
    CHECK(judge(of({0.0, 0.0}), nullptr, Inequality::equals, 0.0).finding == Finding::holds);
    CHECK(judge(of({1e-300, -1e-300}), nullptr, Inequality::equals, 0.0).finding == Finding::fails);
}

TEST_CASE("one replication decides nothing but an equality", "[analysis]") {
    auto const once = of({5.0});
    auto const judged = judge(once, nullptr, Inequality::above, 0.0);
    CHECK(judged.finding == Finding::uncertain);
    CHECK_FALSE(judged.interval.has_value());
    CHECK(judged.on_side);
    CHECK(judge(once, nullptr, Inequality::equals, 5.0).finding == Finding::holds);
}

TEST_CASE("figures with an interval alone are added as independent ones", "[analysis]") {
    HypothesisFigure const a{.values = {}, .value = 0.5, .interval = {0.2, 0.8}};
    HypothesisFigure const b{.values = {}, .value = 0.1, .interval = {-0.3, 0.5}};
    auto const difference = combine(std::array{a, b}, std::array{1.0, -1.0});
    CHECK_THAT(difference.value, WithinAbs(0.4, 1e-12));
    CHECK_THAT(difference.interval.half_width(), WithinAbs(0.5, 1e-12));
    CHECK(judge(difference, nullptr, Inequality::above, 0.0).finding == Finding::uncertain);
    CHECK(judge(a, nullptr, Inequality::above, 0.0).finding == Finding::holds);
}

TEST_CASE("a true null is rejected in about the part of lists that the level allows",
          "[analysis]") {
    // 2,000 lists of one claim on eight normal values of mean 0: 5 % +- 1.5 % (three standard
    // errors).
    constexpr std::uint32_t lists{2000};
    int met{0};
    for (std::uint32_t list = 0; list < lists; ++list) {
        sim::Dice dice{{.study = 7, .replication = list}, sim::Stream{9901}, 0, 0};
        std::vector<double> values;
        for (int i = 0; i < 8; ++i) {
            values.push_back(sim::normal(dice));
        }
        JudgedHypothesis const hypothesis{
            .claims = {judge(of(values), nullptr, Inequality::above, 0.0)}, .controls = {}};
        met += judge_list(std::array{hypothesis}).front().verdict == Verdict::met ? 1 : 0;
    }
    CHECK_THAT(static_cast<double>(met) / lists, WithinAbs(0.05, 0.015));
}

TEST_CASE("a list is judged together, and controls count", "[analysis]") {
    std::vector<JudgedHypothesis> const list{
        {.claims = {claim(0.001, Finding::holds), claim(0.01, Finding::holds)},
         .controls = {claim(0.0, Finding::holds)}},
        {.claims = {claim(0.0001, Finding::holds)}, .controls = {claim(1.0, Finding::fails)}},
        {.claims = {claim(0.04, Finding::holds)}, .controls = {}},
        {.claims = {claim(0.001, Finding::holds), claim(0.99, Finding::fails)}, .controls = {}},
        {.claims = {}, .controls = {}}};
    auto const verdicts = judge_list(list);
    // Holm over four: 0.0001 * 4, then 0.01 * 3, then 0.04 * 2.
    CHECK_THAT(verdicts[0].p, WithinAbs(0.03, 1e-12));
    CHECK(verdicts[0].verdict == Verdict::met);
    CHECK(verdicts[1].verdict == Verdict::met_in_part);
    CHECK_THAT(verdicts[2].p, WithinAbs(0.08, 1e-12));
    CHECK(verdicts[2].verdict == Verdict::inconclusive);
    CHECK(verdicts[3].verdict == Verdict::missed);
    CHECK(verdicts[4].verdict == Verdict::not_measured);
}
