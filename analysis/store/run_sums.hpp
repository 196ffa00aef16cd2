#pragma once

#include "analysis/store/sha256.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// What tells a run's figures from any others: the SHA-256, in hexadecimal digits, of the run's
/// number and the sums of its parts (`series_blocks.hpp`) in the order of series and members. The
/// sums are taken at the pace of memory, which SHA-256 over all figures is not.
using RunDigest = std::array<std::uint8_t, 64>;

/// Gathers the sums of many runs.
class RunSums {
public:
    explicit RunSums(std::size_t runs);

    /// Those of one run come in their order.
    void add(std::size_t run, std::span<std::uint64_t const> sums);

    /// To be asked once for each run.
    [[nodiscard]] RunDigest digest(std::size_t run);

private:
    std::vector<Sha256> hashes_;
};

[[nodiscard]] RunDigest digest_of(std::size_t run, std::span<std::uint64_t const> sums);

} // namespace opschaling::analysis
