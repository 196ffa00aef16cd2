#include "app/mpi/worker.hpp"

#include "app/mpi/messages.hpp"

#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace opschaling::app::mpi {

namespace {

constexpr int manager{0};

/// Finished runs between the threads that make them and the one that sends them.
class Basket {
public:
    void put(analysis::SweptRun run) {
        std::scoped_lock const lock{guard_};
        runs_.push_back(std::move(run));
    }

    [[nodiscard]] std::vector<analysis::SweptRun> empty() {
        std::scoped_lock const lock{guard_};
        return std::exchange(runs_, {});
    }

private:
    std::mutex guard_;
    std::vector<analysis::SweptRun> runs_;
};

/// Runs in a thread of its own, so that this one can send what is finished meanwhile.
void do_block(std::vector<std::size_t> const& block, SweepRuns const& runs,
              std::atomic<bool> const& stop, Progress& progress) {
    Basket basket;
    std::atomic<bool> is_done{false};
    {
        std::jthread const thread{[&] {
            runs.run(
                block, [&](analysis::SweptRun run) { basket.put(std::move(run)); }, stop, progress);
            is_done.store(true);
        }};
        while (!is_done.load()) {
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
            if (auto const finished = basket.empty(); !finished.empty()) {
                send(manager, Kind::runs, write_runs(finished));
            }
        }
    }
    send(manager, Kind::asks, write_runs(basket.empty()));
}

} // namespace

void work_for_manager(SweepRuns const& runs, std::atomic<bool> const& stop, Progress& progress) {
    send(manager, Kind::asks);
    while (true) {
        auto const message = receive();
        if (!message) {
            rest();
        } else if (message->kind == Kind::work) {
            do_block(read_work(message->bytes), runs, stop, progress);
        } else {
            break;
        }
    }
    send(manager, Kind::goes_away);
}

void go_away() {
    while (true) {
        auto const message = receive();
        if (message && message->kind == Kind::end) {
            break;
        }
        rest();
    }
    send(manager, Kind::goes_away);
}

} // namespace opschaling::app::mpi
