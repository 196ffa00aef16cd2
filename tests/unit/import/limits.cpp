// What is larger, deeper or more than a reader takes is told, with its place, and never tried.
// docs/hardening.md lists the limits.
#include "scenarios/import/csv.hpp"
#include "scenarios/import/geojson.hpp"
#include "scenarios/import/import_error.hpp"
#include "scenarios/workbook/workbook.hpp"
#include "tests/support/empty_folder.hpp"
#include "tests/unit/import/small_workbook.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

using namespace opschaling;
using namespace opschaling::tests;
using Catch::Matchers::Contains;

namespace {

std::string first_of(scenarios::ImportFindings const& findings) {
    if (findings.empty()) {
        return "nothing";
    }
    auto const& finding = findings.kept().front();
    return std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
           finding.message;
}

std::string in_csv(std::string const& text) {
    scenarios::ImportFindings findings;
    static_cast<void>(scenarios::parse_csv("a.csv", text, {}, findings));
    return first_of(findings);
}

std::string in_map(std::string const& text) {
    scenarios::ImportFindings findings;
    static_cast<void>(scenarios::parse_geojson("a.geojson", text, findings));
    return first_of(findings);
}

std::string in_book(std::string const& bytes) {
    scenarios::ImportFindings findings;
    static_cast<void>(scenarios::read_workbook("a.xlsx", bytes, ',', findings));
    return first_of(findings);
}

std::string times(std::size_t count, std::string const& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

/// The package with another size claimed for each part, in its directory at the end.
std::string claiming(std::string package, std::uint32_t size) {
    std::string const entry{"PK\x01\x02"};
    for (auto at = package.find(entry); at != std::string::npos; at = package.find(entry, at + 1)) {
        for (std::size_t byte = 0; byte < sizeof size; ++byte) {
            package[at + 24 + byte] = static_cast<char>(size >> (8U * byte));
        }
    }
    return package;
}

} // namespace

TEST_CASE("a table has at most 2000 fields in a line and 10,000 bytes in a field",
          "[import][limits]") {
    CHECK(in_csv("a,b\n1,2\n") == "nothing");
    CHECK(in_csv(times(2000, "a,") + "b\n") == "1:4002 a line of more than 2000 fields");
    CHECK(in_csv("a,b\n" + times(2001, "1,")) == "2:4002 a line of more than 2000 fields");
    CHECK(in_csv("a,b\n1," + std::string(10'000, 'x') + "\n") == "nothing");
    CHECK(in_csv("a,b\n1," + std::string(10'001, 'x') + "\n") ==
          "2:10004 a field of more than 10,000 bytes");
    // An open quote would otherwise take the rest of the file.
    CHECK(in_csv("a,b\n1,\"" + times(20'000, "x\n")) == "2:3 a quote that is never closed");
}

TEST_CASE("a file has at most so many bytes", "[import][limits]") {
    tests::EmptyFolder const folder;
    auto const path = folder.write("limits.csv", std::string(1001, 'x')).string();
    scenarios::ImportFindings findings;
    CHECK(scenarios::read_whole_file(path, 1001, findings).size() == 1001);
    CHECK(findings.empty());
    // A table of terabytes that takes no room on the disk is not read either.
    std::filesystem::resize_file(path, std::uintmax_t{1} << 40U);
    CHECK(scenarios::read_whole_file(path, 256'000'000, findings).empty());
    CHECK(first_of(findings) == "1:1 the file is larger than 256 MB");
}

TEST_CASE("a map is at most thirty values deep and its rings lie in polygons", "[import][limits]") {
    std::string const begin{R"({"type":"FeatureCollection","features":[{"type":"Feature",)"};
    CHECK_THAT(in_map(begin + R"("other":)" + std::string(100'000, '[')),
               Contains("values nested more than 30 deep"));
    CHECK_THAT(in_map(begin + R"("other":)" + times(100'000, R"({"a":)")),
               Contains("values nested more than 30 deep"));
    CHECK_THAT(in_map(begin + R"("geometry":{"type":"Polygon","coordinates":)" +
                      std::string(100'000, '[')),
               Contains("coordinates nested too deep"));
}

TEST_CASE("a workbook that claims or holds too much is not unpacked", "[import][limits]") {
    auto const sound = zipped(workbook_parts({{"A", "<row><c><v>1</v></c></row>"}}));
    CHECK(in_book(sound) == "nothing");
    // More than it may, and more or less than comes out of it.
    for (auto const size : {0xF000'0000U, 500'000'000U, 3U}) {
        INFO(size);
        CHECK_THAT(in_book(claiming(sound, size)), Contains("xl/"));
    }
    CHECK(in_book(zipped(workbook_parts({{"A", "<row><c r=\"XFE1\"><v>1</v></c></row>"}}))) ==
          "1:1 cell 'XFE1' is out of order");
    CHECK(in_book(zipped(workbook_parts({{"A", "<row r=\"1048577\"/>"}}))) ==
          "1:1 sheet 'A': row '1048577' is out of order");
}

TEST_CASE("runs of letters nested a million deep use up no stack", "[import][limits]") {
    std::size_t const deep{1'000'000};
    auto const nested = "<si>" + times(deep, "<r>") + "<t>a</t>" + times(deep, "</r>") + "</si>";
    CHECK(in_book(zipped(workbook_parts({{"A", "<row><c t=\"s\"><v>0</v></c></row>"}}, nested))) ==
          "nothing");
}
