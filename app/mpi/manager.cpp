#include "app/mpi/manager.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace opschaling::app::mpi {

namespace {

/// Runs that nobody has begun, handed out in order.
class Queue {
public:
    Queue(std::span<std::size_t const> runs, std::size_t takers, std::size_t most)
        : runs_{runs}, takers_{takers}, most_{most} {}

    /// A quarter of what is left, divided among all; nothing when nothing is left.
    [[nodiscard]] std::span<std::size_t const> take() {
        std::scoped_lock const lock{guard_};
        auto const share = runs_.size() / (4 * takers_);
        auto const count = std::min(runs_.size(), std::clamp<std::size_t>(share, 1, most_));
        auto const block = runs_.first(count);
        runs_ = runs_.subspan(count);
        return block;
    }

private:
    std::mutex guard_;
    std::span<std::size_t const> runs_;
    std::size_t takers_;
    std::size_t most_;
};

/// Computes beside the thread that speaks with the workers.
class OwnThread {
public:
    OwnThread(Queue& queue, SweepRuns const& runs, TakeRun const& take,
              std::atomic<bool> const& stop, Progress& progress)
        : thread_{[this, &queue, &runs, &take, &stop, &progress] {
              try {
                  for (auto block = queue.take(); !block.empty() && !stop.load();
                       block = queue.take()) {
                      runs.run(block, take, stop, progress);
                  }
              } catch (...) {
                  error_ = std::current_exception();
              }
              done_.store(true);
          }} {}

    OwnThread(OwnThread const&) = delete;
    OwnThread& operator=(OwnThread const&) = delete;
    OwnThread(OwnThread&&) = delete;
    OwnThread& operator=(OwnThread&&) = delete;

    ~OwnThread() {
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    [[nodiscard]] bool is_done() const { return done_.load(); }

    /// Waits for it; its error becomes the caller's.
    void finish() {
        thread_.join();
        if (error_) {
            std::rethrow_exception(error_);
        }
    }

private:
    std::atomic<bool> done_{false};
    std::exception_ptr error_;
    std::thread thread_;
};

} // namespace

Workers::~Workers() {
    constexpr auto patience = std::chrono::seconds{30};
    std::set<int> there;
    for (int rank = 1; rank < ranks_; ++rank) {
        send(rank, Kind::end);
        there.insert(rank);
    }
    auto const began = std::chrono::steady_clock::now();
    while (!there.empty()) {
        auto const message = receive();
        if (!message) {
            if (std::chrono::steady_clock::now() - began > patience) {
                Session::abort(70); // a rank that does not answer would keep all others waiting
            }
            rest();
        } else if (message->kind == Kind::goes_away) {
            there.erase(message->from);
        }
    }
}

Execute execute_on(Workers const& workers, SweepRuns const& runs, std::atomic<bool> const& stop,
                   Progress& progress) {
    // A worker asks once and then waits; `waiting` are those that asked while there was no work.
    auto const waiting = std::make_shared<std::set<int>>();
    return [&workers, &runs, &stop, &progress, waiting](std::span<std::size_t const> asked,
                                                        TakeRun const& take) {
        auto const takers = static_cast<std::size_t>(workers.count()) + 1;
        Queue queue{asked, takers, std::min<std::size_t>(64, runs.at_once())};
        std::set<int> busy;
        auto const give_work = [&](int rank) {
            auto const block = stop.load() ? std::span<std::size_t const>{} : queue.take();
            if (block.empty()) {
                waiting->insert(rank);
                return;
            }
            waiting->erase(rank);
            busy.insert(rank);
            send(rank, Kind::work, write_work(block));
        };
        OwnThread own{queue, runs, take, stop, progress};
        for (int const rank : std::set<int>{*waiting}) {
            give_work(rank);
        }
        while (!busy.empty() || !own.is_done()) {
            auto message = receive();
            if (!message) {
                rest();
                continue;
            }
            for (auto& run : read_runs(message->bytes)) {
                take(std::move(run));
            }
            if (message->kind == Kind::asks) {
                busy.erase(message->from);
                give_work(message->from);
            }
        }
        own.finish();
    };
}

} // namespace opschaling::app::mpi
