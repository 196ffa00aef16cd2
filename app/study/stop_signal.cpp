#include "app/study/stop_signal.hpp"

#include <csignal>

namespace opschaling::app {

namespace {

/// A signal handler reaches nothing but a lock-free atomic that all can see.
// NOLINTNEXTLINE(*-non-const-global-variables)
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void request_stop(int signal) {
    stop_requested.store(true);
    static_cast<void>(std::signal(signal, SIG_DFL));
}

} // namespace

StopSignal::StopSignal() {
    stop_requested.store(false);
    static_cast<void>(std::signal(SIGINT, request_stop));
    static_cast<void>(std::signal(SIGTERM, request_stop));
}

StopSignal::~StopSignal() {
    static_cast<void>(std::signal(SIGINT, SIG_DFL));
    static_cast<void>(std::signal(SIGTERM, SIG_DFL));
}

std::atomic<bool> const& StopSignal::requested() const {
    return stop_requested;
}

} // namespace opschaling::app
