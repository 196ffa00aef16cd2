#pragma once

#include "app/workshop/workshop_runs.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::app {

/// Figures of choices that were run, by their digits: the latest ones, from any thread.
class KeptFigures {
public:
    using Figures = std::shared_ptr<std::vector<Percentiles> const>;

    /// Null when that choice is not kept.
    [[nodiscard]] Figures find(std::string const& digits) {
        std::scoped_lock const lock{guard_};
        auto const found = by_digits_.find(digits);
        return found == by_digits_.end() ? nullptr : found->second;
    }

    void keep(std::string const& digits, Figures figures) {
        std::scoped_lock const lock{guard_};
        if (!by_digits_.insert_or_assign(digits, std::move(figures)).second) {
            return;
        }
        in_order_.push_back(digits);
        if (in_order_.size() > most) {
            by_digits_.erase(in_order_.front());
            in_order_.pop_front();
        }
    }

private:
    /// More than an evening asks for; at some tens of kB each.
    static constexpr std::size_t most{256};

    std::mutex guard_;
    std::map<std::string, Figures> by_digits_;
    std::deque<std::string> in_order_;
};

} // namespace opschaling::app
