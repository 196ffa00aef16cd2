#pragma once

#include "sim/time/quarter.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace opschaling::sim {

/// One step within a quarter: a sentence that says what happens, what it reads and what it writes,
/// and the rule itself. What a phase wrote is committed before the next one begins.
template <typename World>
struct Phase {
    std::string sentence;
    std::string reads;
    std::string writes;
    std::function<void(World&, Quarter)> run;
};

/// The phases of a quarter, in order. It can be printed, and it keeps the seconds spent in each.
template <typename World>
class Schedule {
public:
    Schedule() = default;

    explicit Schedule(std::vector<Phase<World>> phases)
        : phases_(std::move(phases)), seconds_(phases_.size(), 0.0) {}

    void run_quarter(World& world, Quarter quarter) {
        auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < phases_.size(); ++i) {
            phases_[i].run(world, quarter);
            auto const end = std::chrono::steady_clock::now();
            seconds_[i] += std::chrono::duration<double>(end - start).count();
            start = end;
        }
    }

    [[nodiscard]] std::vector<Phase<World>> const& phases() const { return phases_; }

    [[nodiscard]] std::vector<double> const& seconds() const { return seconds_; }

private:
    std::vector<Phase<World>> phases_;
    std::vector<double> seconds_;
};

} // namespace opschaling::sim
