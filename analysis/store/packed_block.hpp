#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// One block of figures as it lies in a finished result: behind HDF5's filters shuffle, deflate and
/// Fletcher32, in that order. The library would apply them one block after another on one thread;
/// these functions share no state, so blocks can be packed side by side.
namespace opschaling::analysis {

/// The bytes of each figure sorted by significance, deflated in zlib's format, the sum behind them.
/// Equal figures give equal bytes.
[[nodiscard]] std::vector<std::uint8_t> pack_block(std::span<float const> figures);

/// The figures of a packed block, which must be as many as there is room for. Throws an h5::Failure
/// when the block is damaged. Deflate's decoder writes nothing into `packed`.
void unpack_block(std::span<std::uint8_t> packed, std::span<float> figures);

/// Fletcher's sum of 32 bits over words of two bytes, the first the higher, as HDF5 takes it.
[[nodiscard]] std::uint32_t fletcher32(std::span<std::uint8_t const> bytes);

} // namespace opschaling::analysis
