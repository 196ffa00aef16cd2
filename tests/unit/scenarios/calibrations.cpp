#include "scenarios/reader/calibration.hpp"
#include "scenarios/reader/findings.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace opschaling::scenarios;

namespace {

constexpr char const* sound{R"(schema: opschaling-calibration/1
name: klein
study: geschiedenis.yaml
free:
  bewoner.cost_weight: {range: [0.5, 5], scale: log, because: "V10"}
targets:
  V12:
    fact: "boilers"
    use: fit
    series: [boilers_replaced]
    how: sum
    from: 2020-Q1
    to: 2022-Q4
    observed: 433000
    tolerance: 13000
    accept: [411000, 455000]
    source: "P23"
)"};

Calibration read(std::string const& text) {
    opschaling::tests::EmptyFolder const folder;
    return read_calibration(folder.write("calibration.yaml", text));
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

std::vector<Finding> findings_of(std::string const& text) {
    try {
        static_cast<void>(read(text));
    } catch (ScenarioError const& error) {
        return error.findings();
    }
    return {};
}

} // namespace

TEST_CASE("a calibration is read as it stands", "[scenarios]") {
    auto const calibration = read(sound);
    REQUIRE(calibration.parameters.size() == 1);
    CHECK(calibration.parameters[0].by_logarithm);
    CHECK(calibration.parameters[0].high == 5.0);
    REQUIRE(calibration.targets.size() == 1);
    auto const& target = calibration.targets[0];
    CHECK(target.is_fitted);
    CHECK(target.is_scaled);
    CHECK(target.reduction == TargetReduction::sum);
    CHECK(target.to.text() == "2022-Q4");
    CHECK(target.accept_low == 411000.0);
}

TEST_CASE("every mistake of a calibration is named with its place", "[scenarios]") {
    struct Broken {
        char const* from;
        char const* to;
        int line;
        char const* says;
    };

    auto const broken =
        GENERATE(Broken{"bewoner.cost_weight", "bewoner.cost_wieght", 5, "no such parameter"},
                 Broken{"[0.5, 5]", "[5, 0.5]", 5, "the first is above the second"},
                 Broken{"[0.5, 5]", "[0, 5]", 5, "above 0"},
                 Broken{"[0.5, 5]", "0.5", 5, "expected [low, high]"},
                 Broken{"scale: log", "scale: lag", 5, "'lag' is not one of"},
                 Broken{"use: fit", "use: fti", 9, "'fti' is not one of"},
                 Broken{"    series: [boilers_replaced]\n", "", 7, "'series' is missing"},
                 Broken{"how: sum", "how: som", 11, "'som' is not one of"},
                 Broken{"2020-Q1", "2020-Q5", 12, "expected a quarter"},
                 Broken{"433000", "veel", 14, "expected a number"},
                 Broken{"tolerance: 13000", "tolerance: 0", 7, "above 0"},
                 Broken{"calibration/1", "calibration/9", 1, "calibration/1"},
                 Broken{"    source: \"P23\"\n", "", 7, "'source' is missing"},
                 Broken{"fact:", "fcat:", 8, "did you mean 'fact'?"});
    auto const findings = findings_of(replaced(sound, broken.from, broken.to));
    INFO(broken.to);
    REQUIRE_FALSE(findings.empty());
    CHECK(std::ranges::any_of(findings, [&](Finding const& finding) {
        auto const text = finding.message + " " + finding.hint;
        return finding.line == broken.line && text.find(broken.says) != std::string::npos;
    }));
}
