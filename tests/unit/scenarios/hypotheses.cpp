#include "scenarios/reader/hypotheses.hpp"

#include "scenarios/reader/findings.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace opschaling::scenarios;

namespace {

namespace fs = std::filesystem;

fs::path const root{fs::path{OPSCHALING_SOURCE_DIR} / "scenarios"};

constexpr char const* sound{R"(schema: opschaling-hypotheses/1
name: kort
fingerprint: vingerafdruk.yaml
uncertain: [bewoner.social_weight]
points: 4
hypotheses:
  H1:
    claim: {nl: "Geen optelsom", en: "No sum"}
    source: S1
    experiment: whole
    study: geheel.yaml
    set: ["replications=2"]
    replications: 6
    parts:
      size: {role: claim, says: "far from the sum", sum: [a.b, a.c], minus: a.d, per: a.e, beyond: 0.02}
      none: {role: nil, says: "zero", experiment: chance, set: "project.staff_binds=false", sum: a.b, equals: 0}
  NC2:
    claim: {nl: "Volgorde", en: "Order"}
    tests: ["NC2: the order in which places are stored changes no worth"]
)"};

HypothesisList read(std::string const& text) {
    opschaling::tests::EmptyFolder const folder;
    return read_hypotheses(folder.write("hypotheses.yaml", text), root / "parameters");
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

std::string problems_of(std::string const& text) {
    std::string problems;
    try {
        static_cast<void>(read(text));
    } catch (ScenarioError const& error) {
        for (auto const& finding : error.findings()) {
            problems += finding.message + "\n";
        }
    }
    return problems;
}

std::string text_of(fs::path const& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

TEST_CASE("a list of hypotheses is read as it stands", "[scenarios]") {
    auto const list = read(sound);
    REQUIRE(list.hypotheses.size() == 2);
    REQUIRE(list.hypotheses[0].parts.size() == 2);
    auto const& size = list.hypotheses[0].parts[0];
    CHECK(size.role == HypothesisRole::claim);
    CHECK(size.experiment == "whole");
    CHECK(size.replications == 6);
    CHECK(size.measure.sum == std::vector<std::string>{"a.b", "a.c"});
    CHECK(size.measure.per == std::vector<std::string>{"a.e"});
    CHECK(size.expectation == HypothesisExpectation::beyond);
    CHECK(size.bound == 0.02);
    auto const& none = list.hypotheses[0].parts[1];
    CHECK(none.role == HypothesisRole::null);
    CHECK(none.experiment == "chance");
    CHECK(none.settings == std::vector<std::string>{"replications=2", "project.staff_binds=false"});
    CHECK(list.hypotheses[1].tests.size() == 1);
}

TEST_CASE("mistakes in a list of hypotheses are found all at once", "[scenarios]") {
    auto text = replaced(sound, "role: claim", "role: clam");
    text = replaced(text, "beyond: 0.02", "beyond: 0.02, above: 1");
    text = replaced(
        text, "    tests: [\"NC2: the order in which places are stored changes no worth\"]", "");
    auto const problems = problems_of(text);
    CHECK(problems.find("'clam' is not one of") != std::string::npos);
    CHECK(problems.find("expected one of above, below, beyond, within, equals, found 2") !=
          std::string::npos);
    CHECK(problems.find("has no 'parts', no 'tests' and no 'note'") != std::string::npos);
}

TEST_CASE("every test that the shipped list names is there", "[scenarios]") {
    auto const list = read_hypotheses(root / "studies" / "hypotheses.yaml", root / "parameters");
    std::string sources;
    for (auto const& entry :
         fs::recursive_directory_iterator{fs::path{OPSCHALING_SOURCE_DIR} / "tests"}) {
        if (entry.path().extension() == ".cpp") {
            sources += text_of(entry.path());
        }
    }
    for (auto const& hypothesis : list.hypotheses) {
        for (auto const& test : hypothesis.tests) {
            INFO(hypothesis.id << ": " << test);
            CHECK(sources.find("TEST_CASE(\"" + test) != std::string::npos);
        }
    }
}
