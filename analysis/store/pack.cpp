#include "analysis/store/pack.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/packed_block.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/room.hpp"
#include "analysis/store/series_blocks.hpp"
#include "analysis/store/utc.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace opschaling::analysis {

namespace {

/// Packed side by side, while those before them are written: some megabytes. The first ones are
/// more, since laying out the result takes longer than writing blocks.
constexpr std::size_t blocks_at_first{128};
constexpr std::size_t blocks_at_once{64};

using PackedBlocks = std::vector<std::vector<std::uint8_t>>;

PackedBlocks pack_blocks(RunColumns const& runs, std::span<FigureBlock const> blocks) {
    PackedBlocks packed(blocks.size());
    sim::run_concurrently(blocks.size(), [&](std::size_t i) {
        Room<float> const figures{blocks[i].all.block_size()};
        runs.read(blocks[i], figures.values());
        packed[i] = pack_block(figures.values());
    });
    return packed;
}

void write_packed(hid_t dataset, FigureBlock const& block, std::span<std::uint8_t const> packed) {
    constexpr std::uint32_t filters_left_out{0};
    auto const offset = block.offset();
    h5::checked([&] {
        return H5Dwrite_chunk(dataset, H5P_DEFAULT, filters_left_out, offset.data(), packed.size(),
                              packed.data());
    });
}

void write_packed(std::span<h5::Owned const> series, std::span<FigureBlock const> blocks,
                  PackedBlocks const& packed) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        write_packed(series[blocks[i].series].id(), blocks[i], packed[i]);
    }
}

template <typename Value>
void copy_whole(hid_t from, hid_t to, char const* name) {
    auto const source = h5::open_dataset(from, name);
    auto target = h5::open_dataset(to, name);
    h5::Block const whole{.start = {}, .count = h5::extent_of(source.id())};
    if (whole.count != h5::extent_of(target.id())) {
        throw h5::Failure{std::string{name} + " has another length"};
    }
    std::vector<Value> values(whole.size());
    h5::read(source.id(), detail::memory_type<Value>(), values.data());
    h5::write(target.id(), detail::memory_type<Value>(), values.data());
    h5::close(target);
}

} // namespace

void pack(hid_t unfinished, RunColumns const& runs, hid_t finished, ResultPlan const& plan,
          sim::ResultShape const& shape, std::function<void(double share)> const& progress) {
    auto const blocks = blocks_of(shape, plan.runs());
    auto to_pack = std::span{blocks};
    std::vector<h5::Owned> series;
    std::span<FigureBlock const> to_write;
    PackedBlocks packed;
    bool is_laid_out{false};
    // One thread is with the HDF5 library, which knows of no second, and then helps the others.
    // Blocks are written in their order: any number of threads gives the same file.
    while (!is_laid_out || !to_pack.empty()) {
        auto const at_once = is_laid_out ? blocks_at_once : blocks_at_first;
        auto const now = to_pack.first(std::min(at_once, to_pack.size()));
        PackedBlocks next;
        sim::run_concurrently(2, [&](std::size_t task) {
            if (task == 1) {
                next = pack_blocks(runs, now);
            } else if (is_laid_out) {
                write_packed(series, to_write, packed);
            } else {
                series = write_layout(finished, plan, shape, Stage::finished);
            }
        });
        is_laid_out = true;
        to_write = now;
        packed = std::move(next);
        to_pack = to_pack.subspan(now.size());
        if (progress) {
            progress(1.0 - static_cast<double>(to_pack.size()) /
                               static_cast<double>(std::max<std::size_t>(1, blocks.size())));
        }
    }
    write_packed(series, to_write, packed);
    for (auto& dataset : series) {
        h5::close(dataset);
    }
    copy_whole<std::uint8_t>(unfinished, finished, "status");
    copy_whole<float>(unfinished, finished, "wall_seconds");
    if (!plan.schedule.empty()) {
        copy_whole<float>(unfinished, finished, "schedule/seconds");
    }
    auto const run = h5::open_dataset(finished, "run");
    write_column(finished, "error_text", read_failures(unfinished, plan.runs()),
                 {"why the run failed; empty when it did not", ""}, &run);
    h5::write_short_text(finished, "date_completed", utc_now());
    h5::flush(finished);
}

} // namespace opschaling::analysis
