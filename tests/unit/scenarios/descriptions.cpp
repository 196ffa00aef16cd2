#include "models/world/parameters.hpp"
#include "scenarios/describe/parameters.hpp"
#include "scenarios/reader/sheets.hpp"
#include "scenarios/schema/json_text.hpp"
#include "sim/quantity/unit.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>
#include <string>

namespace opschaling::scenarios {

namespace {

std::filesystem::path const sheets{std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios" /
                                   "parameters"};

} // namespace

TEST_CASE("every declared parameter has a path, a known unit, a range and a meaning",
          "[scenarios][describe]") {
    models::Parameters parameters{};
    std::set<std::string> paths;
    for (auto const& declaration : models::declare_all(parameters)) {
        INFO(declaration.path);
        CHECK(paths.insert(declaration.path).second);
        CHECK(std::ranges::count(declaration.path, '.') == 1);
        CHECK_FALSE(declaration.meaning.empty());
        CHECK_FALSE(declaration.meaning.ends_with('.'));
        CHECK(declaration.lowest < declaration.highest);
        auto const unit = sim::parse_unit(declaration.unit);
        REQUIRE(unit.has_value());
        // A plain number may carry a unit with a dimension; it then stays in that unit.
        bool const plain = declaration.dimension == sim::Dimension{};
        CHECK((plain || unit->dimension == declaration.dimension));
        if (declaration.kind == sim::ParameterKind::share) {
            CHECK(declaration.lowest * unit->factor >= 0.0);
            CHECK(declaration.highest * unit->factor <= 1.0);
        }
    }
}

TEST_CASE("every shipped parameter is described with unit, range, value, source and meaning",
          "[scenarios][describe]") {
    auto const set = read_parameters(sheets);
    auto const rows = describe_parameters(set.records);
    models::Parameters parameters{};
    CHECK(rows.size() == models::declare_all(parameters).size());
    auto const text = write_parameter_text(rows, 100);
    auto const markdown = write_parameter_markdown(rows);
    for (auto const& row : rows) {
        INFO(row.path);
        for (auto const& part : {row.unit, row.range, row.value, row.source, row.meaning}) {
            CHECK_FALSE(part.empty());
        }
        CHECK_THAT(text, Catch::Contains(row.path + " ") || Catch::Contains(row.path + "\n"));
        CHECK_THAT(markdown, Catch::Contains("| `" + row.path + "` |"));
    }
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = text.find('\n', begin);
        CHECK(end - begin <= 100);
        begin = end + 1;
    }
}

TEST_CASE("a row is laid out as head, meaning and source", "[scenarios][describe]") {
    sim::ParameterRecord const record{.path = "world.straat_ties",
                                      .unit = "1",
                                      .meaning = "Ties of a home",
                                      .kind = sim::ParameterKind::count,
                                      .lowest = 0,
                                      .highest = 12,
                                      .value = "6",
                                      .source = "S12",
                                      .is_assumption = false,
                                      .plausible_low = 4,
                                      .plausible_high = 10,
                                      .origin = "parameters/world.yaml:3"};
    CHECK(write_parameter_text(describe_parameters({record}), 80) ==
          "world.straat_ties = 6  [0 to 12]\n"
          "    Ties of a home.\n"
          "    Source: S12. Plausible: 4 to 10.\n"
          "\n"
          "1 parameter, 0 of which assumed in whole or in part\n");
}

TEST_CASE("parameters are found by a word in path, meaning or source", "[scenarios][describe]") {
    auto const rows = describe_parameters(read_parameters(sheets).records);
    auto const found = select_parameters(rows, "STRAAT_ties");
    REQUIRE(found.size() == 1);
    CHECK(found.front().path == "world.straat_ties");
    CHECK(select_parameters(rows, "no such word").empty());
}

TEST_CASE("JSON text is indented, quoted and closed", "[scenarios][schema]") {
    JsonText json;
    json.open_object().add("a", "quo\"te\\\n\x01").add("b", 0.25).add("c", true);
    json.open_list("d").close().open_list("e").add({}, "x").add({}, 2.0).close();
    json.open_object("f").close().close();
    CHECK(json.take() == "{\n"
                         "  \"a\": \"quo\\\"te\\\\\\n\\u0001\",\n"
                         "  \"b\": 0.25,\n"
                         "  \"c\": true,\n"
                         "  \"d\": [],\n"
                         "  \"e\": [\n"
                         "    \"x\",\n"
                         "    2\n"
                         "  ],\n"
                         "  \"f\": {}\n"
                         "}\n");
}

} // namespace opschaling::scenarios
