// Each file of tests/cli/broken breaks one rule and says in a comment what its reader must be told:
// `# expect LINE:COLUMN part of the message`, one such comment a finding.

#include "scenarios/reader/experiment.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/sheets.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/support/empty_folder.hpp"
#include "tests/unit/scenarios/example_sheet.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

fs::path const sources{OPSCHALING_SOURCE_DIR};
fs::path const broken{sources / "tests" / "cli" / "broken"};

struct Expected {
    int line;
    int column;
    std::string fragment;
};

std::vector<Expected> read_expectations(fs::path const& file) {
    static std::regex const pattern{R"(# expect (\d+):(\d+) (.*))"};
    std::vector<Expected> expected;
    std::ifstream stream{file, std::ios::binary};
    for (std::string line; std::getline(stream, line);) {
        if (std::smatch match; std::regex_search(line, match, pattern)) {
            expected.push_back({std::stoi(match[1]), std::stoi(match[2]), match[3]});
        }
    }
    return expected;
}

std::vector<fs::path> yaml_files(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".yaml") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// `path: message; hint` as a person sees it.
std::string said(Finding const& finding) {
    auto const head = finding.path.empty() ? "" : finding.path + ": ";
    return head + finding.message + (finding.hint.empty() ? "" : "; " + finding.hint);
}

void check_findings(fs::path const& file, std::vector<Finding> const& findings) {
    auto const expected = read_expectations(file);
    INFO("findings of " << file.filename());
    for (auto const& finding : findings) {
        UNSCOPED_INFO(finding.line << ":" << finding.column << " " << said(finding));
    }
    REQUIRE_FALSE(expected.empty());
    REQUIRE(findings.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(fs::path{findings[i].file}.filename() == file.filename());
        CHECK(findings[i].line == expected[i].line);
        CHECK(findings[i].column == expected[i].column);
        CHECK_THAT(said(findings[i]), Catch::Contains(expected[i].fragment));
    }
}

std::vector<Finding> findings_of_study(fs::path const& file) {
    try {
        static_cast<void>(read_study({file, sources / "scenarios" / "parameters", {}}));
    } catch (ScenarioError const& error) {
        return error.findings();
    }
    return {};
}

std::vector<Finding> findings_of_experiment(fs::path const& file) {
    try {
        static_cast<void>(
            read_experiment({.path = file,
                             .parameter_directory = sources / "scenarios" / "parameters",
                             .overrides = {},
                             .design_file = {}}));
    } catch (ScenarioError const& error) {
        return error.findings();
    }
    return {};
}

std::vector<Finding> findings_of_sheet(fs::path const& file) {
    tests::EmptyFolder const folder;
    fs::copy_file(file, folder.path() / file.filename());
    testing::ExampleSheet sheet{};
    Findings findings;
    Texts texts;
    static_cast<void>(read_sheets(folder.path(), testing::declare_example(sheet), texts, findings));
    return findings.in_order();
}

} // namespace

TEST_CASE("each broken study is refused at its line and column", "[scenarios][broken]") {
    auto const files = yaml_files(broken);
    CHECK(files.size() >= 40);
    for (auto const& file : files) {
        check_findings(file, findings_of_study(file));
    }
}

TEST_CASE("each broken experiment is refused at its line and column", "[scenarios][broken]") {
    auto const files = yaml_files(broken / "experiments");
    CHECK(files.size() >= 30);
    for (auto const& file : files) {
        check_findings(file, findings_of_experiment(file));
    }
}

TEST_CASE("an experiment in every form is accepted", "[scenarios][broken]") {
    CHECK(
        findings_of_experiment(sources / "tests" / "cli" / "accepted" / "experiment.yaml").empty());
}

TEST_CASE("each broken parameter sheet is refused at its line and column", "[scenarios][broken]") {
    auto const files = yaml_files(broken / "sheets");
    CHECK(files.size() >= 20);
    for (auto const& file : files) {
        check_findings(file, findings_of_sheet(file));
    }
}

} // namespace opschaling::scenarios
