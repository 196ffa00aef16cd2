#include "scenarios/import/letters.hpp"
#include "tests/unit/import/sample_file.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;
using tests::findings_of;
using tests::sample_file;
using tests::with;

namespace {

/// One way to break the sample, and the mistake that must be told.
struct Broken {
    std::string what;
    std::string text;
    int line;
    int column;
    std::string message;
};

/// Everything after the first occurrence of `end`, cut off.
std::string cut_after(std::string const& end) {
    auto const text = sample_file();
    return text.substr(0, text.find(end) + end.size());
}

std::vector<Broken> broken_files() {
    auto const sample = sample_file();
    return {
        {"an empty file", "", 1, 1, "empty"},
        {"only a byte order mark", "\xEF\xBB\xBF", 1, 1, "empty"},
        {"semicolons for commas",
         [&] {
             auto text = sample;
             for (char& sign : text) {
                 sign = sign == ',' ? ';' : sign;
             }
             return text;
         }(),
         1, 1, "only one column in the header"},
        {"a column of another edition", with(sample, "huishoudens,", "aantalHuishoudens,"), 1, 1,
         "no column 'huishoudens'"},
        {"a column twice", with(sample, "provincieCode", "naam"), 1, 22, "a second column 'naam'"},
        {"no header", sample.substr(sample.find("GM2401")), 1, 1, "no column 'code'"},
        {"bytes of Windows-1252",
         with(sample, "Laan",
              "L\xE4"
              "an"),
         6, 19, "not UTF-8"},
        {"an overlong slash",
         with(sample, "Laan",
              "L\xC0\xAF"
              "an"),
         6, 19, "not UTF-8"},
        {"half a letter at the end", sample + "\xC3", 11, 1, "not UTF-8"},
        {"a zero byte", with(sample, "Laan", std::string_view{"La\0n", 4}), 6, 20, "zero byte"},
        {"a quote that stays open", with(sample, "\"Tuin, Dorp\"", "\"Tuin, Dorp"), 5, 18,
         "never closed"},
        {"a quote within a name", with(sample, "Laan", "La\"an"), 6, 20, "a quote within a field"},
        {"text after a quote", with(sample, "Dorp\"", "Dorp\"je"), 5, 30,
         "after the closing quote"},
        {"a name with a bare separator", with(sample, "Laan", "Laan, Oost"), 6, 60,
         "15 fields in this line, 14 in the header"},
        {"a field too few", with(sample, "BU24010102,Buurt,", "BU24010102,"), 6, 48,
         "13 fields in this line"},
        {"an old Macintosh line end", with(sample, "Laan", "La\ran"), 6, 20, "carriage return"},
        {"cut within a line", cut_after("BU24010102,Buurt,Laan,PV25,20"), 6, 28,
         "the file ends within this line: 5 of 14 fields"},
        {"cut within the last field", sample.substr(0, sample.size() - 3), 10, 37,
         "the last line has no end"},
        {"cut between lines", cut_after("1300,25\r\n"), 4, 1, "wijk WK2401AA has no buurt"},
        {"a buurt of a wijk left out",
         with(sample, "BU2401AA01,Buurt,Veld,PV25,400,200", "BU2401AA01,Buurt,Veld,PV25,40,20"), 4,
         1, "wijk WK2401AA has 200 households, its buurten together 20"},
        {"a wijk that is not there", with(sample, "BU24010102", "BU24010202"), 6, 1,
         "lies in wijk WK240102, which the file does not have"},
        {"a gemeente that is not there", with(sample, "GM2401", "GM2402"), 3, 1,
         "lies in gemeente GM2401, which the file does not have"},
        {"a code twice", with(sample, "BU24010102", "BU24010101"), 6, 1,
         "code BU24010101 a second time; first in line 5"},
        {"a code too short", with(sample, "BU24010102", "BU2401010"), 6, 1, "no code of this kind"},
        {"a code in small letters", with(sample, "BU2401AA01", "BU2401aa01"), 7, 1,
         "no code of this kind"},
        {"a wijk code for a buurt", with(sample, "BU24010102", "WK24010102"), 6, 1,
         "no code of this kind"},
        {"an unknown kind of region", with(sample, "BU24010102,Buurt", "BU24010102,Dorp"), 6, 12,
         "no kind of region: 'Dorp'"},
        {"a negative count", with(sample, "PV25,200,100", "PV25,200,-100"), 6, 32,
         "'-100' is negative"},
        {"a count with a fraction", with(sample, "PV25,200,100", "PV25,200,100.5"), 6, 32,
         "'100.5' is not a whole number"},
        {"a count in words", with(sample, "PV25,200,100", "PV25,200,veel"), 6, 32,
         "'veel' is not a number"},
        {"a count with an exponent", with(sample, "PV25,200,100", "PV25,200,1e2"), 6, 32,
         "'1e2' is not a number"},
        {"a count beyond any country",
         with(sample, "PV25,200,100", "PV25,200,99999999999999999999"), 6, 32, "is too high"},
        {"a number followed by more", with(sample, "PV25,200,100", "PV25,200,100x"), 6, 32,
         "'100x' is not a number"},
        {"infinity", with(sample, "PV25,200,100", "PV25,200,inf"), 6, 32, "'inf' is not a number"},
        {"a percentage above 100", with(sample, "2,330,,70", "2,330,,170"), 6, 43,
         "'170' is too high"},
        {"an urbanity of six", with(sample, "70,,3,1200,25", "70,,6,1200,25"), 6, 47,
         "'6' is too high"},
        {"a decimal comma in quotes", with(sample, "2.0,300", "\"2,0\",300"), 2, 40,
         "'2,0' is not a number"},
    };
}

} // namespace

TEST_CASE("the sample itself is imported", "[import]") {
    CHECK(findings_of(sample_file()).empty());
}

TEST_CASE("a broken file is refused with the place of the mistake", "[import][broken]") {
    for (auto const& broken : broken_files()) {
        auto const findings = findings_of(broken.text);
        INFO(broken.what);
        REQUIRE_FALSE(findings.empty());
        auto const& first = findings.front();
        INFO(scenarios::render_finding(first));
        CHECK(first.line == broken.line);
        CHECK(first.column == broken.column);
        CHECK_THAT(first.message, Catch::Contains(broken.message));
        CHECK_FALSE(first.hint.empty());
    }
}

TEST_CASE("a misspelt column is named with the one in the file", "[import][broken]") {
    auto const findings = findings_of(with(sample_file(), "huishoudens,", "huishoudems,"));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].hint == "the file has 'huishoudems'");
}

TEST_CASE("all mistakes come at once, and no more than can be read", "[import][broken]") {
    auto text = with(sample_file(), "PV25,200,100", "PV25,-200,-100");
    text = with(text, "2,290,65,75,,4", "2,-290,165,75,,4");
    CHECK(findings_of(text).size() == 4);

    std::string many = sample_file();
    for (int i = 0; i < 500; ++i) {
        many += "BU24010101,Buurt,Weer,PV25,-1,,,,,,,,,\r\n";
    }
    auto const findings = findings_of(many);
    CHECK(findings.size() == scenarios::ImportFindings::most_kept + 1);
    CHECK_THAT(findings.back().message, Catch::Contains("more mistakes like these"));
}

TEST_CASE("half a country is refused unless a part was asked for", "[import][broken]") {
    tests::EmptyFolder const folder;
    scenarios::ImportRequest const request{.layout =
                                               tests::import_folder() + "layouts/kwb2024_flat.yaml",
                                           .regions = folder.write("regions.csv", sample_file()),
                                           .extras = {},
                                           .tables = tests::import_folder() + "tables",
                                           .is_part = false};
    CHECK_THROWS_WITH(scenarios::import_country(request),
                      Catch::Contains("1 gemeenten; the edition of layout 'kwb2024_flat' has 342"));
}

TEST_CASE("a file that is not there is told", "[import][broken]") {
    scenarios::ImportRequest const request{.layout =
                                               tests::import_folder() + "layouts/kwb2024_flat.yaml",
                                           .regions = "no/such/file.csv",
                                           .extras = {},
                                           .tables = tests::import_folder() + "tables"};
    CHECK_THROWS_WITH(scenarios::import_country(request), Catch::Contains("no such file"));
}

TEST_CASE("a broken layout is refused with its mistakes", "[import][broken]") {
    tests::EmptyFolder const folder;
    auto const layout = [&](std::string const& text) { return folder.write("layout.yaml", text); };
    std::string const right = "schema: opschaling-layout/1\nname: a\nsource: b\nlicence: c\n"
                              "separator: \",\"\ndecimal_sign: \".\"\nencoding: utf-8\n"
                              "ends_with_line_break: true\nkinds: {gemeente: Gemeente, wijk: Wijk, "
                              "buurt: Buurt}\ncolumns: {code: code, kind: soortRegio, name: naam, "
                              "households: huishoudens}\n";
    CHECK_NOTHROW(tests::import_text(sample_file(), {}, layout(right)));
    CHECK_THROWS_WITH(
        tests::import_text(sample_file(), {}, layout(with(right, "households", "housholds"))),
        Catch::Contains("housholds") && Catch::Contains("households"));
    CHECK_THROWS_WITH(tests::import_text(sample_file(), {}, layout(with(right, "utf-8", "utf-16"))),
                      Catch::Contains("encoding"));
    CHECK_THROWS_WITH(
        tests::import_text(sample_file(), {},
                           layout(with(right, "decimal_sign: \".\"", "decimal_sign: \",\""))),
        Catch::Contains("decimal sign is the separator"));
    CHECK_THROWS_AS(tests::import_text(sample_file(), {}, layout("name: [")),
                    scenarios::ScenarioError);
}

TEST_CASE("UTF-8 is told from what only looks like it", "[import][letters]") {
    CHECK_FALSE(scenarios::first_byte_not_utf8("Súdwest-Fryslân € 𝄞"));
    CHECK(scenarios::first_byte_not_utf8("ab\xED\xA0\x80") == 2U);   // a surrogate
    CHECK(scenarios::first_byte_not_utf8("\xF5\x80\x80\x80") == 0U); // above U+10FFFF
    CHECK(scenarios::first_byte_not_utf8("a\xE2\x82") == 1U);        // cut off
    CHECK(scenarios::from_windows_1252("Frysl\xE2n \x80") == "Fryslân €");
    CHECK(scenarios::characters_in("Fryslân €") == 9);
}
