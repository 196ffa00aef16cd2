#include "analysis/store/packed_block.hpp"

#include "analysis/store/hdf5.hpp"
#include "analysis/store/room.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <isa-l/igzip_lib.h>
#include <memory>

namespace opschaling::analysis {

namespace {

constexpr std::size_t sum_bytes{4};

void shuffle(std::span<float const> figures, std::span<std::uint8_t> bytes) {
    auto const count = figures.size();
    auto* const lowest = bytes.data();
    auto* const low = lowest + count;
    auto* const high = low + count;
    auto* const highest = high + count;
    for (std::size_t i = 0; i < count; ++i) {
        auto const bits = std::bit_cast<std::uint32_t>(figures[i]);
        lowest[i] = static_cast<std::uint8_t>(bits);
        low[i] = static_cast<std::uint8_t>(bits >> 8U);
        high[i] = static_cast<std::uint8_t>(bits >> 16U);
        highest[i] = static_cast<std::uint8_t>(bits >> 24U);
    }
}

void unshuffle(std::span<std::uint8_t const> bytes, std::span<float> figures) {
    auto const count = figures.size();
    auto const* const lowest = bytes.data();
    auto const* const low = lowest + count;
    auto const* const high = low + count;
    auto const* const highest = high + count;
    for (std::size_t i = 0; i < count; ++i) {
        auto const bits = std::uint32_t{lowest[i]} | std::uint32_t{low[i]} << 8U |
                          std::uint32_t{high[i]} << 16U | std::uint32_t{highest[i]} << 24U;
        figures[i] = std::bit_cast<float>(bits);
    }
}

/// Nought stays nought, all else becomes 1 to 65535: what HDF5's folding leaves.
std::uint32_t fold(std::uint64_t sum) {
    return sum == 0 ? 0 : static_cast<std::uint32_t>((sum - 1) % 65535 + 1);
}

void deflate(isal_zstream& stream, std::span<std::uint8_t> bytes, std::uint16_t flush) {
    stream.next_in = bytes.data();
    stream.avail_in = static_cast<std::uint32_t>(bytes.size());
    stream.flush = flush;
    if (isal_deflate(&stream) != COMP_OK || stream.avail_in != 0) {
        throw h5::Failure{"a block of figures could not be deflated"};
    }
}

std::array<std::uint8_t, sum_bytes> bytes_of(std::uint32_t sum) {
    return {static_cast<std::uint8_t>(sum), static_cast<std::uint8_t>(sum >> 8U),
            static_cast<std::uint8_t>(sum >> 16U), static_cast<std::uint8_t>(sum >> 24U)};
}

} // namespace

std::uint32_t fletcher32(std::span<std::uint8_t const> bytes) {
    constexpr std::size_t words_at_once{1U << 16U}; // both sums stay far below 2^64
    std::uint64_t sum{0};
    std::uint64_t sum_of_sums{0};
    std::size_t at{0};
    while (at + 1 < bytes.size()) {
        auto const end = std::min(bytes.size() - 1, at + 2 * words_at_once);
        for (; at < end; at += 2) {
            sum += std::uint32_t{bytes[at]} << 8U | bytes[at + 1];
            sum_of_sums += sum;
        }
        sum = fold(sum);
        sum_of_sums = fold(sum_of_sums);
    }
    if (at < bytes.size()) {
        sum = fold(sum + (std::uint32_t{bytes[at]} << 8U));
        sum_of_sums = fold(sum_of_sums + sum);
    }
    return static_cast<std::uint32_t>(sum_of_sums << 16U | sum);
}

std::vector<std::uint8_t> pack_block(std::span<float const> figures) {
    Room<std::uint8_t> const room_of_bytes{figures.size_bytes()};
    auto const bytes = room_of_bytes.values();
    shuffle(figures, bytes);
    // Deflate stores what it cannot make smaller, which takes far less than this.
    Room<std::uint8_t> const room_of_packed{bytes.size() + bytes.size() / 8 + 1024};
    auto const room = room_of_packed.values();
    Room<std::uint8_t> const room_of_level{ISAL_DEF_LVL1_DEFAULT};
    auto const level = room_of_level.values();
    isal_zstream stream{};
    isal_deflate_init(&stream);
    stream.level = 1;
    stream.level_buf = level.data();
    stream.level_buf_size = static_cast<std::uint32_t>(level.size());
    stream.gzip_flag = IGZIP_ZLIB;
    stream.next_out = room.data();
    stream.avail_out = static_cast<std::uint32_t>(room.size());
    // The first bytes have a call of their own (decision 96): where a stream begins with a long
    // input, ISA-L 2.30 takes the hash of its third place from the address of the stream, and in
    // one of some ten thousand cases other bytes of the same meaning come out.
    deflate(stream, bytes.first(sizeof(float)), SYNC_FLUSH);
    stream.end_of_stream = 1;
    deflate(stream, bytes.subspan(sizeof(float)), NO_FLUSH);
    if (stream.internal_state.state != ZSTATE_END) {
        throw h5::Failure{"a block of figures could not be deflated"};
    }
    auto const deflated = room.first(stream.total_out);
    auto const sum = bytes_of(fletcher32(deflated));
    std::vector<std::uint8_t> packed;
    packed.reserve(deflated.size() + sum.size());
    packed.insert(packed.end(), deflated.begin(), deflated.end());
    packed.insert(packed.end(), sum.begin(), sum.end());
    return packed;
}

void unpack_block(std::span<std::uint8_t> packed, std::span<float> figures) {
    if (packed.size() < sum_bytes) {
        throw h5::Failure{"a block of figures is cut short"};
    }
    auto const deflated = packed.first(packed.size() - sum_bytes);
    auto const sum = bytes_of(fletcher32(deflated));
    if (!std::ranges::equal(sum, packed.last(sum_bytes))) {
        throw h5::Failure{"a block of figures has another sum (Fletcher32)"};
    }
    Room<std::uint8_t> const room{figures.size_bytes()};
    auto const bytes = room.values();
    auto const state = std::make_unique_for_overwrite<inflate_state>();
    isal_inflate_init(state.get());
    state->crc_flag = ISAL_ZLIB;
    state->next_in = deflated.data();
    state->avail_in = static_cast<std::uint32_t>(deflated.size());
    state->next_out = bytes.data();
    state->avail_out = static_cast<std::uint32_t>(bytes.size());
    if (isal_inflate_stateless(state.get()) != ISAL_DECOMP_OK || state->avail_out != 0) {
        throw h5::Failure{"a block of figures cannot be inflated"};
    }
    unshuffle(bytes, figures);
}

} // namespace opschaling::analysis
