#pragma once

#include "sim/results/series.hpp"

#include <hdf5.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// How the figures of a series are cut into blocks, HDF5's chunks: some runs, all steps, some
/// members. All blocks of a series are equally large; those at the ends reach beyond the last run
/// or member.
struct SeriesBlocks {
    std::size_t runs{0};
    std::size_t steps{0};
    std::size_t members{0};
    std::size_t runs_a_block{0};
    std::size_t members_a_block{0};

    /// Figures of one block, those beyond the ends included.
    [[nodiscard]] std::size_t block_size() const { return runs_a_block * steps * members_a_block; }
};

/// Blocks of at most a quarter of a MiB: of several runs where they are small, and of parts of a
/// run where it is large.
[[nodiscard]] SeriesBlocks blocks_of(sim::ResultShape const& shape,
                                     sim::SeriesDeclaration const& series, std::size_t runs);

/// One block of one series.
struct FigureBlock {
    std::size_t series{0}; ///< position in the shape
    SeriesBlocks all;      ///< of this series
    std::size_t first_run{0};
    std::size_t first_member{0};

    /// How many runs and members lie in it.
    [[nodiscard]] std::size_t runs() const;
    [[nodiscard]] std::size_t members() const;

    /// Its first figure, in HDF5's words.
    [[nodiscard]] std::array<hsize_t, 3> offset() const { return {first_run, 0, first_member}; }
};

/// All blocks of a result, series by series, run by run: what a run has of a series comes in the
/// order of its members.
[[nodiscard]] std::vector<FigureBlock> blocks_of(sim::ResultShape const& shape, std::size_t runs);

/// The sums of what one run has of a series, `figures` being [step * members + member]: one for
/// each block that has a part of it.
void add_sums(SeriesBlocks const& blocks, std::span<float const> figures,
              std::vector<std::uint64_t>& sums);

/// The sum (CRC-64 of ECMA-182) of what one run has in a block: `figures` begin with the block's
/// first member at the first step, and a step has `members_a_step` of which the first `width` are
/// meant.
[[nodiscard]] std::uint64_t sum_of_part(std::span<float const> figures, std::size_t steps,
                                        std::size_t members_a_step, std::size_t width);

} // namespace opschaling::analysis
