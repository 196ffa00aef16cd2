#include "models/world/build_world.hpp"
#include "models/world/rake_shares.hpp"
#include "scenarios/import/find_borders.hpp"
#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/moment.hpp"
#include "scenarios/import/quality_text.hpp"
#include "scenarios/import/recognise_layout.hpp"
#include "scenarios/import/select_part.hpp"
#include "scenarios/import/world_columns.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/unit/import/extra_sample.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace opschaling;
using models::Measured;
using tests::import_with;
using tests::with;

namespace {

models::BuurtRow const& buurt_called(models::BuurtTable const& table, std::string const& name) {
    return *std::ranges::find(table.buurten, name, &models::BuurtRow::name);
}

std::vector<tests::SampleExtra> all_extras() {
    return {{"heat_abm_middles", tests::sample_middles(), "xycor_buurten.csv"},
            {"heat_abm_labels", tests::sample_labels(), "labels.csv"},
            {"etm_gemeenten", tests::sample_stock(), "stock.csv"},
            {"heat_abm_sources", tests::sample_sources(), "sources.csv"},
            {"polygonen_wijken_2022", tests::sample_map(), "map.geojson"},
            {"knmi_uren", tests::sample_knmi(), "weather.txt"},
            {"etm_profielen", tests::sample_hours(), "households_appliances.csv"},
            {"laadsessies_2018", tests::sample_sessions(), "sessions.csv"}};
}

} // namespace

TEST_CASE("extra tables arrive in the world as they are", "[import][extras]") {
    auto const [table, report] = import_with(all_extras());
    auto const& lane = buurt_called(table, "Laan");
    CHECK(lane.measured[Measured::rd_x] == 191000.0);
    CHECK(lane.measured[Measured::label_g_share] == 0.1);
    CHECK(lane.measured[Measured::heat_connection_power] == 8.5);
    CHECK(buurt_called(table, "Tuin, Dorp").measured[Measured::rd_y] == 440000.25);
    CHECK_FALSE(buurt_called(table, "Veld").measured[Measured::rd_x].has_value());
    REQUIRE(table.gemeenten[0].stock.has_value());
    CHECK((*table.gemeenten[0].stock)[0][4] == 40.0);
    REQUIRE(table.heat_sources.size() == 1);
    CHECK(table.heat_sources[0].gemeente == "GM2401");
    CHECK(table.heat_sources[0].x == Approx(13988.26624 + 0.67 * 262910.37927));
    REQUIRE(table.borders.size() == 1);
    CHECK(table.borders[0] == models::WijkBorder{"WK240101", "WK2401AA", 1000.0});
    REQUIRE(table.series.size() == 5);
    CHECK(table.series[0].name == "temperature");
    CHECK(table.series[0].first_hour == 464'592); // 2023-01-01 00:00 UT
    CHECK(table.series[0].values.front() == Approx(10.1));
    CHECK(table.series[1].name == "wind_speed");
    CHECK(table.series[1].values.front() == 8.0);
    CHECK(table.series[3].name == "households_appliances");
    CHECK(table.series[3].values.front() == 1.0);
    CHECK(table.series[4].values[8] == Approx(0.5)); // half an hour of the charging hour
    CHECK(table.inputs.size() == 9);
    CHECK(report.tables[0].outside == 1); // Utrecht is not imported
    auto const columns = scenarios::to_columns(table);
    CHECK(scenarios::to_columns(scenarios::from_columns(columns, "a")) == columns);
}

TEST_CASE("without extra tables nothing is assumed of them", "[import][extras]") {
    auto const table = import_with({}).table;
    CHECK(table.series.empty());
    CHECK(table.heat_sources.empty());
    CHECK_FALSE(table.gemeenten[0].stock.has_value());
    for (auto const& buurt : table.buurten) {
        CHECK_FALSE(buurt.measured[Measured::gas_use].has_value());
    }
}

TEST_CASE("buurten are fitted to the counted stock of their gemeente", "[import][fit]") {
    auto const plain = import_with({}).table;
    auto const [table, report] = import_with({{"etm_gemeenten", tests::sample_stock()}});
    CHECK(report.gemeenten_with_stock == 1);
    auto const before = models::mean_shares(plain.buurten, &models::BuurtRow::type_shares);
    auto const after = models::mean_shares(table.buurten, &models::BuurtRow::type_shares);
    // Of the stock 40 % are apartments; it weighs half less a tenth for the year, the file 1.
    CHECK(after[0] == Approx((before[0] + 0.45 * 0.4) / 1.45));
    // Houses are divided as the stock divides them, evenly; and so are the periods.
    CHECK(after[1] == Approx(after[3]));
    auto const periods = models::mean_shares(table.buurten, &models::BuurtRow::period_shares);
    for (double const period : periods) {
        CHECK(period == Approx(0.2));
    }
    REQUIRE(report.stock_conflicts.size() == 1); // 30 % apartments in the file, 40 in the stock
    CHECK(report.stock_conflicts[0].dwellings == 500.0);
    for (std::size_t i = 0; i < table.buurten.size(); ++i) {
        CHECK(table.buurten[i].homes == plain.buurten[i].homes);
    }
}

TEST_CASE("a marginal given twice is the mean by weight, and the conflict is listed",
          "[import][fit]") {
    // A second table of owners: 90 % where the file says 65; weight 0.8 and two years apart.
    auto const text = std::string{"code,name,population,dwelling_total,dwelling_value,"
                                  "dwelling_ownership,income_low\n"
                                  "WK2401AA,Hoven-West,400,210,290,90,41\n"};
    auto const [table, report] = import_with({{"wijken_2022", text, "NLD_dist.csv"}});
    auto const conflict =
        std::ranges::find(report.conflicts, "owners_percent", &scenarios::FigureConflict::figure);
    REQUIRE(conflict != report.conflicts.end());
    CHECK(conflict->one_value == 65.0);
    CHECK(conflict->other_value == 90.0);
    CHECK(conflict->differing == 1);
    CHECK(conflict->is_fitted);
    double const weight = 0.8 * 0.9 * 0.9;
    // Industrie has no figure of its own and takes that of its wijk.
    auto const& industry = buurt_called(table, "Industrie");
    CHECK(industry.tenure_shares[0] + industry.tenure_shares[1] ==
          Approx((65.0 + weight * 90.0) / (1.0 + weight) / 100.0));
}

TEST_CASE("names and headers are the same in whatever spelling", "[import][names]") {
    CHECK(scenarios::squeezed("Súdwest-Fryslân") == "sudwestfryslan");
    CHECK(scenarios::squeezed("Wonen.Woningvoorraad..aantal.") ==
          scenarios::squeezed("Wonen/Woningvoorraad (aantal)"));
    CHECK(scenarios::squeezed("aardgasverbruik totaal (m³)") ==
          scenarios::squeezed("aardgasverbruik.totaal..m.."));
}

TEST_CASE("moments are read with their offset", "[import][moments]") {
    CHECK(scenarios::read_moment("2018-01-01 00:00:00+01:00") == 1'514'761'200);
    CHECK(scenarios::read_moment("2017-12-31T23:00Z") == 1'514'761'200);
    CHECK_FALSE(scenarios::read_moment("2018-02-30 00:00:00").has_value());
    CHECK_FALSE(scenarios::read_moment("2018-01-01").has_value());
    CHECK(scenarios::read_day("20240229") == 1'709'164'800);
    CHECK_FALSE(scenarios::read_day("20230229").has_value());
    auto const [year, hour] = scenarios::hour_of_year(1'514'761'200);
    CHECK(year == 2017);
    CHECK(hour == 8759);
}

TEST_CASE("a file is recognised by its columns", "[import][suggest]") {
    tests::EmptyFolder const folder;
    auto const layouts = tests::import_folder() + "layouts";
    scenarios::ImportFindings findings;
    auto const labels = folder.write("anything.csv", tests::sample_labels());
    CHECK_THAT(scenarios::recognise_layout(labels, layouts, findings).value_or(""),
               Catch::EndsWith("heat_abm_labels.yaml"));
    auto const curve = folder.write("households_cooking.csv", tests::sample_hours());
    CHECK_THAT(scenarios::recognise_layout(curve, layouts, findings).value_or(""),
               Catch::EndsWith("etm_profielen.yaml"));
    CHECK(findings.empty());
    auto const other = folder.write("other.csv", "station,regen\n260,1\n");
    CHECK_FALSE(scenarios::recognise_layout(other, layouts, findings).has_value());
    CHECK(findings.size() == 1);
}

TEST_CASE("an unknown table gets a layout proposed, with what is missing", "[import][suggest]") {
    tests::EmptyFolder const folder;
    auto const text = std::string{"\"regio\";\"gm_naam\";\"recs\";\"gwb_code\";\"a_inw\";\"a_hh\";"
                                  "\"g_woz\";\"iets\"\n"} +
                      "\"Laan\";\"De Hoven\";\"Buurt\";\"BU24010101\";100;50;312,5;.\n"
                      "\"Plein\";\"De Hoven\";\"Buurt\";\"BU24010102\";120;60;298,0;7\n"
                      "\"Veld\";\"De Hoven\";\"Buurt\";\"BU24010103\";90;45;301,2;8\n";
    scenarios::ImportFindings findings;
    auto const proposal = scenarios::suggest_layout(folder.write("kwb-2031.csv", text),
                                                    tests::import_folder() + "layouts", findings);
    CHECK(findings.empty());
    for (auto const* line : {"kind: regions", "separator: \";\"", "decimal_sign: \",\"",
                             "code: \"gwb_code\"", "households: \"a_hh\"", "woz_value: \"g_woz\"",
                             "buurt: \"Buurt\"", "missing: [\".\"]", "#   urbanity", "\"iets\""}) {
        CHECK_THAT(proposal, Catch::Contains(line));
    }
}

TEST_CASE("a gemeente chosen from a country keeps its numbers and its shares", "[import][part]") {
    auto const country = models::synthetic_netherlands(0.1, 1);
    auto const& name = country.gemeenten[3].name;
    auto const part =
        scenarios::select_gemeenten(country, {{name, {.file = "a.yaml", .line = 4, .column = 7}}});
    REQUIRE(part.gemeenten.size() == 1);
    CHECK(part.gemeenten[0].code == country.gemeenten[3].code);
    CHECK(part.regios[0].share < 1.0);
    CHECK(part.homes_numbered);
    auto const words = scenarios::world_text(part, scenarios::Language::nl);
    CHECK_THAT(words, Catch::Contains("aangenomen van de gedeelde capaciteit"));
    auto const quality = scenarios::quality_text(part, 0, scenarios::Language::en);
    CHECK_THAT(quality, Catch::Contains("by assumption, of its shared capacity"));
    try {
        static_cast<void>(scenarios::select_gemeenten(
            country, {{"Nergenshuizen", {.file = "a.yaml", .line = 4, .column = 7}}}));
        FAIL_CHECK("a gemeente that is not there was found");
    } catch (scenarios::ImportError const& error) {
        CHECK(error.findings()[0].line == 4);
        CHECK_THAT(error.findings()[0].message, Catch::Contains("Nergenshuizen"));
    }
}

TEST_CASE("named wijken are their CBS buurten where known, else made from their inhabitants",
          "[import][part]") {
    auto const country = import_with({}).table;
    auto const world = scenarios::select_wijken(
        country,
        {{.name = "Oost", .gemeente = "De Hoven", .inhabitants = 1.0, .cbs_codes = {"WK240101"}},
         {.name = "Nieuw", .gemeente = "De Hoven", .inhabitants = 2100.0, .cbs_codes = {}},
         {.name = "Ver", .gemeente = "Elders", .inhabitants = 420.0, .cbs_codes = {}}});
    REQUIRE(world.buurten.size() == 3);
    CHECK(world.buurten[0].homes == 300);
    CHECK(world.buurten[0].woz_value == Approx((200.0 * 310.0 + 100.0 * 330.0) / 300.0));
    CHECK(world.buurten[0].origins[0] == models::FigureOrigin::own);
    CHECK(world.buurten[1].homes == 1000);
    CHECK(world.buurten[1].origins[0] == models::FigureOrigin::of_gemeente);
    CHECK(world.buurten[2].homes == 200);
    CHECK(world.buurten[2].origins[0] == models::FigureOrigin::of_country);
    CHECK(world.gemeenten.size() == 2);
    auto const built = models::build_world(world, tests::usual_parameters());
    CHECK(built.homes() == 1500);
    CHECK(built.wijken() == 3);
}

TEST_CASE("the eighteen wijken make a world of eighteen wijken without any file",
          "[import][part]") {
    auto const study = scenarios::read_study(
        {.path = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/worlds/18_wijken.yaml",
         .parameter_directory = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/parameters",
         .overrides = {}});
    REQUIRE(study.world.wijken.size() == 18);
    double const inhabitants = std::accumulate(
        study.world.wijken.begin(), study.world.wijken.end(), 0.0,
        [](double sum, scenarios::NamedWijk const& wijk) { return sum + wijk.inhabitants; });
    CHECK(inhabitants == 150'875.0);
    auto const table =
        scenarios::select_wijken(models::synthetic_netherlands(0.01, 1), study.world.wijken);
    CHECK(table.buurten.size() == 18);
    CHECK(table.buurten[5].homes == 19'426); // Laak, 40,795 inhabitants
    CHECK(models::build_world(table, study.parameters.world).wijken() == 18);
}
