#pragma once

#include "app/console.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace opschaling::app {

/// "4:05" or "1:02:03".
[[nodiscard]] std::string clock_text(std::chrono::seconds duration);

/// One line on the terminal that says how far a study is, until it goes out of scope; nothing at
/// all where standard error is no terminal.
class Progress {
public:
    Progress(Console const& console, std::size_t quarters);
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;
    ~Progress();

    /// A quarter of so many runs is done. From any thread.
    void add_quarters(std::size_t runs = 1) { done_.fetch_add(runs, std::memory_order_relaxed); }

    /// These quarters need not be run after all: an earlier attempt left their result.
    void leave_out(std::size_t quarters) { total_.fetch_sub(quarters, std::memory_order_relaxed); }

    [[nodiscard]] std::string line() const;

private:
    void show_until_closed();

    Console const& console_;
    std::atomic<std::size_t> total_;
    std::atomic<std::size_t> done_{0};
    std::chrono::steady_clock::time_point start_{std::chrono::steady_clock::now()};
    std::mutex guard_;
    std::condition_variable closing_;
    bool closed_{false};
    std::thread shower_;
};

} // namespace opschaling::app
