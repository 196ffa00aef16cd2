#include "analysis/page/document.hpp"
#include "app/workshop/draws.hpp"
#include "app/workshop/workshop_runs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace opschaling;
using Catch::Matchers::Contains;

TEST_CASE("each slice of an uncertain parameter's range is met by one draw", "[workshop]") {
    models::Parameters const base{};
    std::vector<scenarios::UncertainParameter> const uncertain{
        {.path = "bewoner.cost_weight", .low = 1.0, .high = 5.0},
        {.path = "bewoner.social_weight", .low = 0.0, .high = 4.0}};
    auto const draws = app::draw_parameters(base, uncertain, 8, 7);
    REQUIRE(draws.size() == 8);
    std::vector<int> slices;
    for (auto const& draw : draws) {
        slices.push_back(static_cast<int>((draw.bewoner.cost_weight - 1.0) / 4.0 * 8.0));
    }
    std::ranges::sort(slices);
    CHECK(slices == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7});
    auto const again = app::draw_parameters(base, uncertain, 8, 7);
    CHECK(again[3].bewoner.cost_weight == draws[3].bewoner.cost_weight);
    auto const other = app::draw_parameters(base, uncertain, 8, 8);
    CHECK(other[3].bewoner.cost_weight != draws[3].bewoner.cost_weight);
}

TEST_CASE("where two levers set the same parameter the later one holds", "[workshop]") {
    auto const lever = [](std::string id, double value) {
        return scenarios::Lever{.id = std::move(id),
                                .question = {},
                                .stops = {{.id = "uit", .label = {}, .says = {}, .sets = {}},
                                          {.id = "aan",
                                           .label = {},
                                           .says = {},
                                           .sets = {{.path = "bewoner.cost_weight",
                                                     .value = {{value}, {}},
                                                     .text = "",
                                                     .because = "a test"}}}}};
    };
    scenarios::LeverSet const levers{.levers = {lever("een", 2.0), lever("twee", 3.0)},
                                     .uncertain = {}};
    models::Parameters base{};
    base.bewoner.cost_weight = 1.0;
    CHECK(app::at_stops(base, levers, {0, 0}).bewoner.cost_weight == 1.0);
    CHECK(app::at_stops(base, levers, {1, 0}).bewoner.cost_weight == 2.0);
    CHECK(app::at_stops(base, levers, {1, 1}).bewoner.cost_weight == 3.0);
}

TEST_CASE("percentiles are taken figure by figure", "[workshop]") {
    std::vector<std::vector<double>> runs;
    for (int run = 0; run <= 10; ++run) {
        runs.push_back({static_cast<double>(run), 5.0});
    }
    std::vector<std::vector<double> const*> places;
    for (auto const& run : runs) {
        places.push_back(&run);
    }
    auto const figures = app::percentiles_of(places);
    CHECK(figures.at(0).low == Approx(1.0));
    CHECK(figures.at(0).middle == Approx(5.0));
    CHECK(figures.at(0).high == Approx(9.0));
    CHECK(figures.at(1).low == 5.0);
}

TEST_CASE("no text of a workshop can end the element that holds it or ask for anything",
          "[workshop]") {
    auto const page = analysis::page_document(
        "<b>titel</b>", "nl", R"json({"title":"</script><script>alert(1)"})json", false);
    std::string const harmless{"\\u003c/script>"};
    CHECK_THAT(page, Contains(harmless) && Contains("&lt;b&gt;titel"));
    CHECK_THAT(page, !Contains("alert(1)</script>") && !Contains("connect-src"));
    CHECK_THAT(page, Contains("default-src 'none'") && !Contains("unsafe"));
    // The licence of what is bundled asks to stand in every copy.
    CHECK_THAT(page, Contains("Mike Bostock") && Contains("this list of conditions"));
    CHECK_THAT(analysis::page_document("t", "nl", "{}", true), Contains("connect-src 'self'"));
}
