#pragma once

#include <utility>

namespace opschaling::sim {

/// Two versions of a stock: rules read `now` and write `next`; `commit` makes next the new now.
/// Between commits no agent sees another's fresh choice, so order and threads do not matter.
template <typename State>
class NowAndNext {
public:
    NowAndNext() = default;

    explicit NowAndNext(State initial) : now_(initial), next_(std::move(initial)) {}

    [[nodiscard]] State const& now() const { return now_; }

    [[nodiscard]] State& next() { return next_; }

    void commit() { now_ = next_; }

private:
    State now_{};
    State next_{};
};

} // namespace opschaling::sim
