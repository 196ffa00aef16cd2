#pragma once

#include "sim/state/fetch.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace opschaling::sim {

/// An undirected network in compressed rows: the neighbours of node i lie side by side, sorted.
/// Immutable once built, so every run and branch shares it.
class Graph {
public:
    Graph() : starts_{0} {}

    Graph(std::vector<std::uint32_t> starts, std::vector<std::uint32_t> targets)
        : starts_(std::move(starts)), targets_(std::move(targets)) {}

    [[nodiscard]] std::size_t nodes() const { return starts_.size() - 1; }

    /// Each undirected tie counts twice.
    [[nodiscard]] std::size_t targets_count() const { return targets_.size(); }

    [[nodiscard]] std::span<std::uint32_t const> neighbours(std::size_t node) const {
        return std::span{targets_}.subspan(starts_[node], starts_[node + 1] - starts_[node]);
    }

    /// Asks memory for the place where the row of `node` begins and ends.
    void fetch_row(std::size_t node) const { fetch(starts_[node]); }

    [[nodiscard]] std::vector<std::uint32_t>& starts_storage() { return starts_; }

    [[nodiscard]] std::vector<std::uint32_t>& targets_storage() { return targets_; }

    friend bool operator==(Graph const&, Graph const&) = default;

private:
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> targets_;
};

} // namespace opschaling::sim
