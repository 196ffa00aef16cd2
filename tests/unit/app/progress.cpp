#include "app/study/progress.hpp"

#include "app/study/places.hpp"
#include "sim/ensemble/order.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace opschaling;
using namespace opschaling::app;

TEST_CASE("a clock shows minutes, and hours when there are any", "[app][progress]") {
    CHECK(clock_text(std::chrono::seconds{5}) == "0:05");
    CHECK(clock_text(std::chrono::seconds{245}) == "4:05");
    CHECK(clock_text(std::chrono::seconds{3723}) == "1:02:03");
}

TEST_CASE("progress says how much is done and what is left out", "[app][progress]") {
    std::ostringstream out;
    std::ostringstream err;
    Console const console{.out = out, .err = err};
    {
        Progress progress{console, 200};
        progress.leave_out(100);
        for (int i = 0; i < 25; ++i) {
            progress.add_quarters();
        }
        CHECK(progress.line().starts_with("25 %  25 van 100 kwartalen"));
    }
    // No terminal, no word.
    CHECK(err.str().empty());
}

TEST_CASE("files stand together in the study's folder or beside the chosen result",
          "[app][places]") {
    auto const together = choose_places("vier_routes", std::nullopt);
    CHECK(together.result == "results/vier_routes/result.nc");
    CHECK(together.report == "results/vier_routes/rapport.html");
    CHECK(together.tables == "results/vier_routes/tabellen");
    auto const beside = choose_places("vier_routes", "map/uit.nc");
    CHECK(beside.result == "map/uit.nc");
    CHECK(beside.summary == "map/uit_summary.csv");
    CHECK(beside.report == "map/uit.html");
}

TEST_CASE("work is ordered by replication and leaves out what is done", "[ensemble]") {
    auto const work = sim::order_work(3, 2, [](std::size_t replication, std::size_t variant) {
        return replication != 1 && !(replication == 2 && variant == 0);
    });
    CHECK(work == std::vector<sim::ReplicationWork>{{0, {0, 1}}, {2, {1}}});
}

TEST_CASE("large worlds and few replications run variants at once", "[ensemble]") {
    CHECK(sim::choose_at_once(5, 2, 80'000) == sim::AtOnce::replications);
    CHECK(sim::choose_at_once(1, 2, 80'000) == sim::AtOnce::variants);
    CHECK(sim::choose_at_once(5, 2, 8'000'000) == sim::AtOnce::variants);
}
