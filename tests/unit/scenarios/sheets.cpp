#include "scenarios/reader/sheets.hpp"

#include "tests/support/empty_folder.hpp"
#include "tests/unit/scenarios/example_sheet.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace opschaling::scenarios {

namespace {

std::string const head{"schema: opschaling-parameters/1\nexample:\n"};
std::string const others{"  warmth: {value: 20 degC, source: X1}\n"
                         "  binds: {value: false, source: X1}\n"
                         "  loads: {value: [1.5, 500 W], unit: kW, source: X1}\n"
                         "  course: {value: {2018: 0.67 EUR/m3, 2024: 1.35 EUR/m3}, source: X1}\n"};
std::string const simple{"  size: {value: 30 home, source: X1, plausible: [20, 50]}\n"
                         "  part: {value: 70 %, source: \"assumption: a guess\", "
                         "plausible: [50, 90]}\n"
                         "  price: {value: 300 EUR/MWh, source: X1}\n"};

struct Read {
    Entries entries;
    Findings findings;
    Texts texts;
};

Read read(tests::EmptyFolder const& folder, testing::ExampleSheet& sheet) {
    Read result;
    result.entries =
        read_sheets(folder.path(), testing::declare_example(sheet), result.texts, result.findings);
    for (auto const& finding : result.findings.in_order()) {
        UNSCOPED_INFO(render_finding(finding));
    }
    return result;
}

} // namespace

TEST_CASE("values come in base units for the model and in the declared unit for people",
          "[scenarios][sheets]") {
    tests::EmptyFolder const folder;
    auto const file = folder.write("example.yaml", head + simple + others);
    testing::ExampleSheet sheet{};
    auto const read_in = read(folder, sheet);
    REQUIRE(read_in.findings.empty());
    for (auto const& declaration : testing::declare_example(sheet)) {
        declaration.assign(read_in.entries.at(declaration.path).value);
    }
    CHECK(sheet.size == 30);
    CHECK(sheet.part == sim::Share{0.7});
    CHECK(sheet.price.canonical() == 0.3);
    CHECK(sheet.warmth.canonical() == 293.15);
    CHECK_FALSE(sheet.binds);
    CHECK(sheet.loads[1].canonical() == 0.5);
    REQUIRE(sheet.course.knots.size() == 2);
    CHECK(sim::value_at(sheet.course, 2021.0).canonical() == Approx(1.01));

    auto const text = [&](std::string const& name) {
        return read_in.entries.at("example." + name).record.value;
    };
    CHECK(text("size") == "30");
    CHECK(text("part") == "0.7");
    CHECK(text("price") == "0.3");
    CHECK(text("warmth") == "20");
    CHECK(text("binds") == "false");
    CHECK(text("loads") == "[1.5, 0.5]");
    CHECK(text("course") == "{2018: 0.67, 2024: 1.35}");
    auto const& part = read_in.entries.at("example.part").record;
    CHECK(part.is_assumption);
    CHECK(part.plausible_low == 0.5);
    CHECK(part.plausible_high == 0.9);
    CHECK(part.origin == file.string() + ":4");
    CHECK_FALSE(read_in.entries.at("example.size").record.is_assumption);
}

TEST_CASE("a bound that a conversion misses by rounding is met", "[scenarios][sheets]") {
    tests::EmptyFolder const folder;
    folder.write("example.yaml", head + others +
                                     "  size: {value: 200 home, source: X1}\n"
                                     "  part: {value: 100 %, source: X1}\n"
                                     "  price: {value: 277.7777777777778 EUR/GJ, source: X1}\n");
    testing::ExampleSheet sheet{};
    auto const read_in = read(folder, sheet);
    REQUIRE(read_in.findings.empty());
    CHECK(read_in.entries.at("example.price").value.numbers.front() == 1.0);
}

TEST_CASE("sheets may be spread over files, and a parameter may stand in one of them only",
          "[scenarios][sheets]") {
    tests::EmptyFolder const folder;
    folder.write("a.yaml", head + simple);
    folder.write("b.yaml", head + others);
    testing::ExampleSheet sheet{};
    CHECK(read(folder, sheet).findings.empty());
    folder.write("c.yaml", head + "  size: {value: 40 home, source: X1}\n");
    auto const twice = read(folder, sheet).findings.in_order();
    REQUIRE(twice.size() == 1);
    CHECK(twice.front().file == (folder.path() / "c.yaml").string());
    CHECK(twice.front().message ==
          "given twice; first in " + (folder.path() / "a.yaml").string() + ":3:3");
}

TEST_CASE("a file that cannot be read hides no complaint about what it holds",
          "[scenarios][sheets]") {
    tests::EmptyFolder const folder;
    folder.write("a.yaml", head + simple);
    folder.write("b.yaml", "schema: [\n");
    testing::ExampleSheet sheet{};
    auto const read_in = read(folder, sheet);
    REQUIRE(read_in.findings.size() == 1);
    CHECK_THAT(read_in.findings.in_order().front().message, Catch::StartsWith("not YAML"));
}

TEST_CASE("a directory without sheets says so", "[scenarios][sheets]") {
    tests::EmptyFolder const folder;
    testing::ExampleSheet sheet{};
    auto const read_in = read(folder, sheet);
    REQUIRE(read_in.findings.size() == 1);
    CHECK(read_in.findings.in_order().front().message ==
          "no parameter sheets (*.yaml) in this directory");
}

} // namespace opschaling::scenarios
