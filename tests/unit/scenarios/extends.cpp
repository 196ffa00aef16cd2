#include "scenarios/reader/extends.hpp"

#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

namespace {

std::string const head{"schema: opschaling-study/1\n"};
std::vector<std::string> const known{"world.a", "world.b", "price.c"};

struct Merged {
    std::optional<Node> node;
    Findings findings;
    Texts texts;
};

Merged merge(std::filesystem::path const& file) {
    Merged merged;
    merged.node = read_merged(file, known, merged.texts, merged.findings);
    return merged;
}

/// The tree as one line, for comparison with what a reader would write by hand.
std::string flat(Node const& node) {
    if (node.is_scalar()) {
        return node.text;
    }
    std::string text;
    for (auto const& child : node.children) {
        text += (text.empty() ? "" : ", ") + (node.is_map() ? child.key + ": " : "") + flat(child);
    }
    return node.is_map() ? "{" + text + "}" : "[" + text + "]";
}

std::string flat_below(Merged const& merged, std::string_view key) {
    REQUIRE(merged.findings.empty());
    REQUIRE(merged.node->find(key) != nullptr);
    return flat(*merged.node->find(key));
}

} // namespace

TEST_CASE("a file wins over what it extends, and later bases over earlier ones",
          "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("one.yaml", head + "seed: 1\nreplications: 1\nname: one\n");
    folder.write("two.yaml", head + "seed: 2\nreplications: 2\n");
    auto const merged =
        merge(folder.write("study.yaml", head + "extends: [one.yaml, two.yaml]\nseed: 3\n"));
    CHECK(flat_below(merged, "seed") == "3");
    CHECK(flat_below(merged, "replications") == "2");
    CHECK(flat_below(merged, "name") == "one");
}

TEST_CASE("maps merge deep, lists and scalars are replaced, null deletes", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml",
                 head +
                     "world: {source: synthetic, share: 1:10, seed: 4}\ntitle: {nl: a, en: b}\n");
    auto const merged = merge(
        folder.write("study.yaml",
                     head + "extends: base.yaml\nworld: {share: wijk, seed: null}\ntitle: null\n"));
    CHECK(flat_below(merged, "world") == "{source: synthetic, share: wijk}");
    CHECK(merged.node->find("title") == nullptr);
}

TEST_CASE("a parameter's value is replaced whole, in whichever form it was written",
          "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml", head + "set: {world.a: {value: 1, because: x}, price: {c: {2018: 1, "
                                     "2020: 2}}, world.b: 3}\n");
    auto const merged =
        merge(folder.write("study.yaml", head + "extends: base.yaml\nset: {world: {a: 2}, price.c: "
                                                "{2024: 5}}\n"));
    CHECK(flat_below(merged, "set") == "{world.a: 2, price.c: {2024: 5}, world.b: 3}");
}

TEST_CASE("null takes away one change, or all of a sheet", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml", head + "set: {world.a: 1, world.b: 2, price.c: 3}\n");
    auto const one =
        merge(folder.write("one.yaml", head + "extends: base.yaml\nset: {world.a: null}\n"));
    CHECK(flat_below(one, "set") == "{world.b: 2, price.c: 3}");
    auto const all =
        merge(folder.write("all.yaml", head + "extends: base.yaml\nset: {world: null}\n"));
    CHECK(flat_below(all, "set") == "{price.c: 3}");
}

TEST_CASE("variants keep the order in which they were first written", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml", head + "variants: {z: {}, a: {set: {world.a: 1}}, m: {}}\n");
    auto const merged = merge(folder.write(
        "study.yaml",
        head + "extends: base.yaml\nvariants: {b: {}, a: {set: {world.b: 2}}, m: null}\n"));
    CHECK(flat_below(merged, "variants") == "{z: {}, a: {set: {world.a: 1, world.b: 2}}, b: {}}");
}

TEST_CASE("paths are relative to the file that names them", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("bases/deep/first.yaml", head + "seed: 9\n");
    folder.write("bases/second.yaml", head + "extends: deep/first.yaml\n");
    auto const merged =
        merge(folder.write("studies/study.yaml", head + "extends: ../bases/second.yaml\n"));
    CHECK(flat_below(merged, "seed") == "9");
    CHECK(merged.texts.size() == 3);
}

TEST_CASE("a base may be reached along two ways", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml", head + "seed: 1\n");
    folder.write("left.yaml", head + "extends: base.yaml\nseed: 2\n");
    folder.write("right.yaml", head + "extends: base.yaml\n");
    auto const merged =
        merge(folder.write("study.yaml", head + "extends: [left.yaml, right.yaml]\n"));
    CHECK(flat_below(merged, "seed") == "1");
    CHECK(merged.texts.size() == 4);
}

TEST_CASE("a circle of files is named in full", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("one.yaml", head + "extends: two.yaml\n");
    folder.write("two.yaml", head + "seed: 1\nextends: [three.yaml]\n");
    folder.write("three.yaml", head + "extends: ./two.yaml\n");
    auto const merged = merge(folder.path() / "one.yaml");
    CHECK_FALSE(merged.node.has_value());
    REQUIRE(merged.findings.size() == 1);
    auto const finding = merged.findings.in_order().front();
    auto const two = (folder.path() / "two.yaml").string();
    auto const three = (folder.path() / "three.yaml").string();
    CHECK(finding.message ==
          "the files extend one another: " + two + " -> " + three + " -> " + two);
    CHECK(finding.file == three);
    CHECK(finding.line == 2);
    CHECK(finding.column == 10);
}

TEST_CASE("each value keeps the place where it was written", "[scenarios][extends]") {
    tests::EmptyFolder const folder;
    folder.write("base.yaml", head + "world:\n  share: 1:10\n  seed: 5\n");
    auto const merged =
        merge(folder.write("study.yaml", head + "extends: base.yaml\nworld: {seed: 6}\n"));
    auto const& world = *merged.node->find("world");
    CHECK(world.find("share")->place.file == (folder.path() / "base.yaml").string());
    CHECK(world.find("share")->place.line == 3);
    CHECK(world.find("seed")->place.file == (folder.path() / "study.yaml").string());
    CHECK(world.find("seed")->place.line == 3);
}

} // namespace opschaling::scenarios
