#include "sim/parallel/chunks.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace opschaling::sim;

namespace {

constexpr std::array<std::size_t, 4> thread_counts{1, 2, 3, 7};

/// Numbers of such different sizes that another order of adding gives another sum.
double term(std::size_t i) {
    Dice dice{{.study = 5, .replication = 0}, Stream{1}, static_cast<std::uint32_t>(i), 0};
    return (dice.uniform() - 0.5) * (i % 3 == 0 ? 1e12 : 1.0);
}

double sum_of(std::size_t begin, std::size_t end) {
    double sum{0.0};
    for (std::size_t i = begin; i < end; ++i) {
        sum += term(i);
    }
    return sum;
}

} // namespace

TEST_CASE("a loop visits every agent once", "[sim][parallel]") {
    for (std::size_t const threads : thread_counts) {
        ThreadLimit const limit{threads};
        for (std::size_t const count : {0, 1, 63, 64, 65, 1000}) {
            std::vector<std::atomic<int>> visits(count);
            for_each_chunk(count, 64, [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                    ++visits[i];
                }
            });
            CHECK(std::ranges::all_of(visits, [](auto const& times) { return times == 1; }));
        }
    }
}

TEST_CASE("the pieces of a loop do not depend on the number of threads", "[sim][parallel]") {
    for (std::size_t const threads : thread_counts) {
        ThreadLimit const limit{threads};
        std::vector<std::pair<std::size_t, std::size_t>> pieces(4);
        for_each_chunk(1000, 300, [&](std::size_t begin, std::size_t end) {
            pieces.at(begin / 300) = {begin, end};
        });
        CHECK(pieces == std::vector<std::pair<std::size_t, std::size_t>>{
                            {0, 300}, {300, 600}, {600, 900}, {900, 1000}});
    }
}

TEST_CASE("a sum is the same to the bit on one, two, three and seven threads", "[sim][parallel]") {
    constexpr std::size_t count{100'003};
    auto const sum_with = [&](std::size_t threads) {
        ThreadLimit const limit{threads};
        return std::bit_cast<std::uint64_t>(sum_by_chunk<double>(count, 256, sum_of));
    };
    auto const alone = sum_with(1);
    for (std::size_t const threads : thread_counts) {
        for (int repeat = 0; repeat < 10; ++repeat) {
            REQUIRE(sum_with(threads) == alone);
        }
    }
    // The order does matter for these terms: without a fixed one this test would say so.
    double backwards{0.0};
    for (std::size_t i = count; i-- > 0;) {
        backwards += term(i);
    }
    CHECK(std::bit_cast<std::uint64_t>(backwards) != alone);
}

TEST_CASE("the sum of nothing is zero", "[sim][parallel]") {
    CHECK(sum_by_chunk<double>(0, 256, sum_of) == 0.0);
}

TEST_CASE("whole tasks run once each, with loops of their own inside", "[sim][parallel]") {
    constexpr std::size_t tasks{12};
    constexpr std::size_t count{20'000};
    auto const expected = std::bit_cast<std::uint64_t>(sum_by_chunk<double>(count, 512, sum_of));
    for (std::size_t const threads : thread_counts) {
        ThreadLimit const limit{threads};
        std::vector<int> runs(tasks, 0);
        std::vector<std::uint64_t> sums(tasks, 0);
        run_concurrently(tasks, [&](std::size_t task) {
            ++runs[task];
            sums[task] = std::bit_cast<std::uint64_t>(sum_by_chunk<double>(count, 512, sum_of));
        });
        CHECK(runs == std::vector<int>(tasks, 1));
        CHECK(sums == std::vector<std::uint64_t>(tasks, expected));
    }
}

TEST_CASE("a task that waits for its own loop starts no other task", "[sim][parallel]") {
    ThreadLimit const limit{2};
    thread_local int tasks_on_this_thread{0};
    std::atomic<int> most{0};
    run_concurrently(16, [&](std::size_t) {
        ++tasks_on_this_thread;
        int seen = most.load();
        while (seen < tasks_on_this_thread &&
               !most.compare_exchange_weak(seen, tasks_on_this_thread)) {
        }
        std::atomic<double> sink{0.0};
        for_each_chunk(4000, 50,
                       [&](std::size_t begin, std::size_t end) { sink.store(sum_of(begin, end)); });
        --tasks_on_this_thread;
    });
    CHECK(most == 1);
}

TEST_CASE("an exception in a loop comes out of it, and the next loop works", "[sim][parallel]") {
    for (std::size_t const threads : thread_counts) {
        ThreadLimit const limit{threads};
        auto const throws_in_the_middle = [](std::size_t begin, std::size_t) {
            if (begin == 512) {
                throw std::runtime_error{"the ninth piece"};
            }
        };
        CHECK_THROWS_WITH(for_each_chunk(4096, 64, throws_in_the_middle), "the ninth piece");
        CHECK_THROWS_WITH(for_each_chunk(10, 64,
                                         [](std::size_t, std::size_t) {
                                             throw std::runtime_error{"the only piece"};
                                         }),
                          "the only piece");
        CHECK(sum_by_chunk<double>(1000, 64, sum_of) ==
              Approx(sum_by_chunk<double>(1000, 64, sum_of)));
    }
}

TEST_CASE("an exception in a loop within a task comes out of all tasks", "[sim][parallel]") {
    ThreadLimit const limit{2};
    CHECK_THROWS_WITH(run_concurrently(8,
                                       [](std::size_t task) {
                                           for_each_chunk(
                                               1000, 10, [&](std::size_t begin, std::size_t) {
                                                   if (task == 5 && begin == 500) {
                                                       throw std::runtime_error{"in task five"};
                                                   }
                                               });
                                       }),
                      "in task five");
}

TEST_CASE("a limit of one thread means one at a time, whatever a wider limit inside says",
          "[sim][parallel]") {
    ThreadLimit const limit{1};
    std::atomic<int> at_once{0};
    std::atomic<int> most{0};
    auto const busy = [&](std::size_t begin, std::size_t end) {
        most = std::max(most.load(), ++at_once);
        static_cast<void>(sum_of(begin, end));
        --at_once;
    };
    for_each_chunk(2000, 20, busy);
    CHECK(most == 1);
    {
        ThreadLimit const wider{2};
        for_each_chunk(2000, 20, busy);
    }
    for_each_chunk(2000, 20, busy);
    CHECK(most == 1);
}

TEST_CASE("a machine offers at least one thread", "[sim][parallel]") {
    CHECK(available_threads() >= 1);
}
