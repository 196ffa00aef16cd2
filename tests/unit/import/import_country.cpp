#include "models/world/build_world.hpp"
#include "scenarios/import/csv.hpp"
#include "scenarios/import/world_columns.hpp"
#include "tests/unit/import/sample_file.hpp"
#include "tests/unit/world/sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;
using tests::import_text;
using tests::sample_file;
using tests::with;

namespace {

BuurtRow const& buurt_called(BuurtTable const& table, std::string const& name) {
    return *std::ranges::find(table.buurten, name, &BuurtRow::name);
}

FigureOrigin origin_of(BuurtRow const& buurt, BuurtFigure figure) {
    return buurt.origins[static_cast<std::size_t>(figure)];
}

} // namespace

TEST_CASE("each published household is a home", "[import]") {
    auto const [table, report] = import_text(sample_file());
    REQUIRE(table.buurten.size() == 6);
    CHECK(buurt_called(table, "Tuin, Dorp").homes == 200);
    CHECK(buurt_called(table, "Laan").homes == 100);
    CHECK(buurt_called(table, "Veld").homes == 200);
    CHECK(report.buurten_as_published == 3);
    CHECK(report.homes_as_published == 500);
    CHECK_FALSE(table.synthetic);
    CHECK(buurt_called(table, "Veld").wijk_code == "WK2401AA");
}

TEST_CASE("a blank number of households follows its rule and is listed", "[import]") {
    auto const [table, report] = import_text(sample_file());
    REQUIRE(report.blanks.size() == 3);
    // Five inhabitants in households of two: fewer than five households, as CBS blanks them.
    CHECK(report.blanks[0].code == "BU2401AA02");
    CHECK(report.blanks[0].rule == scenarios::BlankRule::few_households);
    CHECK(report.blanks[0].homes == 3);
    CHECK(report.blanks[1].rule == scenarios::BlankRule::institution);
    CHECK(report.blanks[1].homes == 0);
    CHECK(report.blanks[2].rule == scenarios::BlankRule::no_inhabitants);
    CHECK(report.blanks[2].homes == 0);
    CHECK(report.homes == 503);
}

TEST_CASE("totals are sums of buurten, their difference from the published figures is kept",
          "[import]") {
    auto const [table, report] = import_text(sample_file());
    REQUIRE(report.differences.size() == 4);
    CHECK(report.differences[0].level == "NL");
    CHECK(report.differences[0].in_model == 503.0);
    CHECK(report.differences[0].published == 500.0);
    CHECK(report.differences[1].code == "GM2401");
    CHECK(report.differences[2].in_model == 300.0);
    CHECK(report.differences[3].in_model == 203.0);
}

TEST_CASE("a missing figure comes from the nearest place that has it", "[import]") {
    auto const [table, report] = import_text(sample_file());
    auto const& village = buurt_called(table, "Tuin, Dorp");
    CHECK(village.woz_value == 310.0);
    CHECK(origin_of(village, BuurtFigure::woz_value) == FigureOrigin::of_wijk);
    CHECK(origin_of(village, BuurtFigure::tenure_shares) == FigureOrigin::own);
    CHECK(village.tenure_shares[0] + village.tenure_shares[1] == Approx(0.50));
    CHECK(village.type_shares[0] == Approx(0.40));
    auto const& lane = buurt_called(table, "Laan");
    CHECK(origin_of(lane, BuurtFigure::tenure_shares) == FigureOrigin::of_wijk);
    CHECK(lane.tenure_shares[0] + lane.tenure_shares[1] == Approx(0.55));
    // Income of the wijk, 31 against a mean of households without one: those of the country.
    CHECK(origin_of(lane, BuurtFigure::low_income_share) == FigureOrigin::of_wijk);
    for (auto const& buurt : table.buurten) {
        CHECK(std::accumulate(buurt.type_shares.begin(), buurt.type_shares.end(), 0.0) ==
              Approx(1.0));
        CHECK(std::accumulate(buurt.period_shares.begin(), buurt.period_shares.end(), 0.0) ==
              Approx(1.0));
        CHECK(std::accumulate(buurt.tenure_shares.begin(), buurt.tenure_shares.end(), 0.0) ==
              Approx(1.0));
    }
    auto const count = [&](BuurtFigure figure, FigureOrigin origin) -> std::size_t {
        for (auto const& fallback : report.fallbacks) {
            if (fallback.figure == figure && fallback.origin == origin) {
                return fallback.buurten;
            }
        }
        return 0;
    };
    // Tuin, Dorp and, with its three homes, Industrie; the empty ones are not counted.
    CHECK(count(BuurtFigure::woz_value, FigureOrigin::of_wijk) == 2);
    CHECK(count(BuurtFigure::tenure_shares, FigureOrigin::of_wijk) == 2);
    CHECK(count(BuurtFigure::type_shares, FigureOrigin::of_wijk) == 1);
    SECTION("the gemeente where the wijk is silent too") {
        auto const text = with(sample_file(), "600,300,2,310,55", "600,300,2,,55");
        auto const other = import_text(text);
        auto const& far = buurt_called(other.table, "Tuin, Dorp");
        CHECK(far.woz_value == 300.0);
        CHECK(origin_of(far, BuurtFigure::woz_value) == FigureOrigin::of_gemeente);
    }
    SECTION("the country where the gemeente is silent as well") {
        auto text = with(sample_file(), "600,300,2,310,55", "600,300,2,,55");
        text = with(text, "2.0,300,60", "2.0,,60");
        auto const other = import_text(text);
        auto const& far = buurt_called(other.table, "Tuin, Dorp");
        // Laan 330 for 100 households, Veld 290 for 200.
        CHECK(far.woz_value == Approx((330.0 * 100.0 + 290.0 * 200.0) / 300.0));
        CHECK(origin_of(far, BuurtFigure::woz_value) == FigureOrigin::of_country);
    }
}

TEST_CASE("a marker of the layout stands for a missing figure", "[import]") {
    auto const text = with(sample_file(), "2,330,,70", "2,  . ,-99999999,70");
    CHECK(buurt_called(import_text(text).table, "Laan").woz_value == 310.0);
}

TEST_CASE("line ends, a byte order mark and padding make no difference", "[import]") {
    auto const plain = import_text(sample_file()).table;
    auto text = sample_file();
    std::erase(text, '\r');
    text = "\xEF\xBB\xBF" + with(text, "BU24010102,Buurt,Laan", " BU24010102  ,Buurt,Laan   ");
    auto const other = import_text(text).table;
    CHECK(scenarios::to_columns(other) == scenarios::to_columns(plain));
}

TEST_CASE("the order of the rows makes no difference", "[import]") {
    auto text = sample_file();
    auto const line = text.find("BU2401AA04");
    auto const last = text.substr(line);
    text.erase(line);
    text = with(text, "GM2401,Gemeente", last + "GM2401,Gemeente");
    CHECK(scenarios::to_columns(import_text(text).table) ==
          scenarios::to_columns(import_text(sample_file()).table));
}

TEST_CASE("a gemeente finds its RES-regio by name, by an older name, or not", "[import]") {
    auto const regio = [](std::string const& name, std::string const& table) {
        auto const country = import_text(with(sample_file(), "De Hoven", name), table);
        return country.table.regios[country.table.gemeenten[0].regio].name;
    };
    CHECK(regio("De Hoven", "res_regio,gemeente\nRivierland,De Hoven\n") == "Rivierland");
    CHECK(regio("De Hoven (G.)", "res_regio,gemeente\nRivierland,De Hoven\n") == "Rivierland");
    CHECK(regio("Maashorst", "res_regio,gemeente\nOost,Uden\nOost,Landerd\n") == "Oost");
    // Its parts lay in two regio's: the provincie stands in.
    CHECK(regio("Maashorst", "res_regio,gemeente\nOost,Uden\nWest,Landerd\n") ==
          "provincie Gelderland");
    auto const without = import_text(sample_file());
    CHECK(without.report.gemeenten_with_assumed_regio == 1);
    CHECK(without.table.gemeenten[0].regio_known == false);
    CHECK(without.table.netbeheerders[without.table.gemeenten[0].netbeheerder].name == "Liander");
    CHECK(without.report.gemeenten_with_assumed_netbeheerder == 1);
    CHECK_THROWS_AS(regio("De Hoven", "regio,gemeente\nRivierland,De Hoven\n"),
                    scenarios::ImportError);
}

TEST_CASE("the report says it in both languages, in brief and in full", "[import][report]") {
    auto const report = import_text(sample_file()).report;
    auto const brief = scenarios::report_text(report, scenarios::Language::nl, false);
    CHECK_THAT(brief, Catch::Contains("woningen in het model: 503"));
    CHECK_THAT(brief, Catch::Contains("WOZ-waarde van de CBS-wijk: 2"));
    CHECK_THAT(brief, !Catch::Contains("Ziekenhuis"));
    auto const full = scenarios::report_text(report, scenarios::Language::en, true);
    CHECK_THAT(full, Catch::Contains("BU2401AA03 Ziekenhuis: 300 inhabitants, 0 homes"));
    CHECK_THAT(full, Catch::Contains("wijk WK2401AA Hoven-West: 203 - 200 = +3"));
    CHECK_THAT(full, !Catch::Contains("woningen"));
}

TEST_CASE("a quoted field holds separators, quotes and line breaks", "[import][csv]") {
    scenarios::ImportFindings findings;
    auto const table = scenarios::parse_csv("a.csv", "x;y\n\"a;\"\"b\"\"\r\nc\";1\n2;3",
                                            {.separator = ';'}, findings);
    CHECK(findings.empty());
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].fields[0].text == "a;\"b\"\nc");
    CHECK(table.rows[0].fields[1].text == "1");
    CHECK(table.rows[1].line == 4);
    CHECK(table.rows[1].fields[1].column == 3);
}

TEST_CASE("a table of buurten survives its columns", "[import][columns]") {
    auto const table = synthetic_netherlands(0.01, 1);
    auto const columns = scenarios::to_columns(table);
    auto const back = scenarios::from_columns(columns, "a.world");
    CHECK(scenarios::to_columns(back) == columns);
    CHECK(tests::same_world(build_world(back, tests::usual_parameters()),
                            build_world(table, tests::usual_parameters())));
}

TEST_CASE("all that extra tables say survives the columns", "[import][columns]") {
    auto table = tests::two_gemeenten();
    table.buurten[1].measured.set(Measured::gas_use, 850.0);
    table.buurten[3].measured.set(Measured::label_g_share, 0.125);
    table.gemeenten[1].stock = models::StockTable{{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}}};
    table.regios[0].share = 0.25;
    table.heat_sources = {{.name = "AVI",
                           .kind = "AVI",
                           .gemeente = "GM2401",
                           .x = 1000.0,
                           .y = 400'000.0,
                           .capacity = 12.5,
                           .temperature = 80.0}};
    table.borders = {{"WK240100", "WK240101", 12.0}};
    table.series = {{.name = "temperature",
                     .unit = "degC",
                     .source = "KNMI",
                     .kind = SeriesKind::weather,
                     .first_hour = 420'768,
                     .values = {-1.5, 2.0, 3.25}},
                    {.name = "households", .unit = "1", .source = "ETM", .values = {0.5, 0.5}}};
    table.inputs = {{.kind = "places",
                     .mapping = "a",
                     .file = "b.csv",
                     .source = "c",
                     .licence = "d",
                     .year = 2019,
                     .rows = 5,
                     .used = 4}};
    auto const columns = scenarios::to_columns(table);
    auto const back = scenarios::from_columns(columns, "a.world");
    CHECK(scenarios::to_columns(back) == columns);
    CHECK(back.buurten[1].measured[Measured::gas_use] == 850.0);
    CHECK_FALSE(back.buurten[0].measured[Measured::gas_use].has_value());
    CHECK(back.buurten[3].measured[Measured::label_g_share] == 0.125);
    CHECK(back.gemeenten[1].stock == table.gemeenten[1].stock);
    CHECK_FALSE(back.gemeenten[0].stock.has_value());
    CHECK(back.regios[0].share == 0.25);
    CHECK(back.heat_sources == table.heat_sources);
    CHECK(back.borders == table.borders);
    CHECK(back.series == table.series);
    CHECK(back.inputs == table.inputs);
}

TEST_CASE("damaged columns are refused with all that is wrong", "[import][columns]") {
    auto const right = scenarios::to_columns(tests::two_gemeenten());
    REQUIRE_NOTHROW(scenarios::from_columns(right, "a.world"));
    auto const column = [](scenarios::WorldTables& tables, std::string const& table,
                           std::string const& name) -> scenarios::WorldColumn& {
        auto const found = std::ranges::find(tables.tables, table, &scenarios::WorldColumns::name);
        return *std::ranges::find(found->columns, name, &scenarios::WorldColumn::name);
    };
    auto const refused = [&](auto const& damage, std::string const& message) {
        auto tables = right;
        damage(tables);
        CHECK_THROWS_WITH(scenarios::from_columns(tables, "a.world"), Catch::Contains(message));
    };
    using Ints = std::vector<std::int32_t>;
    using Doubles = std::vector<double>;
    refused([](auto& t) { t.tables.pop_back(); }, "table 'buurten' is not there");
    refused([](auto& t) { t.attributes.erase("source"); }, "no attribute 'source'");
    refused([&](auto& t) { column(t, "buurten", "homes").values = Doubles(5, 1.0); },
            "no column 'homes' of the right type");
    refused([&](auto& t) { std::get<Ints>(column(t, "buurten", "homes").values).pop_back(); },
            "no column 'homes' of the right type and length");
    refused([&](auto& t) { std::get<Ints>(column(t, "buurten", "homes").values)[1] = -4; },
            "row 2: homes is -4");
    refused([&](auto& t) { std::get<Ints>(column(t, "buurten", "gemeente").values)[0] = 9; },
            "row 1: gemeente is 9");
    refused([&](auto& t) { std::get<Ints>(column(t, "gemeenten", "regio").values)[1] = -1; },
            "row 2: regio is -1");
    refused(
        [&](auto& t) { std::get<Doubles>(column(t, "buurten", "type_detached").values)[2] = 0.9; },
        "row 3: shares add to");
    refused(
        [&](auto& t) {
            std::get<Doubles>(column(t, "buurten", "woz_value").values)[0] =
                std::numeric_limits<double>::quiet_NaN();
        },
        "row 1: woz_value is nan");
    refused(
        [&](auto& t) {
            auto& codes = std::get<std::vector<std::string>>(column(t, "buurten", "code").values);
            codes[1] = codes[0];
        },
        "a second time");
}
