#include "scenarios/reader/study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

namespace opschaling::scenarios {

namespace {

std::filesystem::path const shipped{std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios"};

Study read_shipped(std::string const& file, std::vector<std::string> overrides = {}) {
    return read_study({shipped / file, shipped / "parameters", std::move(overrides)});
}

} // namespace

TEST_CASE("the study of the four routes reads, with a record of every parameter", "[scenarios]") {
    auto const study = read_shipped("vier_routes.yaml");
    models::Parameters parameters{};
    CHECK(study.records.size() == models::declare_all(parameters).size());
    CHECK(study.name == "vier_routes");
    CHECK(study.world.share == 0.1);
    CHECK(study.parameters.world.homes_per_straat == 30);
    CHECK(study.reference == "autonoom");
    CHECK(std::ranges::all_of(study.records, [](auto const& r) { return !r.source.empty(); }));
}

TEST_CASE("a change on the command line says where it comes from", "[scenarios]") {
    auto const study = read_shipped("vier_routes.yaml", {"world.straat_ties=4", "seed=7"});
    CHECK(study.seed == 7);
    CHECK(study.parameters.world.straat_ties == 4);
    auto const record =
        std::ranges::find(study.records, "world.straat_ties", &sim::ParameterRecord::path);
    REQUIRE(record != study.records.end());
    CHECK(record->value == "4");
    CHECK(record->origin == "--set:1");
    CHECK(record->is_assumption);
}

} // namespace opschaling::scenarios
