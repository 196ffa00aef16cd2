#include "scenarios/import/read_figure.hpp"
#include "tests/unit/import/extra_sample.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace opschaling;
using tests::SampleExtra;
using tests::with;

namespace {

/// One way to spoil a sound extra table, and the mistake that must be told at its place.
struct Spoiled {
    std::string what;
    std::string layout;
    std::string text;
    int line;
    int column;
    std::string message;
};

std::vector<Spoiled> spoiled_tables() {
    auto const middles = tests::sample_middles();
    auto const labels = tests::sample_labels();
    auto const stock = tests::sample_stock();
    auto const sources = tests::sample_sources();
    return {
        {"another header", "heat_abm_middles", with(middles, "buurt_naam", "buurtnam"), 1, 1,
         "no column 'buurt_naam'"},
        {"a header twice", "heat_abm_middles", with(middles, "x,y", "x,x"), 1, 23,
         "a second column 'x'"},
        {"tabs for commas", "heat_abm_middles", "gemeente\tbuurt_naam\tx\ty\n", 1, 1,
         "only one column in the header"},
        {"Windows-1252 in a name", "heat_abm_middles",
         with(middles, "Utrecht",
              "Utr\xEB"
              "cht"),
         4, 4, "not UTF-8"},
        {"a gemeente that never was", "heat_abm_middles", with(middles, "Utrecht,", "Utrekt,"), 4,
         1, "'Utrekt' is no gemeente"},
        {"a place beyond the country", "heat_abm_middles", with(middles, "191000", "991000"), 3, 15,
         "'991000' is too high"},
        {"degrees for metres", "heat_abm_middles", with(middles, "440500", "52.1"), 3, 22,
         "'52.1' is too low"},
        {"a number with a thousands point", "heat_abm_middles",
         with(middles, "191000", "191.000,5"), 3, 25, "5 fields in this line"},
        {"an overflow", "heat_abm_middles", with(middles, "191000", "1" + std::string(400, '0')), 3,
         15, "is not a number"},
        {"an empty file", "heat_abm_middles", "", 1, 1, "empty"},
        {"a share above one", "heat_abm_labels", with(labels, "8.5,0.01", "8.5,1.01"), 2, 51,
         "'1.01' is too high"},
        {"a negative share", "heat_abm_labels", with(labels, "100,0.1", "100,-0.1"), 2, 19,
         "'-0.1' is negative"},
        {"a percentage for a share", "heat_abm_labels", with(labels, "100,0.1", "100,10"), 2, 19,
         "'10' is too high"},
        {"a word for a number", "heat_abm_labels", with(labels, "8.5", "veel"), 2, 47,
         "'veel' is not a number"},
        {"a negative stock", "etm_gemeenten", with(stock, "hoven,40.0", "hoven,-40.0"), 2, 17,
         "is negative"},
        {"a stock with a gap", "etm_gemeenten", with(stock, "hoven,40.0", "hoven,"), 2, 17,
         "no number"},
        {"a gemeente twice", "etm_gemeenten",
         stock + stock.substr(stock.find("GM2401"), stock.find("BEGM") - stock.find("GM2401")), 4,
         1, "a second time; first in line 2"},
        {"a code of no year", "etm_gemeenten", with(stock, "GM2401_", "GM9999_"), 2, 1,
         "gemeente 'GM9999' is in no list"},
        {"a code with a minus", "etm_gemeenten", with(stock, "GM2401_", "GM-401_"), 2, 1,
         "gemeente 'GM-401' is in no list"},
        {"a source outside the country", "heat_abm_sources", with(sources, "0.67", "1.67"), 2, 34,
         "is too high"},
        {"a source of negative power", "heat_abm_sources", with(sources, "12.5", "-12.5"), 2, 12,
         "is negative"},
        {"a source without a place", "heat_abm_sources", with(sources, "0.67,", ","), 2, 34,
         "no x of Oven"},
        {"a gemeente in two regio's", "res_regios_2020",
         "res_regio,gemeente\nOost,De Hoven\nWest,De Hoven\n", 3, 1, "lies in two regio's"},
        {"a regio of a gemeente that never was", "res_regios_2020",
         "res_regio,gemeente\nOost,De Hooven\n", 2, 6, "'De Hooven' is no gemeente"},
        {"a second file of regions", "kwb2024_flat", tests::sample_file(), 1, 1,
         "a second file of regions"},
        {"rows out of the order of CBS", "kwb2024_statline",
         "\"Wijken en buurten\";\"Regioaanduiding/Gemeentenaam (naam)\";\"Bevolking/Aantal "
         "inwoners (aantal)\"\n\"De Hoven\";\"De Hoven\";1000\n\"Laan\";\"De Hoven\";200\n",
         2, 1, "does not stand where this edition has it"},
    };
}

std::vector<Spoiled> spoiled_series() {
    auto const map = tests::sample_map();
    auto const knmi = tests::sample_knmi();
    auto const weather = tests::sample_weather();
    auto const hours = tests::sample_hours();
    auto const sessions = tests::sample_sessions();
    return {
        {"a map cut off", "polygonen_wijken_2022", map.substr(0, map.size() / 2), 3, 76,
         "the file ends within"},
        {"a map cut off within a ring", "polygonen_wijken_2022",
         with(map, ",[1000,400000]]]", "]]"), 3, 18, "does not end where it began"},
        {"a ring of two places", "polygonen_wijken_2022",
         with(map, "[[[1000,400000],[2000,400000],[2000,401000],[1000,401000],[1000,400000]]]",
              "[[[1000,400000],[2000,400000]]]"),
         3, 18, "a ring of 2 places"},
        {"a feature without a code", "polygonen_wijken_2022", with(map, "\"code\"", "\"cod\""), 2,
         1, "a feature without 'code'"},
        {"a line for a polygon", "polygonen_wijken_2022",
         with(map, "\"Polygon\"", "\"LineString\""), 3, 91, "a geometry of type 'LineString'"},
        {"no map at all", "polygonen_wijken_2022", "code,x\n1,2\n", 1, 1, "where '{' belongs"},
        {"a map of something else", "polygonen_wijken_2022",
         with(map, "FeatureCollection", "Topology"), 7, 1, "no FeatureCollection"},
        {"a place in words", "polygonen_wijken_2022", with(map, "[2000,400000]", "[x,400000]"), 3,
         34, "no number where one belongs"},
        {"weather without a header", "knmi_uren", knmi.substr(knmi.find("  260")), 1, 1,
         "no line that begins with #"},
        {"weather below a comment that names nothing", "knmi_uren",
         with(knmi, "  260,20230101,    1", "#\n  260,20230101,    1"), 3, 1,
         "only one column in the header"},
        {"weather of comments alone", "knmi_uren", "# KNMI\n#\n", 2, 1,
         "only one column in the header"},
        {"weather with half a quote", "knmi_uren", with(knmi, "20230101,    5", "202\"0101,    5"),
         7, 10, "a quote within a field"},
        {"weather of a day that is not there", "knmi_uren", with(knmi, "20230101", "20230231"), 3,
         7, "no day: '20230231'"},
        {"weather that jumps back", "knmi_uren", with(knmi, "20230101,    5", "20230101,    3"), 7,
         16, "there already, or out of order"},
        {"weather with a gap", "knmi_uren", with(knmi, "20230101,    5", "20230101,    7"), 7, 16,
         "2 hours are missing"},
        {"weather of two stations", "knmi_uren",
         with(knmi, "  260,20230101,    5", "  344,20230101,    5"), 7, 1,
         "station 344 after station 260"},
        {"an hour 25", "knmi_uren", with(knmi, "20230101,   24", "20230101,   25"), 26, 16,
         "is too high"},
        {"a temperature of the sun", "knmi_uren", with(knmi, " 101,", "9999,"), 3, 28,
         "is too high"},
        {"weather without a first figure", "knmi_uren", with(knmi, " 101,", "    ,"), 1, 1,
         "1 hours without temperature"},
        {"a moment of no calendar", "knmi_csv", with(weather, "2023-10-29 01", "2023-13-29 01"), 2,
         1, "no moment"},
        {"the same hour twice", "knmi_csv", with(weather, "02:00:00+01:00", "02:00:00+02:00"), 4, 1,
         "there already"},
        {"a profile in words", "etm_profielen", with(hours, "2.5e-01", "kwart"), 1, 1,
         "is not a number"},
        {"a negative load", "etm_profielen", with(hours, "2.5e-01", "-1.0"), 1, 1, "is negative"},
        {"an hour too few", "etm_profielen", hours.substr(4 + 4), 8760, 1, "8759 hours"},
        {"a profile of zeros", "etm_profielen", with(hours, "2.5e-01", "0"), 1, 1, "zero all year"},
        {"a session that ends before it begins", "laadsessies_2018",
         with(sessions, "2018-01-01 10:30", "2017-01-01 10:30"), 2, 21, "ends before it begins"},
        {"a session with a word for its begin", "laadsessies_2018",
         with(sessions, "2018-01-01 08:30:00", "gisteren"), 2, 1, "no moment: 'gisteren'"},
        {"a session that gives energy back", "laadsessies_2018",
         with(sessions, ",2000,", ",-2000,"), 2, 41, "is negative"},
        {"sessions without energy", "laadsessies_2018", with(sessions, ",2000,", ",0,"), 1, 1,
         "without any energy"},
    };
}

void check_refused(Spoiled const& spoiled) {
    INFO(spoiled.what);
    try {
        static_cast<void>(tests::import_with({{spoiled.layout, spoiled.text}}));
        FAIL_CHECK("nothing was found wrong");
    } catch (scenarios::ImportError const& error) {
        auto const& first = error.findings().front();
        INFO(scenarios::render_finding(first));
        CHECK(first.line == spoiled.line);
        CHECK(first.column == spoiled.column);
        CHECK_THAT(first.message, Catch::Contains(spoiled.message));
        CHECK_FALSE(first.hint.empty());
    }
}

} // namespace

TEST_CASE("a spoiled table is refused with the place of the mistake", "[import][mutations]") {
    for (auto const& spoiled : spoiled_tables()) {
        check_refused(spoiled);
    }
}

TEST_CASE("spoiled maps, weather and profiles are refused with the place of the mistake",
          "[import][mutations]") {
    for (auto const& spoiled : spoiled_series()) {
        check_refused(spoiled);
    }
}

TEST_CASE("what can be mended is mended and counted", "[import][mutations]") {
    SECTION("a session over New Year with the wrong year") {
        auto const text = tests::sample_sessions() +
                          "2018-12-31 22:00:00,2018-01-01 02:00:00,1000,4.0,1.0,3500\n";
        auto const report = tests::import_with({{"laadsessies_2018", text}}).report;
        REQUIRE(report.repairs.size() == 1);
        CHECK(report.repairs[0].times == 1);
    }
    SECTION("two hours of weather without a figure") {
        auto const text = with(with(tests::sample_knmi(), " 105,", "    ,"), " 106,", "    ,");
        auto const country = tests::import_with({{"knmi_uren", text}});
        REQUIRE(country.report.repairs.size() == 1);
        CHECK(country.report.repairs[0].times == 2);
        CHECK(country.table.series[0].values[4] == Approx(10.5));
    }
    SECTION("quotes that do not close") {
        auto const text =
            "\"Regio's\"\";\"\"Particuliere huishoudens (x 1 000)\"\n\"De Hoven\"\";0,5\n\"";
        auto const report = tests::import_with({{"statline_inkomen", text}}).report;
        REQUIRE(report.repairs.size() == 1);
        CHECK(report.repairs[0].times == 10);
    }
    SECTION("rows of two buurten with one name are dropped and listed") {
        auto const text = tests::sample_labels() + "De Hoven,Laan,90,1,0,0,0,0,0,0,8,0\n";
        auto const country = tests::import_with({{"heat_abm_labels", text}});
        CHECK(country.report.tables[0].ambiguous.size() == 2);
        for (auto const& buurt : country.table.buurten) {
            CHECK_FALSE(buurt.measured[models::Measured::label_g_share].has_value());
        }
    }
    SECTION("a buurt that CBS renamed is listed") {
        auto const text = with(tests::sample_labels(), "Hoven,Laan", "Hoven,Lanenbuurt");
        auto const report = tests::import_with({{"heat_abm_labels", text}}).report;
        REQUIRE(report.tables[0].unmatched.size() == 1);
        CHECK(report.tables[0].unmatched[0] == "De Hoven, Lanenbuurt (line 2)");
    }
}

TEST_CASE("a number that can be read in two ways is refused", "[import][mutations]") {
    scenarios::ImportFindings findings;
    scenarios::Layout layout;
    layout.decimal_sign = '\0';
    auto const read = [&](std::string const& text) {
        return scenarios::read_figure(
            text, layout, {}, {0.0, 1e6, false, "a number"}, [] { return std::string{"x"}; }, {},
            findings);
    };
    CHECK(read("2,5") == 2.5);
    CHECK(read("2.5") == 2.5);
    CHECK(findings.empty());
    CHECK_FALSE(read("1.234").has_value());
    CHECK_FALSE(read("1.234,5").has_value());
    CHECK(findings.size() == 2);
}

TEST_CASE("a table of places alone makes no world and says what it lacks", "[import]") {
    tests::EmptyFolder const folder;
    scenarios::ImportRequest const request{.layout = tests::import_folder() +
                                                     "layouts/kwb2024_statline.yaml",
                                           .regions = folder.write("kwb.csv", "a;b\n"),
                                           .extras = {},
                                           .tables = tests::import_folder() + "tables",
                                           .is_part = false};
    CHECK_THROWS_WITH(scenarios::import_country(request),
                      Catch::Contains("it has no 'code', 'kind', 'households'") &&
                          Catch::Contains("kwb2024_flat"));
}
