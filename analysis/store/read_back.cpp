#include "analysis/store/read_back.hpp"

#include "analysis/store/packed_block.hpp"
#include "analysis/store/run_sums.hpp"
#include "analysis/store/series_blocks.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <optional>

namespace opschaling::analysis {

namespace {

/// Read and unpacked side by side before the next ones: a few megabytes.
constexpr std::size_t blocks_at_once{32};

std::vector<std::uint8_t> read_packed(hid_t dataset, FigureBlock const& block) {
    auto const offset = block.offset();
    hsize_t size{0};
    h5::checked([&] { return H5Dget_chunk_storage_size(dataset, offset.data(), &size); });
    // Deflate adds little to what it cannot make smaller: more is damage, and not to be allocated.
    if (size == 0 || size > 2 * block.all.block_size() * sizeof(float) + 1024) {
        throw h5::Failure{"a block of figures is missing"};
    }
    std::vector<std::uint8_t> packed(size);
    std::uint32_t filters_left_out{0};
    h5::checked([&] {
        return H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &filters_left_out, packed.data());
    });
    if (filters_left_out != 0) {
        throw h5::Failure{"a block of figures is not packed"};
    }
    return packed;
}

/// Of each run in the block.
std::vector<std::uint64_t> sums_of(FigureBlock const& block, std::span<std::uint8_t> packed) {
    std::vector<float> figures(block.all.block_size());
    unpack_block(packed, figures);
    auto const run_size = block.all.steps * block.all.members_a_block;
    std::vector<std::uint64_t> sums;
    for (std::size_t run = 0; run < block.runs(); ++run) {
        sums.push_back(sum_of_part(std::span{figures}.subspan(run * run_size), block.all.steps,
                                   block.all.members_a_block, block.members()));
    }
    return sums;
}

} // namespace

std::vector<std::size_t> find_misread_runs(hid_t finished, hid_t unfinished,
                                           sim::ResultShape const& shape,
                                           std::span<RunStatus const> statuses) {
    auto const blocks = blocks_of(shape, statuses.size());
    RunSums runs{statuses.size()};
    std::vector<std::vector<std::uint8_t>> packed(blocks_at_once);
    std::vector<std::vector<std::uint64_t>> sums(blocks_at_once);
    h5::Owned dataset;
    std::optional<std::size_t> open_series;
    for (std::size_t first = 0; first < blocks.size(); first += blocks_at_once) {
        auto const count = std::min(blocks_at_once, blocks.size() - first);
        for (std::size_t i = 0; i < count; ++i) {
            auto const& block = blocks[first + i];
            if (open_series != block.series) {
                dataset = h5::open_dataset(finished, shape.series[block.series].name.c_str());
                open_series = block.series;
            }
            packed[i] = read_packed(dataset.id(), block);
        }
        sim::run_concurrently(
            count, [&](std::size_t i) { sums[i] = sums_of(blocks[first + i], packed[i]); });
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t run = 0; run < sums[i].size(); ++run) {
                runs.add(blocks[first + i].first_run + run, std::span{sums[i]}.subspan(run, 1));
            }
        }
    }
    return differing_runs(runs, unfinished, statuses);
}

} // namespace opschaling::analysis
