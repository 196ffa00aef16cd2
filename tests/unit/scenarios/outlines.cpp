#include "scenarios/workshop/outlines.hpp"

#include "scenarios/import/import_error.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace opschaling::scenarios;
using Catch::Matchers::Contains;

namespace {

/// Two wijken side by side, 200 by 100 metres together; the right one as two buurten and with a
/// hole.
constexpr char const* small_map{R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"code": "WK000100", "name": "Links"}, "geometry":
  {"type": "Polygon", "coordinates": [[[1000,500],[1100,500],[1100,600],[1000,600],[1000,500]]]}},
{"type": "Feature", "properties": {"buurtcode": "BU00010100"}, "geometry":
  {"type": "Polygon", "coordinates": [[[1100,500],[1200,500],[1200,550],[1100,550],[1100,500]]]}},
{"type": "Feature", "properties": {"buurtcode": "BU00010101"}, "geometry":
  {"type": "MultiPolygon", "coordinates": [[[[1100,550],[1200,550],[1200,600],[1100,600],[1100,550]],
                                            [[1140,560],[1160,560],[1160,580],[1140,580],[1140,560]]]]}},
{"type": "Feature", "properties": {"code": "WK999900"}, "geometry":
  {"type": "Polygon", "coordinates": [[[0,0],[10,0],[10,10],[0,0]]]}}
]})"};

std::string complaint_about(std::filesystem::path const& file,
                            std::vector<std::string> const& codes) {
    try {
        static_cast<void>(read_outlines(file, codes, 202, 102));
    } catch (ImportError const& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("wijken of a map are fitted into the picture, north up, from wijken and from buurten",
          "[workshop]") {
    opschaling::tests::EmptyFolder const folder;
    std::vector<std::string> const codes{"WK000101", "WK000100", "WK000102"};
    auto const outlines = read_outlines(folder.write("map.geojson", small_map), codes, 202, 102);
    REQUIRE(outlines.of_wijk.size() == 3);
    CHECK(outlines.of_wijk[1] == std::vector<PixelRing>{{{1, 101}, {101, 101}, {101, 1}, {1, 1}}});
    REQUIRE(outlines.of_wijk[0].size() == 3);
    CHECK(outlines.of_wijk[0][0] == PixelRing{{101, 101}, {201, 101}, {201, 51}, {101, 51}});
    CHECK(outlines.of_wijk[0][2] == PixelRing{{141, 41}, {161, 41}, {161, 21}, {141, 21}});
    CHECK(outlines.of_wijk[2].empty());
    CHECK(outlines.missing() == 1);
}

TEST_CASE("a map in degrees is as wide as it is on the ground", "[workshop]") {
    opschaling::tests::EmptyFolder const folder;
    std::vector<std::string> const codes{"WK036300"};
    auto const file = folder.write("degrees.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"WK_CODE": "WK036300"}, "geometry": {"type": "Polygon",
 "coordinates": [[[5,59.9],[5.2,59.9],[5.2,60.1],[5,60.1],[5,59.9]]]}}]})");
    auto const outlines = read_outlines(file, codes, 102, 102);
    // A degree of longitude at 60 degrees north is half of one of latitude.
    CHECK(outlines.of_wijk[0][0] == PixelRing{{1, 101}, {51, 101}, {51, 1}, {1, 1}});
}

TEST_CASE("a map that is none of this world, cut off or no map is refused at its place",
          "[workshop]") {
    opschaling::tests::EmptyFolder const folder;
    auto const map = folder.write("map.geojson", small_map);
    CHECK_THAT(complaint_about(map, {"WK036300"}),
               Contains("none of the 4 features is a wijk of this world") && Contains("WK036300"));
    auto const text = std::string{small_map};
    CHECK_THAT(complaint_about(folder.write("cut.geojson", text.substr(0, 300)), {"WK000100"}),
               Contains("cut.geojson:") && Contains("ends within"));
    CHECK_THAT(complaint_about(folder.write("point.geojson", R"({"type": "FeatureCollection",
"features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [[[1,2]]]}}]})"),
                               {"WK000100"}),
               Contains("point.geojson:2:") && Contains("Point"));
    CHECK_THAT(complaint_about(folder.path() / "absent.geojson", {"WK000100"}),
               Contains("absent.geojson"));
}
