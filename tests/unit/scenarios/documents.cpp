#include "scenarios/reader/document.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

namespace opschaling::scenarios {

namespace {

Node read(std::string const& text) {
    Findings findings;
    auto const node = parse_document("a.yaml", text, findings);
    for (auto const& finding : findings.in_order()) {
        UNSCOPED_INFO(render_finding(finding));
    }
    REQUIRE(node.has_value());
    return *node;
}

std::string refusal(std::string const& text) {
    Findings findings;
    auto const node = parse_document("a.yaml", text, findings);
    CHECK_FALSE(node.has_value());
    return findings.empty() ? "" : findings.in_order().front().message;
}

} // namespace

TEST_CASE("a scalar keeps the text that was written", "[scenarios][document]") {
    auto const map = read("a: NO\nb: 010\nc: 1e3\nd: \"NO\"\ne: on\nf: 2018-Q1\ng: 1:10\n");
    for (auto const& [key, text] : {std::pair{"a", "NO"},
                                    {"b", "010"},
                                    {"c", "1e3"},
                                    {"d", "NO"},
                                    {"e", "on"},
                                    {"f", "2018-Q1"},
                                    {"g", "1:10"}}) {
        REQUIRE(map.find(key) != nullptr);
        CHECK(map.find(key)->text == text);
    }
    CHECK_FALSE(map.find("a")->quoted);
    CHECK(map.find("d")->quoted);
}

TEST_CASE("each value knows its line and its column in characters", "[scenarios][document]") {
    auto const map = read("één: 1\nlijst: [ë, tweede]\nmap:\n    sleutel: waarde\n");
    CHECK(map.find("één")->place.column == 6);
    CHECK(map.find("lijst")->children[1].place.column == 12);
    auto const& nested = map.find("map")->children.front();
    CHECK(nested.key_place.line == 4);
    CHECK(nested.key_place.column == 5);
    CHECK(nested.place.column == 14);
}

TEST_CASE("an empty value and null are nothing", "[scenarios][document]") {
    auto const map = read("a:\nb: null\nc: ~\nd: \"\"\n");
    CHECK(map.find("a")->is_nothing());
    CHECK(map.find("b")->is_nothing());
    CHECK(map.find("c")->is_nothing());
    CHECK(map.find("d")->is_scalar());
}

TEST_CASE("a byte order mark and Windows line ends do not move places", "[scenarios][document]") {
    auto const map = read("\xEF\xBB\xBF"
                          "a: 1\r\nb: 2\r\n");
    CHECK(map.find("b")->place.line == 2);
    CHECK(map.find("b")->place.column == 4);
    CHECK(map.find("b")->text == "2");
}

TEST_CASE("what looks harmless in YAML is refused where it misleads", "[scenarios][document]") {
    CHECK(refusal("a: 1\na: 2\n") == "given twice; first in line 1, column 1");
    CHECK(refusal("a: &x 1\nb: *x\n") == "anchors are not read");
    CHECK(refusal("<<: {a: 1}\n") == "merge keys `<<` are not read");
    CHECK(refusal("a: 1\n---\nb: 2\n") == "a second document begins here");
    CHECK(refusal("a: !!str 1\n") == "the tag tag:yaml.org,2002:str is not read");
    CHECK(refusal("? [a]\n: 1\n") == "a key must be a name, not a list or a map");
    CHECK(refusal(": 1\n") == "a key is missing before the colon");
    CHECK(refusal("") == "the file is empty");
    CHECK(refusal(std::string{"a: \0b\n", 6}) == "control character 0x00");
    CHECK(refusal("a: \xC0\xAF\n") == "not UTF-8 text");
    CHECK(refusal("\xFF\xFE"
                  "a\0:\0") == "not UTF-8 text");
}

TEST_CASE("a comment before the first and after the last value is allowed",
          "[scenarios][document]") {
    CHECK(read("# above\n---\na: 1 # beside\n# below\n").find("a")->text == "1");
}

TEST_CASE("hostile nesting, size and numbers of values end quickly", "[scenarios][document]") {
    auto const start = std::chrono::steady_clock::now();
    std::string const too_deep{"lists and maps nested more than 32 deep"};
    CHECK(refusal("a: " + std::string(10'000, '[')) == too_deep);
    CHECK(refusal("a: " + std::string(10'000, '{')) == too_deep);
    CHECK(refusal(std::string(5U << 20U, 'a')) == "larger than 4 MB, too large for a scenario");
    CHECK(refusal("a: " + std::string(100'000, 'b')) == "a line of more than 20000 characters");
    std::string many{"a: [0"};
    for (int i = 0; i < 100'000; ++i) {
        many += i % 9000 == 0 ? ",\n 0" : ",0";
    }
    CHECK(refusal(many + "]\n") == "more than 50000 values in one file");
    // Generous: a fraction of a second where the machine is idle, hours where something is squared.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{30});
}

TEST_CASE("a missing file is found where it was asked for", "[scenarios][document]") {
    Findings findings;
    CHECK_FALSE(read_text("/nowhere/a.yaml", {"b.yaml", 3, 10}, findings).has_value());
    CHECK_FALSE(read_text("/", {"b.yaml", 4, 10}, findings).has_value());
    REQUIRE(findings.size() == 2);
    CHECK(findings.in_order()[0].line == 3);
    CHECK(findings.in_order()[0].message == "no such file: /nowhere/a.yaml");
    CHECK(findings.in_order()[1].message == "not a file: /");
}

TEST_CASE("a finding shows the line and a caret below the place", "[scenarios][findings]") {
    Findings findings;
    findings.remember("a.yaml", "title: {nl: \"één\", eng: x}\n");
    findings.add({"a.yaml", 1, 20}, "title.eng", "unknown key", "did you mean 'en'?");
    CHECK(render_finding(findings.in_order().front()) ==
          "a.yaml:1:20: error: title.eng: unknown key; did you mean 'en'?\n"
          "  1 | title: {nl: \"één\", eng: x}\n"
          "    |                    ^\n");
}

TEST_CASE("at most twenty findings are printed, and all are counted", "[scenarios][findings]") {
    Findings findings;
    for (int line = 25; line > 0; --line) {
        findings.add({"a.yaml", line, 1}, "", "wrong");
    }
    try {
        findings.throw_if_any();
        FAIL("nothing was thrown");
    } catch (ScenarioError const& error) {
        std::string const text{error.what()};
        CHECK(error.findings().size() == 25);
        CHECK(error.findings().front().line == 1);
        CHECK_THAT(text, Catch::Contains("a.yaml:20:1") && !Catch::Contains("a.yaml:21:1"));
        CHECK_THAT(text, Catch::EndsWith("... and 5 more\n25 findings; nothing was run"));
    }
}

} // namespace opschaling::scenarios
