#include "analysis/report/report.hpp"

#include "analysis/report/evidence.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/report/scale.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/store/table_file.hpp"
#include "app/language/report_phrases.hpp"
#include "tests/support/made_up_result.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

using namespace opschaling;
using namespace opschaling::analysis;

namespace {

Wording dutch() {
    return {.language = Language::dutch, .phrases = app::phrases_in(Language::dutch)};
}

/// The report of the made-up study with this many replications.
struct MadeUpReport {
    tests::EmptyFolder folder{"report"};
    ResultFile file;
    Report report;

    explicit MadeUpReport(std::size_t replications)
        : file{[&] {
              tests::write_made_up_result(folder / "result.nc", replications);
              return ResultFile::open(folder / "result.nc");
          }()},
          report{make_report(file, dutch(), "tabellen")} {}
};

std::size_t times(std::string const& text, std::string const& word) {
    std::size_t found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("the report has its eleven sections in order, and every chart that it had before",
          "[report]") {
    MadeUpReport const made{5};
    auto const& html = made.report.html;
    std::size_t at{0};
    for (auto const* id : {"summary", "question", "levels", "whole", "scale", "people", "pilot",
                           "meaning", "sensitivity", "account", "appendix"}) {
        CAPTURE(id);
        CHECK(times(html, fmt::format("href=\"#{}\"", id)) == 1);
        auto const found = html.find(fmt::format("<h2 id=\"{}\">", id));
        REQUIRE(found != std::string::npos);
        CHECK(found > at);
        at = found;
    }
    for (auto const* kept :
         {"levels-homes_gas_free", "band-homes_gas_free-groei", "differences-homes_gas_free",
          "levels-public_cost", "levels-stations_full", "id=\"facts\"", "id=\"differences\"",
          "id=\"outcomes\""}) {
        CAPTURE(kept);
        CHECK(html.find(kept) != std::string::npos);
    }
    for (auto const* table : {"homes_gas_free.csv", "homes_gas_free_differences.csv",
                              "public_cost.csv", "stations_full.csv"}) {
        CHECK(std::ranges::count(made.report.tables, table, &ReportTable::file_name) == 1);
    }
}

TEST_CASE("what experiments found stands in the sections of the report, with its figures",
          "[report]") {
    EffectResult whole;
    whole.kind = "whole";
    whole.world = "een plaats";
    whole.plan = "abc";
    whole.runs = 12;
    whole.replications = 3;
    whole.tables.push_back({.key = "whole",
                            .title = {"Geheel", "Whole"},
                            .sentence = {"Samen minder dan apart", "Less together than apart"},
                            .unit = {"woningen", "homes"},
                            .rows = {{"together", {"samen", "together"}, 123.0, 100.0, 140.0}}});
    tests::EmptyFolder const folder{"evidence"};
    write_tables(folder / "whole.nc", effect_file(whole));
    tests::write_made_up_result(folder / "result.nc", 5);
    CHECK(schema_of_file(folder / "whole.nc") == "opschaling-effect/1");
    auto const kept = effect_of(read_tables(folder / "whole.nc", "opschaling-effect/1"));
    CHECK(kept.tables.at(0).sentence.nl == "Samen minder dan apart");
    Evidence const evidence{.effects = {kept}, .findings = {}, .signs = {{"groei", 0.7}}};
    auto const file = ResultFile::open(folder / "result.nc");
    auto const report = make_report(file, dutch(), "tabellen", evidence);
    CHECK(report.html.find("Samen minder dan apart") != std::string::npos);
    CHECK(report.html.find("<td>123</td>") != std::string::npos);
    CHECK(report.html.find("hangt af van de aannamen") != std::string::npos);
    CHECK(std::ranges::count(report.tables, "whole.csv", &ReportTable::file_name) == 1);
    auto const without = make_report(file, dutch(), "tabellen").html;
    CHECK(without.find("opschaling effects whole STUDIE") != std::string::npos);
    CHECK(without.find("hangt af van de aannamen") == std::string::npos);
}

TEST_CASE("numbers are written as a reader of the language expects", "[report]") {
    CHECK(number_text(1234567.8, 1, Language::dutch) == "1.234.567,8");
    CHECK(number_text(1234567.8, 1, Language::english) == "1,234,567.8");
    CHECK(number_text(999.0, 0, Language::dutch) == "999");
    CHECK(number_text(-1000.0, 0, Language::dutch) == "−1.000");
    CHECK(number_text(-0.2, 0, Language::dutch) == "0");
    CHECK(number_text(std::numeric_limits<double>::quiet_NaN(), 0, Language::dutch) == "–");
    CHECK(signed_number_text(12.0, 0, Language::dutch) == "+12");
    CHECK(signed_number_text(0.001, 0, Language::dutch) == "0");
}

TEST_CASE("a part of a larger area says which shares of its capacity it assumed", "[report]") {
    auto plan = tests::made_up_plan(2);
    plan.world.shared_places = {{"RES-regio", "Amsterdam", 0.123},
                                {"netbeheerder", "Liander", 0.045}};
    tests::EmptyFolder const folder{"shares"};
    tests::write_made_up_result(folder / "result.nc", plan);
    auto const file = ResultFile::open(folder / "result.nc");
    CHECK(file.plan().world == plan.world);
    auto const html = make_report(file, dutch(), "tabellen").html;
    CHECK(html.find("Gedeelde capaciteit (aanname)") != std::string::npos);
    CHECK(html.find("RES-regio Amsterdam 12,3 %; netbeheerder Liander 4,5 %") != std::string::npos);
    // A country as a whole assumes none.
    CHECK(MadeUpReport{2}.report.html.find("Gedeelde capaciteit") == std::string::npos);
}

TEST_CASE("ticks are round and cover the figures", "[report]") {
    auto const ticks = round_ticks(0.0, 727'486.0, 6);
    CHECK(ticks.front() == 0.0);
    CHECK(ticks.back() == 800'000.0);
    CHECK(round_ticks(-3.0, 7.0, 5).front() <= -3.0);
    CHECK(round_ticks(0.0, 0.0, 5).size() >= 2);
}

TEST_CASE("labels at the ends of lines keep their order and their distance", "[report]") {
    auto const places = spread_labels({100.0, 101.0, 102.0, 300.0}, 20.0, 0.0, 400.0);
    CHECK(places[1] - places[0] == Approx(20.0));
    CHECK(places[2] - places[1] == Approx(20.0));
    CHECK(places[3] == Approx(300.0));
    CHECK((places[0] + places[1] + places[2]) / 3.0 == Approx(101.0));
    for (double const place : spread_labels({398.0, 399.0, 400.0}, 20.0, 0.0, 400.0)) {
        CHECK(place <= 400.0);
    }
}

TEST_CASE("the report needs nothing from elsewhere and no script", "[report]") {
    MadeUpReport const made{5};
    auto html = made.report.html;
    for (auto at = html.find("http://www.w3.org/2000/svg"); at != std::string::npos;
         at = html.find("http://www.w3.org/2000/svg")) {
        html.erase(at, 26);
    }
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
    CHECK(html.find("@import") == std::string::npos);
    CHECK(html.find("<html lang=\"nl\">") != std::string::npos);
}

TEST_CASE("every chart is an image with a title and a description of its own", "[report]") {
    MadeUpReport const made{5};
    auto const& html = made.report.html;
    auto const charts = times(html, "<svg ");
    CHECK(charts == 1 + 7 + 1 + 2); // lines, a band a variant, differences, two other outcomes
    CHECK(times(html, "role=\"img\"") == charts);
    CHECK(times(html, "<title id=") == charts);
    CHECK(times(html, "<desc id=") == charts);
    CHECK(times(html, "<desc id=\"\"") == 0);
    for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
        auto const id = html.substr(at, html.find('"', at + 5) - at + 1);
        CAPTURE(id);
        CHECK(times(html, id) == 1);
    }
}

TEST_CASE("the first page says what the findings hold for", "[report]") {
    MadeUpReport const made{5};
    auto const& html = made.report.html;
    auto const first_page = html.substr(0, html.find("<nav"));
    for (auto const* word : {"Verzonnen wereld", "2018-Q1", "2050-Q4", "2026-Q1", "500.000.000",
                             "812.000", "Indicatief", "0.1.0"}) {
        CAPTURE(word);
        CHECK(first_page.find(word) != std::string::npos);
    }
}

TEST_CASE("the figures on the page are those in the tables", "[report]") {
    MadeUpReport const made{5};
    auto const outcome = read_outcome(made.file, "homes_gas_free");
    auto const wording = dutch();
    Measure const measure{outcome, wording};
    auto const csv =
        std::ranges::find(made.report.tables, "homes_gas_free.csv", &ReportTable::file_name);
    REQUIRE(csv != made.report.tables.end());
    for (std::size_t variant = 0; variant < outcome.levels.size(); ++variant) {
        double const mean = outcome.levels[variant].back().mean;
        CHECK(made.report.html.find(measure.text(mean)) != std::string::npos);
        CHECK(csv->csv.find(fmt::format("{},{}", outcome.final_year(), mean)) != std::string::npos);
    }
}

TEST_CASE("a level is the mean over replications and a band their percentiles", "[report]") {
    MadeUpReport const made{5};
    auto const outcome = read_outcome(made.file, "homes_gas_free");
    CHECK(outcome.years.front() == 2018);
    CHECK(outcome.final_year() == 2050);
    CHECK(outcome.key_years == std::vector<int>{2030, 2040, 2050});
    for (auto const& of_variant : outcome.levels) {
        for (auto const& level : of_variant) {
            CHECK(level.low <= level.mean);
            CHECK(level.mean <= level.high);
        }
    }
    auto const& plan = made.file.plan();
    CHECK(plan.variants[outcome.highest()].name == "eerst_leren");
    CHECK(plan.variants[outcome.lowest()].name == "autonoom");
}

TEST_CASE("one replication gives no bands and no claim of certainty", "[report]") {
    MadeUpReport const made{1};
    CHECK(made.report.html.find("één keer doorgerekend") != std::string::npos);
    CHECK(times(made.report.html, "<polygon") == 0);
    CHECK(made.report.html.find("nan") == std::string::npos);
}

TEST_CASE("text from outside cannot become markup", "[report]") {
    CHECK(escape_markup("<b a=\"1\">&'") == "&lt;b a=&quot;1&quot;&gt;&amp;&#39;");
}

TEST_CASE("the picture is one drawing with its claim", "[report]") {
    MadeUpReport const made{5};
    auto const picture = draw_picture(made.file, dutch());
    CHECK(picture.starts_with("<svg xmlns"));
    CHECK(times(picture, "<svg") == 1);
    CHECK(picture.find("Circulatie") != std::string::npos);
    CHECK(draw_picture(made.file, dutch()) == picture);
}
