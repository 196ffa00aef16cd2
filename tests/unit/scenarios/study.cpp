#include "scenarios/reader/study.hpp"

#include "scenarios/reader/findings.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

fs::path const repository{OPSCHALING_SOURCE_DIR};
fs::path const shipped{repository / "scenarios"};
std::string const head{"schema: opschaling-study/1\n"};

Study read_shipped(std::string const& file, std::vector<std::string> overrides = {}) {
    return read_study({shipped / file, shipped / "parameters", std::move(overrides)});
}

Study read_text_of(std::string const& text, std::vector<std::string> overrides = {}) {
    tests::EmptyFolder const folder;
    auto const file = folder.write("study.yaml", text);
    return read_study({file, shipped / "parameters", std::move(overrides)});
}

std::vector<Finding> findings_with(std::vector<std::string> overrides) {
    try {
        static_cast<void>(read_shipped("vier_routes.yaml", std::move(overrides)));
    } catch (ScenarioError const& error) {
        return error.findings();
    }
    return {};
}

sim::ParameterRecord record_of(Study const& study, std::string const& path) {
    auto const found = std::ranges::find(study.records, path, &sim::ParameterRecord::path);
    REQUIRE(found != study.records.end());
    return *found;
}

std::string without_origins(std::string const& resolved) {
    return std::regex_replace(resolved, std::regex{" +# [^\n]*"}, "");
}

} // namespace

TEST_CASE("a world file on the command line takes the place of a synthetic world", "[scenarios]") {
    auto const study = read_shipped("vier_routes.yaml", {"world.file=nederland.nc"});
    CHECK_FALSE(study.world.synthetic);
    CHECK(study.world.file == "nederland.nc");
    CHECK_FALSE(findings_with({"world.file=nederland.nc", "world.share=1:10"}).empty());
}

TEST_CASE("the study of the four routes reads, with a record of every parameter",
          "[scenarios][study]") {
    auto const study = read_shipped("vier_routes.yaml");
    models::Parameters parameters{};
    CHECK(study.records.size() == models::declare_all(parameters).size());
    CHECK(study.name == "vier_routes");
    CHECK(study.world.synthetic);
    CHECK(study.world.share == 0.1);
    CHECK(study.horizon.branch == sim::Quarter::of(2026, 1));
    CHECK(study.reference == "autonoom");
    CHECK(std::ranges::none_of(study.records, [](auto const& r) { return r.source.empty(); }));
    CHECK(record_of(study, "world.homes_per_straat").origin == "parameters/world.yaml:5");
}

TEST_CASE("a study without variants has the one variant basis", "[scenarios][study]") {
    auto const study = read_text_of(head + "name: alleen\ntitle: {nl: Alleen, en: Alone}\n");
    REQUIRE(study.variants.size() == 1);
    CHECK(study.variants.front().name == "basis");
    CHECK(study.variants.front().title_en == "Alone");
    CHECK(study.reference == "basis");
    CHECK(study.variants.front().parameters.world.homes_per_straat ==
          study.parameters.world.homes_per_straat);
}

TEST_CASE("variants differ from the study in what they set, and in nothing else",
          "[scenarios][study]") {
    auto const study = read_text_of(head + R"(
set: {world.straat_ties: 4}
variants:
  zonder: {}
  met:
    title: {nl: Met meer banden, en: With more ties}
    set:
      world.straat_ties: {value: 8, because: "S12, upper half"}
      world.homes_per_straat: 30 home
)");
    CHECK(study.parameters.world.straat_ties == 4);
    REQUIRE(study.variants.size() == 2);
    CHECK(study.variants[0].name == "zonder");
    CHECK(study.variants[0].changed.empty());
    CHECK(study.variants[0].parameters.world.straat_ties == 4);
    CHECK(study.reference == "zonder");
    auto const& met = study.variants[1];
    CHECK(met.parameters.world.straat_ties == 8);
    REQUIRE(met.changed.size() == 1);
    CHECK(met.changed.front().path == "world.straat_ties");
    CHECK(met.changed.front().source == "S12, upper half");
    CHECK_FALSE(met.changed.front().is_assumption);
}

TEST_CASE("a change without a reason is an assumption that names what it replaces",
          "[scenarios][study]") {
    auto const study = read_text_of(head + "name: proef\nset: {heat.heat_pump_cost: 9000 EUR}\n");
    auto const record = record_of(study, "heat.heat_pump_cost");
    CHECK(record.value == "9000");
    CHECK(record.is_assumption);
    CHECK(record.source ==
          "assumption: set in scenario proef, in place of 10300 EUR (C3 (etsource, "
          "hestia): 9,100 to 11,400)");
    CHECK(record.origin.ends_with("study.yaml:3"));
}

TEST_CASE("a change on the command line wins over every file and says so", "[scenarios][study]") {
    auto const study =
        read_shipped("vier_routes.yaml", {"world.straat_ties=4", "seed=7", "world.share=1:100",
                                          "horizon.last=2030-Q4", "replications=32"});
    CHECK(study.seed == 7);
    CHECK(study.replications == 32);
    CHECK(study.world.share == 0.01);
    CHECK(study.horizon.last == sim::Quarter::of(2030, 4));
    CHECK(study.parameters.world.straat_ties == 4);
    auto const record = record_of(study, "world.straat_ties");
    CHECK(record.origin == "--set:1");
    CHECK(record.is_assumption);
    CHECK_THAT(record.source, Catch::StartsWith("assumption: set on the command line"));
}

TEST_CASE("the command line takes lists and series too", "[scenarios][study]") {
    auto const study =
        read_shipped("vier_routes.yaml", {"barrier.permits=[0.1, 2, 0.3]",
                                          "price.gas={2018: 1 EUR/m3, 2030: 2 EUR/m3}"});
    CHECK(study.parameters.barrier.permits[1] == 2.0);
    CHECK(study.parameters.price.gas.knots.size() == 2);
}

TEST_CASE("findings on the command line have the column in the text", "[scenarios][study]") {
    auto const check = [](std::vector<std::string> overrides, int line, int column,
                          std::string const& message) {
        auto const findings = findings_with(std::move(overrides));
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().file == "--set");
        CHECK(findings.front().line == line);
        CHECK(findings.front().column == column);
        CHECK_THAT(findings.front().message + "; " + findings.front().hint,
                   Catch::Contains(message));
    };
    check({"seed=7", "world.straat_tie=4"}, 2, 1, "did you mean 'world.straat_ties'?");
    check({"world.straat_ties"}, 1, 1, "is not of the form path=value");
    check({"world.straat_ties="}, 1, 18, "no value");
    check({"world.straat_ties=40"}, 1, 19, "40 lies above the highest allowed value");
    check({"barrier.permits=[1, x, 1]"}, 1, 21, "'x' is not a number");
    check({"barrier.permits=[1, 1"}, 1, 1, "not YAML");
    check({"sede=3"}, 1, 1, "did you mean 'seed'?");
    check({"horizon.last=2017-Q1"}, 1, 14, "expected a quarter");
}

TEST_CASE("no parameter has the path of a setting", "[scenarios][study]") {
    models::Parameters parameters{};
    for (auto const& declaration : models::declare_all(parameters)) {
        for (auto const* setting : {"world.source", "world.share", "world.seed", "world.file"}) {
            CHECK(declaration.path != setting);
        }
    }
}

TEST_CASE("what resolve writes reads back to the same study", "[scenarios][resolve]") {
    for (auto const& file : {shipped / "vier_routes.yaml",
                             repository / "tests" / "cli" / "accepted" / "every_form.yaml",
                             repository / "tests" / "cli" / "accepted" / "world_file.yaml"}) {
        INFO(file);
        auto const first = read_study({file, shipped / "parameters", {}});
        tests::EmptyFolder const folder;
        auto const written = folder.write("resolved.yaml", first.resolved);
        // The sheets are inside: no directory of parameters is needed any more.
        auto const second = read_study({written, folder.path() / "none", {}});
        CHECK(second.canonical == first.canonical);
        CHECK(without_origins(second.resolved) == without_origins(first.resolved));
        CHECK(second.variants.size() == first.variants.size());
        CHECK(std::ranges::equal(first.records, second.records, [](auto const& a, auto const& b) {
            return a.path == b.path && a.value == b.value && a.source == b.source &&
                   a.is_assumption == b.is_assumption && a.plausible_low == b.plausible_low &&
                   a.plausible_high == b.plausible_high;
        }));
    }
}

TEST_CASE("resolve names the file and line of every value", "[scenarios][resolve]") {
    auto const resolved = read_shipped("vier_routes.yaml", {"seed=3"}).resolved;
    CHECK_THAT(resolved, Catch::Contains("  share: 1:10                            # "
                                         "worlds/tiende.yaml:5\n"));
    CHECK_THAT(resolved, Catch::Contains("seed: 3                                  # --set:1\n"));
    CHECK_THAT(resolved, Catch::Contains("      value: 30 home                     # "
                                         "parameters/world.yaml:5\n"));
}

TEST_CASE("the canonical text tells plans apart by their figures alone", "[scenarios][resolve]") {
    auto const canonical = [](std::string const& text) {
        return read_text_of(head + text).canonical;
    };
    auto const plain = canonical("set: {warmtenet.coincidence: 0.4}\n");
    CHECK(canonical("name: anders\ntitle: {nl: Anders, en: Other}\n"
                    "set: {warmtenet: {coincidence: {value: 40 %, because: why}}}\n") == plain);
    CHECK(canonical("set: {warmtenet.coincidence: 0.41}\n") != plain);
    CHECK(canonical("set: {warmtenet.coincidence: 0.4}\nseed: 2\n") != plain);
    CHECK(canonical("set: {warmtenet.coincidence: 0.4}\nvariants: {a: {}}\n") != plain);
}

TEST_CASE("the files read are kept with their text", "[scenarios][study]") {
    auto const study = read_shipped("vier_routes.yaml");
    REQUIRE(study.texts.size() > 3);
    CHECK(study.texts[0].first == "vier_routes.yaml");
    CHECK(study.texts[1].first == "worlds/tiende.yaml");
    CHECK(study.texts[2].first == "parameters/aanpak.yaml");
    CHECK_THAT(study.texts[1].second, Catch::Contains("share: 1:10"));
}

TEST_CASE("the scenario root is found above the study, else beside the program",
          "[scenarios][study]") {
    tests::EmptyFolder const folder;
    folder.write("repository/scenarios/parameters/world.yaml", "");
    folder.write("repository/scenarios/studies/study.yaml", "");
    folder.write("repository/build/app/opschaling", "");
    folder.write("usr/bin/opschaling", "");
    folder.write("usr/share/opschaling/scenarios/parameters/world.yaml", "");
    folder.write("home/study.yaml", "");
    auto const at = [&](std::string const& name) { return folder.path() / name; };
    CHECK(find_scenario_root(at("usr/bin/opschaling"),
                             at("repository/scenarios/studies/study.yaml")) ==
          at("repository/scenarios"));
    CHECK(find_scenario_root(at("usr/bin/opschaling"), at("home/study.yaml")) ==
          at("usr/share/opschaling/scenarios"));
    CHECK(find_scenario_root(at("repository/build/app/opschaling"), at("home/study.yaml")) ==
          at("repository/scenarios"));
    CHECK_FALSE(find_scenario_root(at("home/opschaling"), at("home/study.yaml")).has_value());
}

} // namespace opschaling::scenarios
