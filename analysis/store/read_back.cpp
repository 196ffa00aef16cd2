#include "analysis/store/read_back.hpp"

#include "analysis/store/packed_block.hpp"
#include "analysis/store/room.hpp"
#include "analysis/store/run_sums.hpp"
#include "analysis/store/series_blocks.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace opschaling::analysis {

namespace {

/// Unpacked side by side, while the next ones are read: some megabytes.
constexpr std::size_t blocks_at_once{64};

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
    Room<float> const room{block.all.block_size()};
    auto const figures = room.values();
    unpack_block(packed, figures);
    auto const run_size = block.all.steps * block.all.members_a_block;
    std::vector<std::uint64_t> sums;
    for (std::size_t run = 0; run < block.runs(); ++run) {
        sums.push_back(sum_of_part(figures.subspan(run * run_size), block.all.steps,
                                   block.all.members_a_block, block.members()));
    }
    return sums;
}

/// Reads packed blocks in their order, so that each series is opened once.
class PackedReader {
public:
    PackedReader(hid_t finished, sim::ResultShape const& shape)
        : finished_{finished}, shape_{shape} {}

    std::vector<std::vector<std::uint8_t>> read(std::span<FigureBlock const> blocks) {
        std::vector<std::vector<std::uint8_t>> packed;
        packed.reserve(blocks.size());
        for (auto const& block : blocks) {
            if (open_ != block.series) {
                dataset_ = h5::open_dataset(finished_, shape_.series[block.series].name.c_str());
                open_ = block.series;
            }
            packed.push_back(read_packed(dataset_.id(), block));
        }
        return packed;
    }

private:
    hid_t finished_;
    sim::ResultShape const& shape_;
    h5::Owned dataset_;
    std::optional<std::size_t> open_;
};

void add_blocks(std::span<FigureBlock const> blocks, std::vector<std::vector<std::uint8_t>>& packed,
                RunSums& runs) {
    std::vector<std::vector<std::uint64_t>> sums(blocks.size());
    sim::run_concurrently(blocks.size(),
                          [&](std::size_t i) { sums[i] = sums_of(blocks[i], packed[i]); });
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t run = 0; run < sums[i].size(); ++run) {
            runs.add(blocks[i].first_run + run, std::span{sums[i]}.subspan(run, 1));
        }
    }
}

} // namespace

std::vector<std::size_t> find_misread_runs(hid_t finished, hid_t unfinished,
                                           sim::ResultShape const& shape,
                                           std::span<RunStatus const> statuses) {
    auto const blocks = blocks_of(shape, statuses.size());
    RunSums runs{statuses.size()};
    PackedReader reader{finished, shape};
    auto rest = std::span{blocks};
    std::span<FigureBlock const> now;
    std::vector<std::vector<std::uint8_t>> packed;
    // One thread is with the HDF5 library, which knows of no second, and then helps the others.
    while (!rest.empty() || !now.empty()) {
        auto const next = rest.first(std::min(blocks_at_once, rest.size()));
        std::vector<std::vector<std::uint8_t>> read;
        sim::run_concurrently(2, [&](std::size_t task) {
            if (task == 0) {
                read = reader.read(next);
            } else {
                add_blocks(now, packed, runs);
            }
        });
        rest = rest.subspan(next.size());
        now = next;
        packed = std::move(read);
    }
    return differing_runs(runs, unfinished, statuses);
}

} // namespace opschaling::analysis
