#include "analysis/effects/effect_result.hpp"
#include "analysis/report/effect_charts.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>

using namespace opschaling::analysis;

namespace {

EffectRow row(std::string key, double value) {
    return {.key = key, .label = {key, key}, .value = value, .low = value - 1, .high = value + 1};
}

/// A map of two by two.
EffectTable phase_map() {
    EffectTable table{.key = "map",
                      .title = {"Kaart", "Map"},
                      .sentence = {"Blauw is meer", "Blue is more"},
                      .unit = {"woningen", "homes"},
                      .chart = EffectChart::phase,
                      .rows = {row("a", 3.0), row("b", -3.0), row("c", 0.5), row("d", 9.0)}};
    table.across = {"verschil", "difference"};
    table.upwards = {"samenhang", "coupling"};
    table.columns = {"0.0", "0.5"};
    table.bands = {"1.0", "2.0"};
    return table;
}

EffectTable read_back(EffectTable const& table) {
    EffectResult result;
    result.kind = "routes";
    result.stopped = "precise";
    result.tables = {table};
    auto const read = effect_of(effect_file(result));
    CHECK(read.stopped == "precise");
    return read.tables.at(0);
}

} // namespace

TEST_CASE("a map that was kept is drawn as it was", "[analysis][effects]") {
    auto const table = phase_map();
    auto const kept = read_back(table);
    CHECK(kept.columns == table.columns);
    CHECK(kept.bands == table.bands);
    CHECK(kept.across.nl == "verschil");
    CHECK(draw_effect(kept, Language::dutch) == draw_effect(table, Language::dutch));
}

TEST_CASE("a table that found nothing to tell is not kept, and the others are",
          "[analysis][effects]") {
    auto empty = phase_map();
    empty.key = "nothing";
    empty.rows.clear();
    EffectResult result;
    result.tables = {empty, phase_map()};
    auto const read = effect_of(effect_file(result));
    REQUIRE(read.tables.size() == 1);
    CHECK(read.tables.front().key == "map");
}

TEST_CASE("a map whose cells do not fit its columns and rows is a table alone",
          "[analysis][effects]") {
    auto table = phase_map();
    table.bands.pop_back();
    CHECK(read_back(table).chart == EffectChart::none);
    CHECK(draw_effect(read_back(table), Language::dutch).empty());
}

TEST_CASE("the simplex holds all of each route, by name", "[analysis][effects]") {
    EffectTable table{.key = "simplex",
                      .title = {"Mengsels", "Mixtures"},
                      .sentence = {"Donker is meer", "Dark is more"},
                      .unit = {"woningen", "homes"},
                      .chart = EffectChart::simplex,
                      .rows = {row("g4r0c0i0", 11.0), row("g0r4c0i0", 22.0), row("g0r0c4i0", 33.0),
                               row("g0r0c0i4", 44.0)}};
    auto const drawn = draw_effect(table, Language::dutch);
    for (std::string const text :
         {"alleen groei", "alleen replicatie", "alleen circulatie", "100 %", ">11,0<", ">44,0<"}) {
        CHECK(drawn.find(text) != std::string::npos);
    }
}

TEST_CASE("what does not come within the years is told apart from what is not known",
          "[analysis][effects]") {
    EffectResult result;
    result.tables = {{.key = "even",
                      .title = {"Jaar", "Year"},
                      .sentence = {"Later", "Later"},
                      .unit = {"jaar", "year"},
                      .rows = {row("later", std::numeric_limits<double>::infinity()),
                               row("unknown", std::nan(""))}}};
    auto const csv = effect_csv(result, Language::english);
    CHECK(csv.find("even,later,later,year,inf,inf,inf") != std::string::npos);
    CHECK(csv.find("even,unknown,unknown,year,,,") != std::string::npos);
}
