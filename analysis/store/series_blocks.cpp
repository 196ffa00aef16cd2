#include "analysis/store/series_blocks.hpp"

#include <algorithm>
#include <isa-l/crc64.h>

namespace opschaling::analysis {

namespace {

/// Chunks of 128 to 256 KiB were read four times faster than one a run.
constexpr std::size_t most_bytes{256U << 10U};

std::size_t quotient_up(std::size_t count, std::size_t by) {
    return (count + by - 1) / by;
}

/// The size of equal parts, each at most so large: the ends then reach beyond by less than a part
/// has parts beside it.
std::size_t equal_part(std::size_t count, std::size_t most) {
    return std::max<std::size_t>(1, quotient_up(count, quotient_up(count, most)));
}

} // namespace

SeriesBlocks blocks_of(sim::ResultShape const& shape, sim::SeriesDeclaration const& series,
                       std::size_t runs) {
    auto const members = shape.axis_of(series).codes.size();
    auto const steps = shape.steps_of(series);
    auto const step_bytes = std::max<std::size_t>(1, steps * sizeof(float));
    auto const members_fit = std::max<std::size_t>(1, most_bytes / step_bytes);
    auto const run_bytes = std::max<std::size_t>(1, step_bytes * members);
    auto const runs_fit =
        members > members_fit ? 1 : std::max<std::size_t>(1, most_bytes / run_bytes);
    return {.runs = runs,
            .steps = steps,
            .members = members,
            .runs_a_block = equal_part(runs, runs_fit),
            .members_a_block = equal_part(members, members_fit)};
}

std::size_t FigureBlock::runs() const {
    return std::min(all.runs_a_block, all.runs - first_run);
}

std::size_t FigureBlock::members() const {
    return std::min(all.members_a_block, all.members - first_member);
}

std::vector<FigureBlock> blocks_of(sim::ResultShape const& shape, std::size_t runs) {
    std::vector<FigureBlock> blocks;
    for (std::size_t s = 0; s < shape.series.size(); ++s) {
        auto const all = blocks_of(shape, shape.series[s], runs);
        for (std::size_t run = 0; run < runs; run += all.runs_a_block) {
            for (std::size_t member = 0; member < all.members; member += all.members_a_block) {
                blocks.push_back(
                    {.series = s, .all = all, .first_run = run, .first_member = member});
            }
        }
    }
    return blocks;
}

void add_sums(SeriesBlocks const& blocks, std::span<float const> figures,
              std::vector<std::uint64_t>& sums) {
    for (std::size_t member = 0; member < blocks.members; member += blocks.members_a_block) {
        auto const width = std::min(blocks.members_a_block, blocks.members - member);
        sums.push_back(sum_of_part(figures.subspan(member), blocks.steps, blocks.members, width));
    }
}

std::uint64_t sum_of_part(std::span<float const> figures, std::size_t steps,
                          std::size_t members_a_step, std::size_t width) {
    auto const add = [](std::uint64_t sum, std::span<float const> part) {
        // NOLINTNEXTLINE(*-reinterpret-cast): the bytes of the figures are what is summed.
        auto const* const bytes = reinterpret_cast<unsigned char const*>(part.data());
        return crc64_ecma_refl(sum, bytes, part.size_bytes());
    };
    if (width == members_a_step) {
        return add(0, figures.first(steps * width));
    }
    std::uint64_t sum{0};
    for (std::size_t step = 0; step < steps; ++step) {
        sum = add(sum, figures.subspan(step * members_a_step, width));
    }
    return sum;
}

} // namespace opschaling::analysis
