#pragma once

#include <atomic>

namespace opschaling::app {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask for a stop instead of ending the program at
/// once. Only the first does: a second one ends it.
class StopSignal {
public:
    StopSignal();
    StopSignal(StopSignal const&) = delete;
    StopSignal& operator=(StopSignal const&) = delete;
    StopSignal(StopSignal&&) = delete;
    StopSignal& operator=(StopSignal&&) = delete;
    ~StopSignal();

    [[nodiscard]] std::atomic<bool> const& requested() const;
};

} // namespace opschaling::app
