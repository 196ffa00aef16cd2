#pragma once

#include <cstddef>

namespace opschaling::analysis {

/// Which part of a sweep a process carries out: one of `count`, counted from 0.
struct Shard {
    std::size_t index{0};
    std::size_t count{1};

    [[nodiscard]] bool is_whole() const { return count == 1; }

    friend bool operator==(Shard const&, Shard const&) = default;
};

} // namespace opschaling::analysis
