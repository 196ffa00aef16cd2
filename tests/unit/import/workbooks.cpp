#include "scenarios/import/recognise_layout.hpp"
#include "scenarios/import/world_columns.hpp"
#include "scenarios/workbook/workbook.hpp"
#include "tests/unit/import/sample_file.hpp"
#include "tests/unit/import/small_workbook.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;
using tests::import_folder;
using tests::import_text;
using tests::sample_file;
using tests::workbook_parts;
using tests::zipped;

namespace {

std::string sample_as_workbook() {
    scenarios::ImportFindings findings;
    auto const table = scenarios::parse_csv("sample", sample_file(), {}, findings);
    findings.throw_if_any();
    return tests::as_workbook(table);
}

/// What a workbook of this content of <sheetData> is told to be wrong with.
std::string finding_in(std::string const& bytes) {
    scenarios::ImportFindings findings;
    static_cast<void>(scenarios::read_workbook("a.xlsx", bytes, '.', findings));
    REQUIRE(findings.size() > 0);
    auto const& first = findings.kept().front();
    return std::to_string(first.line) + ":" + std::to_string(first.column) + " " + first.message;
}

std::string finding_in_rows(std::string const& rows) {
    return finding_in(zipped(workbook_parts({{"Blad1", rows}})));
}

} // namespace

TEST_CASE("a workbook gives the same world as its table in letters", "[import][workbook]") {
    auto const from_letters = import_text(sample_file());
    auto const from_workbook = import_text(sample_as_workbook());
    CHECK(scenarios::to_columns(from_workbook.table) == scenarios::to_columns(from_letters.table));
    CHECK(from_workbook.report.homes == 503);
}

TEST_CASE("the layout of a workbook is recognised by its columns", "[import][workbook]") {
    tests::EmptyFolder const folder;
    auto const file = folder.write("download.xlsx", sample_as_workbook());
    scenarios::ImportFindings findings;
    auto const layout = scenarios::recognise_layout(file, import_folder() + "layouts", findings);
    REQUIRE(layout.has_value());
    CHECK(layout->ends_with("kwb2024_flat.yaml"));
    auto const suggestion = scenarios::suggest_layout(file, import_folder() + "layouts", findings);
    CHECK(suggestion.find("kwb2024_flat fits") != std::string::npos);
    CHECK(findings.empty());
}

TEST_CASE("the workbook that CBS offers makes a world: padded words, commas, marks for nothing",
          "[import][workbook]") {
    std::string rows;
    auto const add = [&rows](std::initializer_list<char const*> cells) {
        rows += "<row>";
        for (auto const* cell : cells) {
            rows += std::string{"<c t=\"str\"><v>"} + cell + "</v></c>";
        }
        rows += "</row>";
    };
    add({"gwb_code_10", "regio", "recs", "a_inw", "a_hh", "g_hhgro", "g_wozbag", "p_koopw",
         "p_wcorpw", "p_1gezw", "ste_mvs", "ste_oad", "a_lan_ha"});
    add({"NL00", "Nederland", "Land      ", "17942942", "8374060", "2,1", "380", "57", "29", "64",
         "2", "2000", "3300000"});
    add({"GM2401", "De Hoven", "Gemeente  ", "1000", "500", "2,0", "300", "60", "25", "70", "3",
         "1200", "100"});
    add({"WK240101", "Oost", "Wijk      ", "1000", "500", "2,0", "300", "60", "25", "70", "3",
         "1200", "100"});
    add({"BU24010101", "Tuindorp", "Buurt     ", "1000", "500", "2,0", ".", "60,5", "25", ",", "3",
         "1200", "100"});
    add({"BU24010102", "Plas", "Buurt     ", "0", "0", ".", ".", "x", "-", ".", ".", ".", "12"});
    auto const country = import_text(zipped(workbook_parts({{"KWB2024", rows}})), {},
                                     import_folder() + "layouts/kwb2024_werkboek.yaml");
    CHECK(country.report.homes == 500);
    REQUIRE(country.table.buurten.size() == 2);
    auto const& tuindorp = country.table.buurten[0];
    CHECK(tuindorp.tenure_shares[2] == Approx(0.25));
    CHECK(tuindorp.tenure_shares[0] + tuindorp.tenure_shares[1] == Approx(0.605));
}

TEST_CASE("a mistake in a workbook stands at its row and column", "[import][workbook]") {
    scenarios::ImportFindings read;
    auto table = scenarios::parse_csv("sample", sample_file(), {}, read);
    table.rows[4].fields[5].text = "veel";
    try {
        static_cast<void>(import_text(tests::as_workbook(table)));
        FAIL("a word for a number was taken");
    } catch (scenarios::ImportError const& error) {
        auto const& place = error.findings().front();
        CHECK(place.line == 6); // the header is row 1
        CHECK(place.column == 6);
    }
}

TEST_CASE("cells keep their column, their letters and the shortest form of their number",
          "[import][workbook]") {
    auto const bytes = zipped(workbook_parts(
        {{"A", "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c>"
               "<c r=\"AA3\"><v>252.16499999999999</v></c><c r=\"AB3\" t=\"b\"><v>1</v></c>"
               "<c r=\"AC3\"><f>1+1</f><v>2</v></c><c r=\"AD3\"><v>1.5E-7</v></c></row>"},
         {"B", "<row><c><v>1</v></c></row>"}},
        "<si><t>one</t></si><si><r><t>tw</t></r><r><t>o &amp; a half</t></r></si>"));
    scenarios::ImportFindings findings;
    auto const sheets = scenarios::read_workbook("a.xlsx", bytes, ',', findings);
    REQUIRE(findings.empty());
    REQUIRE(sheets.size() == 2);
    auto const& row = sheets[0].rows.at(0);
    CHECK(row.line == 3);
    REQUIRE(row.fields.size() == 30);
    CHECK(row.fields[0].text.empty());
    CHECK(row.fields[1].text == "two & a half");
    CHECK(row.fields[26].text == "252,165");
    CHECK(row.fields[26].column == 27);
    CHECK(row.fields[27].text == "TRUE");
    CHECK(row.fields[28].text == "2");
    CHECK(row.fields[29].text == "0,00000015");
    CHECK(scenarios::read_sheet("a.xlsx", bytes, "B", '.', findings).rows.size() == 1);
    CHECK(scenarios::read_sheet("a.xlsx", bytes, "C", '.', findings).rows.empty());
    CHECK(findings.kept().front().hint == "one of 'A', 'B'");
}

TEST_CASE("a workbook that is not sound is told, never read in part", "[import][workbook]") {
    auto const sound = sample_as_workbook();
    CHECK(finding_in(sound.substr(0, sound.size() / 2)).starts_with("1:1 a workbook that cannot"));
    CHECK(finding_in("\xD0\xCF\x11\xE0 and so on").starts_with("1:1 a workbook that cannot"));
    auto damaged = sound;
    auto const sheet = damaged.find("sheet1.xml");
    damaged[sheet + 40] = static_cast<char>(damaged[sheet + 40] ^ 0x55);
    CHECK(finding_in(damaged).find("sheet1.xml") != std::string::npos);
    CHECK(finding_in(zipped({{"xl/other.xml", "<a/>"}})).find("xl/workbook.xml") !=
          std::string::npos);
    CHECK(finding_in(zipped(workbook_parts({}))) == "1:1 a workbook without a sheet");
    CHECK(finding_in_rows("<row r=\"2\"><c><v>1</v></c>").find("xl/worksheets/sheet1.xml") !=
          std::string::npos);
    CHECK(finding_in_rows("<row r=\"2\"/><row r=\"2\"/>") ==
          "3:1 sheet 'Blad1': row '2' is out of order");
    CHECK(finding_in_rows("<row r=\"9999999\"/>") ==
          "1:1 sheet 'Blad1': row '9999999' is out of order");
    CHECK(finding_in_rows("<row><c r=\"C1\"/><c r=\"B1\"/></row>") ==
          "1:4 cell 'B1' is out of order");
    CHECK(finding_in_rows("<row><c r=\"ZZZZZZ1\"/></row>") == "1:1 cell 'ZZZZZZ1' is out of order");
    CHECK(finding_in_rows("<row><c><f>1/0</f></c></row>") == "1:1 a formula without its value");
    CHECK(finding_in_rows("<row><c/><c t=\"s\"><v>7</v></c></row>") == "1:2 no shared text '7'");
}

TEST_CASE("a row longer than the header of a sheet is a mistake", "[import][workbook]") {
    scenarios::ImportFindings findings;
    auto sheet = scenarios::read_sheet(
        "a.xlsx",
        zipped(workbook_parts({{"A", "<row><c><v>1</v></c></row>"
                                     "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>"}})),
        {}, '.', findings);
    auto const table = scenarios::table_of("a.xlsx", std::move(sheet), findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings.kept().front().message == "2 cells in this row, 1 in the header");
    CHECK(findings.kept().front().line == 2);
    CHECK(table.rows.empty());
}
