#include "analysis/store/pack.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/packed_block.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/series_blocks.hpp"
#include "analysis/store/utc.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace opschaling::analysis {

namespace {

/// Read and packed side by side before they are written: a few megabytes.
constexpr std::size_t blocks_at_once{32};

void write_packed(hid_t dataset, FigureBlock const& block, std::span<std::uint8_t const> packed) {
    constexpr std::uint32_t filters_left_out{0};
    auto const offset = block.offset();
    h5::checked([&] {
        return H5Dwrite_chunk(dataset, H5P_DEFAULT, filters_left_out, offset.data(), packed.size(),
                              packed.data());
    });
}

/// Blocks are packed side by side and written in their order, so that any number of threads gives
/// the same file.
void pack_series(RunColumns const& runs, std::span<h5::Owned const> series,
                 std::span<FigureBlock const> blocks,
                 std::function<void(double share)> const& progress) {
    std::vector<std::vector<std::uint8_t>> packed(blocks_at_once);
    for (std::size_t first = 0; first < blocks.size(); first += blocks_at_once) {
        auto const batch = blocks.subspan(first, std::min(blocks_at_once, blocks.size() - first));
        sim::run_concurrently(batch.size(),
                              [&](std::size_t i) { packed[i] = pack_block(runs.read(batch[i])); });
        for (std::size_t i = 0; i < batch.size(); ++i) {
            write_packed(series[batch[i].series].id(), batch[i], packed[i]);
        }
        if (progress) {
            progress(static_cast<double>(first + batch.size()) /
                     static_cast<double>(blocks.size()));
        }
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

void pack(hid_t unfinished, RunColumns const& runs, hid_t finished, std::vector<h5::Owned> series,
          ResultPlan const& plan, sim::ResultShape const& shape,
          std::function<void(double share)> const& progress) {
    copy_whole<std::uint8_t>(unfinished, finished, "status");
    copy_whole<float>(unfinished, finished, "wall_seconds");
    if (!plan.schedule.empty()) {
        copy_whole<float>(unfinished, finished, "schedule/seconds");
    }
    auto const run = h5::open_dataset(finished, "run");
    write_column(finished, "error_text", read_failures(unfinished, plan.runs()),
                 {"why the run failed; empty when it did not", ""}, &run);
    pack_series(runs, series, blocks_of(shape, plan.runs()), progress);
    for (auto& dataset : series) {
        h5::close(dataset);
    }
    h5::write_short_text(finished, "date_completed", utc_now());
    h5::flush(finished);
}

} // namespace opschaling::analysis
