#include "analysis/sweep/analyse_sweep.hpp"

#include "analysis/sweep/sweep_table.hpp"
#include "tests/unit/analysis/test_functions.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <limits>

using namespace opschaling;
using namespace opschaling::analysis;
using namespace opschaling::testing;

namespace {

/// A sweep of two policies: Ishigami's function, and the same with one unit more.
SweepTable ishigami_sweep(DesignRequest const& request, std::size_t replications = 1) {
    SweepTable table{.design = draw_design(request),
                     .inputs = {},
                     .outcomes = {{.name = "y", .label_nl = "Y", .label_en = "Y", .unit = "1"}},
                     .policies = {{"basis", "Basis", "Basis"}, {"meer", "Meer", "More"}},
                     .replications = replications,
                     .statuses = {},
                     .figures = {}};
    for (auto const& input : request.inputs) {
        table.inputs.push_back(
            {.name = input.name, .label = input.name, .unit = "1", .categories = {}});
    }
    table.outcomes[0].direction = Direction::maximise;
    auto& figures = table.figures.emplace_back();
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
        for (std::uint32_t point = 0; point < table.points(); ++point) {
            sim::Dice dice{{7, replication}, sim::Stream{1}, point, 0};
            double const noise = replications == 1 ? 0.0 : 0.1 * sim::normal(dice);
            figures.push_back(ishigami(table.design.point(point)) + noise);
            figures.push_back(figures.back() + 1.0);
        }
    }
    table.statuses.assign(figures.size(), TableStatus::done);
    return table;
}

void fail(SweepTable& table, std::size_t run) {
    table.statuses[run] = TableStatus::failed;
    table.figures[0][run] = std::numeric_limits<double>::quiet_NaN();
}

} // namespace

TEST_CASE("a sweep without questions is asked what its design is for", "[analyse]") {
    auto request = ishigami_request(64);
    request.scrambles = 4;
    auto const table = ishigami_sweep(request);
    auto const questions = usual_questions(table);
    REQUIRE(questions.size() == 2);
    CHECK(complaints_of(table, questions).empty());
    auto const findings = analyse_sweep(table, questions);
    REQUIRE(findings.sobol.size() == 2);
    CHECK(findings.sobol[0].indices.inputs[1].first.value ==
          Approx(findings.sobol[1].indices.inputs[1].first.value));
    REQUIRE(findings.paired.size() == 1);
    CHECK(findings.paired[0].points == 64 * 4 * 2);
    CHECK(findings.paired[0].policies[0].difference.mean == Approx(1.0));
    CHECK(findings.paired[0].policies[0].share_more == 1.0);
    CHECK(findings.trees.empty());
}

TEST_CASE("a question that the design cannot answer is refused", "[analyse]") {
    auto request = ishigami_request(64);
    request.kind = DesignKind::lhs;
    auto table = ishigami_sweep(request);
    table.outcomes[0].direction = Direction::neither;
    std::vector<Question> const questions{
        {.method = Method::sobol, .outcomes = {0}, .conditions = {}, .text = {}},
        {.method = Method::morris, .outcomes = {0}, .conditions = {}, .text = {}},
        {.method = Method::robustness, .outcomes = {0}, .conditions = {}, .text = {}}};
    CHECK(complaints_of(table, questions).size() == 3);
    CHECK(usual_questions(table)[0].method == Method::given_data);
}

TEST_CASE("a point with a failed replication has no figure, a skipped one counts the rest",
          "[analyse]") {
    auto request = ishigami_request(4);
    request.kind = DesignKind::sobol;
    auto table = ishigami_sweep(request, 3);
    fail(table, table.run_of(1, 2, 0));
    table.statuses[table.run_of(2, 3, 0)] = TableStatus::skipped;
    table.figures[0][table.run_of(2, 3, 0)] = std::numeric_limits<double>::quiet_NaN();
    auto const figures = table.by_point(0, 0);
    CHECK(std::isnan(figures[2]));
    CHECK(figures[3] == Approx(0.5 * (table.figures[0][table.run_of(0, 3, 0)] +
                                      table.figures[0][table.run_of(1, 3, 0)])));
    CHECK(table.failed_points() == std::vector<std::uint8_t>{0, 0, 1, 0});
    CHECK(table.count(TableStatus::failed) == 1);
}

TEST_CASE("a tree tells where the runs of a sweep failed", "[analyse]") {
    auto request = ishigami_request(512);
    request.kind = DesignKind::sobol;
    auto table = ishigami_sweep(request);
    for (std::size_t point = 0; point < table.points(); ++point) {
        if (table.design.point(point)[2] > 2.5) {
            fail(table, table.run_of(0, point, 1));
        }
    }
    auto const findings = analyse_sweep(table, {});
    REQUIRE(findings.trees.size() == 1);
    auto const& root = findings.trees[0].nodes.front();
    REQUIRE_FALSE(root.is_leaf);
    CHECK(root.input == 2);
    CHECK(root.threshold == Approx(2.5).margin(0.05));
}

TEST_CASE("boxes and robustness are asked by conditions on outcomes", "[analyse]") {
    auto request = ishigami_request(1024);
    request.kind = DesignKind::sobol;
    auto const table = ishigami_sweep(request);
    std::vector<Condition> const conditions{{.outcome = 0, .is_above = true, .threshold = 7.0}};
    auto const findings = analyse_sweep(
        table,
        {{.method = Method::prim, .outcomes = {}, .conditions = conditions, .text = "y > 7"},
         {.method = Method::tree, .outcomes = {}, .conditions = conditions, .text = "y > 7"},
         {.method = Method::robustness, .outcomes = {0}, .conditions = conditions, .text = "y > 7"},
         {.method = Method::given_data, .outcomes = {0}, .conditions = {}, .text = {}}});
    REQUIRE(findings.boxes.size() == 2);
    CHECK(findings.boxes[0].result.of_interest < findings.boxes[1].result.of_interest);
    CHECK(findings.boxes[0].result.boxes.front().box.density > 0.4);
    CHECK(findings.trees.size() == 2);
    REQUIRE(findings.robustness.size() == 1);
    auto const& robustness = findings.robustness[0];
    CHECK(robustness.policies[1].max_regret == 0.0);
    CHECK(robustness.policies[0].max_regret == Approx(1.0));
    CHECK(robustness.satisficing[1] > robustness.satisficing[0]);
    CHECK(findings.given_data.size() == 2);
}

TEST_CASE("a hundred thousand points are analysed in well under a minute", "[analyse]") {
    // 2^12 rows of 4 scrambles of 4 inputs and the dice: 114,688 points.
    auto request = request_for(DesignKind::saltelli, 4, 4096, 0.0, 1.0);
    request.scrambles = 4;
    request.has_seed_input = true;
    auto table = ishigami_sweep(request);
    REQUIRE(table.points() > 100'000);
    auto questions = usual_questions(table);
    questions.push_back({.method = Method::prim,
                         .outcomes = {},
                         .conditions = {{.outcome = 0, .is_above = true, .threshold = 1.5}},
                         .text = {}});
    questions.push_back(
        {.method = Method::given_data, .outcomes = {0}, .conditions = {}, .text = {}});
    auto const begin = std::chrono::steady_clock::now();
    auto const findings = analyse_sweep(table, questions);
    std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - begin;
    CHECK(findings.sobol.size() == 2);
    CHECK(findings.boxes.size() == 2);
    CHECK(taken.count() < 60.0);
}
