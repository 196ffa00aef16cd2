#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#ifndef OPSCHALING_SERIAL
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace opschaling::sim {

std::size_t available_threads() {
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

#ifndef OPSCHALING_SERIAL

ThreadLimit::ThreadLimit(std::size_t threads)
    : limit_{std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                   std::max<std::size_t>(1, threads))
                 .release()} {}

ThreadLimit::~ThreadLimit() {
    std::unique_ptr<tbb::global_control> const held{static_cast<tbb::global_control*>(limit_)};
}

void for_each_chunk(std::size_t count, std::size_t chunk,
                    std::function<void(std::size_t begin, std::size_t end)> const& body) {
    std::size_t const chunks = (count + chunk - 1) / chunk;
    if (chunks == 1) {
        body(0, count);
        return;
    }
    tbb::this_task_arena::isolate([&] {
        tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t i) {
            body(i * chunk, std::min((i + 1) * chunk, count));
        });
    });
}

void run_concurrently(std::size_t count, std::function<void(std::size_t)> const& task) {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>{0, count, 1},
        [&](tbb::blocked_range<std::size_t> const& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                task(i);
            }
        },
        tbb::simple_partitioner{});
}

#else

namespace {

std::atomic<std::size_t> allowed_threads{0};
thread_local bool inside_a_loop{false};

/// A plain work-sharing loop on std::jthread: what the thread sanitizer can follow.
void share_out(std::size_t pieces, std::function<void(std::size_t)> const& work) {
    std::size_t const limit =
        allowed_threads.load() == 0 ? available_threads() : allowed_threads.load();
    std::size_t const workers = inside_a_loop ? 1 : std::min(limit, pieces);
    if (workers <= 1) {
        for (std::size_t i = 0; i < pieces; ++i) {
            work(i);
        }
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr error;
    std::mutex guard;
    {
        std::vector<std::jthread> threads;
        threads.reserve(workers);
        for (std::size_t w = 0; w < workers; ++w) {
            threads.emplace_back([&] {
                inside_a_loop = true;
                try {
                    for (std::size_t i = next.fetch_add(1); i < pieces; i = next.fetch_add(1)) {
                        work(i);
                    }
                } catch (...) {
                    std::scoped_lock const lock{guard};
                    error = std::current_exception();
                }
            });
        }
    }
    if (error) {
        std::rethrow_exception(error);
    }
}

} // namespace

// The strictest limit alive counts, as with oneTBB: `limit_` remembers the one outside.
ThreadLimit::ThreadLimit(std::size_t threads)
    : limit_{std::make_unique<std::size_t>(allowed_threads.load()).release()} {
    std::size_t const outside = allowed_threads.load();
    std::size_t const here = std::max<std::size_t>(1, threads);
    allowed_threads.store(outside == 0 ? here : std::min(outside, here));
}

ThreadLimit::~ThreadLimit() {
    std::unique_ptr<std::size_t> const outside{static_cast<std::size_t*>(limit_)};
    allowed_threads.store(*outside);
}

void for_each_chunk(std::size_t count, std::size_t chunk,
                    std::function<void(std::size_t begin, std::size_t end)> const& body) {
    share_out((count + chunk - 1) / chunk,
              [&](std::size_t i) { body(i * chunk, std::min((i + 1) * chunk, count)); });
}

void run_concurrently(std::size_t count, std::function<void(std::size_t)> const& task) {
    share_out(count, task);
}

#endif

} // namespace opschaling::sim
