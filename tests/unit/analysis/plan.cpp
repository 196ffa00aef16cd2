#include "analysis/store/plan.hpp"

#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace opschaling;
using tests::sample_plan;

TEST_CASE("runs go replication by replication", "[analysis][store]") {
    auto const plan = sample_plan();
    CHECK(plan.runs() == 6);
    CHECK(plan.run_of(1, 2) == 5);
    CHECK(plan.variant_of(5) == 1);
    CHECK(plan.replication_of(5) == 2);
    CHECK(plan.reference() == 0);
}

TEST_CASE("a plan's identity is in what can change a figure", "[analysis][store]") {
    std::set<std::string> identities{plan_sha256(sample_plan())};
    auto const is_new = [&](auto&& change) {
        auto plan = sample_plan();
        change(plan);
        return identities.insert(plan_sha256(plan)).second;
    };
    CHECK(is_new([](auto& plan) { plan.canonical += "x: 1\n"; }));
    CHECK(is_new([](auto& plan) { plan.world.identity += "x"; }));
    CHECK(is_new([](auto& plan) { plan.seed += 1; }));
    CHECK(is_new([](auto& plan) { plan.replications += 1; }));
    CHECK(is_new([](auto& plan) { plan.branch = plan.branch.next(); }));
    CHECK(is_new([](auto& plan) { plan.variants.pop_back(); }));
    CHECK_FALSE(is_new([](auto& plan) { plan.made_by.command_line = "elsewhere"; }));
    CHECK_FALSE(is_new([](auto& plan) { plan.resolved_yaml += "# a comment\n"; }));
    // Moving text from one part to the next makes another plan.
    CHECK(is_new([](auto& plan) {
        plan.world.identity = plan.canonical.back() + plan.world.identity;
        plan.canonical.pop_back();
    }));
}

TEST_CASE("differences between plans are told by key", "[analysis][store]") {
    auto stored = sample_plan();
    auto asked = sample_plan();
    CHECK(differences(stored, asked).empty());
    stored.canonical = "set:\n  gemeente.reach: 0.4\nvariants:\n  groei:\n    set:\n"
                       "      route.share: 1\n  replicatie:\n    set:\n      route.share: 1\n";
    asked.canonical = "set:\n  gemeente.reach: 0.4\nvariants:\n  groei:\n    set:\n"
                      "      route.share: 0.5\n      extra: 2\n  replicatie:\n    set:\n"
                      "      route.share: 1\n";
    auto const found = differences(stored, asked);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == "variants.groei.set.route.share: the file has 1, this plan 0.5");
    CHECK(found[1] == "variants.groei.set.extra: the file has nothing, this plan 2");
}

TEST_CASE("differences in lists name the place in the list", "[analysis][store]") {
    auto stored = sample_plan();
    auto asked = sample_plan();
    stored.canonical = "variants:\n  - name: basis\n    seed: 1\n  - name: groei\n    seed: 2\n";
    asked.canonical = "variants:\n  - name: basis\n    seed: 1\n  - name: groei\n    seed: 3\n";
    auto const found = differences(stored, asked);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == "variants[1].seed: the file has 2, this plan 3");
}

TEST_CASE("many differences are counted, not listed", "[analysis][store]") {
    auto stored = sample_plan();
    auto asked = sample_plan();
    for (int i = 0; i < 20; ++i) {
        asked.canonical += "key" + std::to_string(i) + ": 1\n";
    }
    auto const found = differences(stored, asked);
    REQUIRE(found.size() == 9);
    CHECK(found.back() == "and 12 more");
}
