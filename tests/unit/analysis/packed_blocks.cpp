#include "analysis/store/hdf5.hpp"
#include "analysis/store/packed_block.hpp"
#include "analysis/store/read_back.hpp"
#include "analysis/store/result_writer.hpp"
#include "analysis/store/series_blocks.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/dice.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>
#include <hdf5.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::tests;
namespace h5 = analysis::h5;
using Catch::Matchers::Contains;

namespace {

constexpr float missing{std::numeric_limits<float>::quiet_NaN()};

/// Figures that deflate finds easy, and such that it finds nothing in.
std::vector<std::vector<float>> blocks_of_all_kinds() {
    std::vector<std::vector<float>> blocks{{1.0F}, {missing, -0.0F, 3.0F}};
    blocks.emplace_back(65'536, 0.0F);
    blocks.emplace_back(65'536, missing);
    std::vector<float> counts(20'001);
    std::vector<float> noise(65'536);
    sim::Dice dice{sim::Seed{20261127}, sim::Stream{2}, 0, 0};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] = static_cast<float>(i % 700);
    }
    for (auto& figure : noise) {
        figure = std::bit_cast<float>(static_cast<std::uint32_t>(dice.uniform() * 4294967296.0));
    }
    blocks.push_back(std::move(counts));
    blocks.push_back(std::move(noise));
    return blocks;
}

bool same_bits(std::vector<float> const& one, std::vector<float> const& other) {
    return std::ranges::equal(one, other, [](float a, float b) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    });
}

h5::Owned one_block(hid_t file, char const* name, std::size_t size) {
    return h5::create_dataset(file, name, H5T_IEEE_F32LE, {size}, {.chunk = {size}, .fill = {}});
}

/// So many runs, and so many gemeenten that a run has several blocks of them.
sim::ResultShape shape_in_parts() {
    auto shape = sample_shape();
    shape.axes[1].codes.clear();
    for (int i = 0; i < 9000; ++i) {
        shape.axes[1].codes.push_back("GM" + std::to_string(10'000 + i));
    }
    shape.axes[1].names = shape.axes[1].codes;
    return shape;
}

sim::RunResult result_in_parts(std::size_t run) {
    auto result = sim::RunResult::of_shape(shape_in_parts());
    for (auto& series : result.values) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            series[i] = static_cast<float>(i % 977 + 1000 * run);
        }
    }
    return result;
}

std::filesystem::path write_in_parts(std::filesystem::path const& path, std::size_t threads) {
    sim::ThreadLimit const limit{threads};
    auto writer = analysis::ResultWriter::create(path, sample_plan(), shape_in_parts());
    for (std::size_t run = 0; run < writer.statuses().size(); ++run) {
        writer.write_run(run, result_in_parts(run), 1.0, {});
    }
    std::filesystem::copy_file(path.string() + ".part", path.string() + ".kept");
    writer.finish();
    return path;
}

/// Where each block of a series lies, and its bytes.
std::vector<std::pair<haddr_t, std::string>> stored_blocks(std::filesystem::path const& path,
                                                           char const* series) {
    auto const bytes = read_text(path);
    auto const file = h5::open_file(path, h5::Access::read);
    auto const dataset = h5::open_dataset(file.id(), series);
    h5::Owned const space{H5Dget_space(dataset.id()), H5Sclose};
    hsize_t count{0};
    REQUIRE(H5Dget_num_chunks(dataset.id(), space.id(), &count) >= 0);
    std::vector<std::pair<haddr_t, std::string>> blocks;
    for (hsize_t i = 0; i < count; ++i) {
        std::array<hsize_t, 3> offset{};
        unsigned int mask{0};
        haddr_t address{0};
        hsize_t size{0};
        REQUIRE(H5Dget_chunk_info(dataset.id(), space.id(), i, offset.data(), &mask, &address,
                                  &size) >= 0);
        blocks.emplace_back(address, bytes.substr(address, size));
    }
    return blocks;
}

} // namespace

TEST_CASE("a block packed here is unpacked by the HDF5 library, and the other way round",
          "[analysis][store]") {
    EmptyFolder const folder{"packed"};
    auto const file = h5::create_file(folder / "packed.nc");
    std::array<hsize_t, 1> const start{0};
    int number{0};
    for (auto const& figures : blocks_of_all_kinds()) {
        auto const size = figures.size();
        auto packed = analysis::pack_block(figures);
        auto const ours = one_block(file.id(), ("ours_" + std::to_string(number)).c_str(), size);
        REQUIRE(H5Dwrite_chunk(ours.id(), H5P_DEFAULT, 0, start.data(), packed.size(),
                               packed.data()) >= 0);
        std::vector<float> read(size);
        h5::read(ours.id(), H5T_NATIVE_FLOAT, read.data());
        CHECK(same_bits(read, figures));

        auto theirs = one_block(file.id(), ("theirs_" + std::to_string(number)).c_str(), size);
        h5::write(theirs.id(), H5T_NATIVE_FLOAT, figures.data());
        h5::flush(file.id());
        hsize_t bytes{0};
        REQUIRE(H5Dget_chunk_storage_size(theirs.id(), start.data(), &bytes) >= 0);
        std::vector<std::uint8_t> stored(bytes);
        std::uint32_t left_out{0};
        REQUIRE(H5Dread_chunk(theirs.id(), H5P_DEFAULT, start.data(), &left_out, stored.data()) >=
                0);
        if (left_out == 0) { // the library does not deflate what deflate makes no smaller
            std::vector<float> unpacked(size);
            analysis::unpack_block(stored, unpacked);
            CHECK(same_bits(unpacked, figures));
        }
        CHECK(packed.size() < size * sizeof(float) + 64 + size / 64);
        ++number;
    }
}

TEST_CASE("a block of any size is packed, and nothing makes it much larger", "[analysis][store]") {
    auto const noise = blocks_of_all_kinds().back();
    for (std::size_t size = 1; size <= noise.size(); size += 1 + size / 16) {
        std::vector<float> const figures{noise.begin(),
                                         noise.begin() + static_cast<std::ptrdiff_t>(size)};
        auto packed = analysis::pack_block(figures);
        CHECK(packed.size() < size * sizeof(float) + 64 + size / 64);
        std::vector<float> unpacked(size);
        analysis::unpack_block(packed, unpacked);
        CHECK(same_bits(unpacked, figures));
    }
}

TEST_CASE("equal blocks are packed to equal bytes on any thread", "[analysis][store]") {
    auto const blocks = blocks_of_all_kinds();
    std::vector<std::vector<std::uint8_t>> packed;
    for (auto const& figures : blocks) {
        packed.push_back(analysis::pack_block(figures));
    }
    sim::run_concurrently(64, [&](std::size_t i) {
        auto const which =
            i * 7 % blocks.size(); // so that a thread's room was another block's before
        if (analysis::pack_block(blocks[which]) != packed[which]) {
            throw std::logic_error{"block " + std::to_string(which) + " was packed differently"};
        }
    });
    SUCCEED("no block was packed differently");
}

TEST_CASE("a packed block that is damaged anywhere is refused", "[analysis][store]") {
    std::vector<float> figures(300);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i] = static_cast<float>(i * i % 89);
    }
    auto const whole = analysis::pack_block(figures);
    std::vector<float> unpacked(figures.size());
    for (std::size_t byte = 0; byte < whole.size(); ++byte) {
        auto damaged = whole;
        damaged[byte] ^= 0x20U;
        CHECK_THROWS_WITH(analysis::unpack_block(damaged, unpacked), Contains("Fletcher32"));
        // And where the sum is right, but of other bytes.
        if (byte + 4 < whole.size()) {
            auto const sum = analysis::fletcher32(std::span{damaged}.first(whole.size() - 4));
            for (std::size_t i = 0; i < 4; ++i) {
                damaged[whole.size() - 4 + i] = static_cast<std::uint8_t>(sum >> (8 * i));
            }
            try {
                analysis::unpack_block(damaged, unpacked);
                CHECK(
                    same_bits(unpacked, figures)); // such as a bit of the header that says nothing
            } catch (h5::Failure const& failure) {
                CHECK_THAT(failure.what(), Contains("cannot be inflated"));
            }
        }
    }
    auto cut = whole;
    cut.resize(3);
    CHECK_THROWS_WITH(analysis::unpack_block(cut, unpacked), Contains("cut short"));
    auto longer = whole;
    unpacked.resize(figures.size() + 1);
    CHECK_THROWS_WITH(analysis::unpack_block(longer, unpacked), Contains("cannot be inflated"));
    unpacked.resize(figures.size() - 1);
    CHECK_THROWS_WITH(analysis::unpack_block(longer, unpacked), Contains("cannot be inflated"));
}

TEST_CASE("blocks hold each figure once and are of a size", "[analysis][store]") {
    auto shape = shape_in_parts();
    for (std::size_t const runs : {1U, 6U, 128U, 8193U}) {
        std::vector<std::size_t> figures(shape.series.size(), 0);
        for (auto const& block : analysis::blocks_of(shape, runs)) {
            CHECK(block.all.block_size() * sizeof(float) <= 256U << 10U);
            CHECK(block.runs() * block.members() > 0);
            figures[block.series] += block.runs() * block.all.steps * block.members();
        }
        for (std::size_t s = 0; s < shape.series.size(); ++s) {
            auto const& series = shape.series[s];
            auto const all = analysis::blocks_of(shape, series, runs);
            CHECK(figures[s] == runs * shape.steps_of(series) * shape.axis_of(series).codes.size());
            // Beyond the last run or member there is less than one of them for each block.
            auto const rows = (runs + all.runs_a_block - 1) / all.runs_a_block;
            CHECK(rows * all.runs_a_block < runs + rows);
        }
    }
}

TEST_CASE("the sums of a run are those of its parts in blocks", "[analysis][store]") {
    auto const shape = shape_in_parts();
    auto const result = result_in_parts(3);
    for (std::size_t s = 0; s < shape.series.size(); ++s) {
        auto const all = analysis::blocks_of(shape, shape.series[s], 6);
        std::vector<std::uint64_t> sums;
        analysis::add_sums(all, result.values[s], sums);
        std::vector<std::uint64_t> by_hand;
        for (std::size_t first = 0; first < all.members; first += all.members_a_block) {
            auto const width = std::min(all.members_a_block, all.members - first);
            std::vector<float> part;
            for (std::size_t step = 0; step < all.steps; ++step) {
                auto const row = result.values[s].begin() +
                                 static_cast<std::ptrdiff_t>(step * all.members + first);
                part.insert(part.end(), row, row + static_cast<std::ptrdiff_t>(width));
            }
            by_hand.push_back(analysis::sum_of_part(part, all.steps, width, width));
            part.back() = std::nextafter(part.back(), 1e9F);
            CHECK(analysis::sum_of_part(part, all.steps, width, width) != by_hand.back());
        }
        CHECK(sums == by_hand);
    }
}

TEST_CASE("any number of threads packs the same blocks in the same places", "[analysis][store]") {
    EmptyFolder const folder{"packed"};
    auto const one = write_in_parts(folder / "one.nc", 1);
    auto const two = write_in_parts(folder / "two.nc", 2);
    for (auto const& series : shape_in_parts().series) {
        auto const blocks = stored_blocks(one, series.name.c_str());
        CHECK_FALSE(blocks.empty());
        CHECK((blocks == stored_blocks(two, series.name.c_str())));
    }
}

TEST_CASE("reading back notices a run that is not what was written", "[analysis][store]") {
    EmptyFolder const folder{"packed"};
    auto const path = write_in_parts(folder / "one.nc", 2);
    auto const kept = folder / "one.nc.kept";
    auto const shape = shape_in_parts();
    std::vector<analysis::RunStatus> const done(6, analysis::RunStatus::done);
    auto const read_back = [&] {
        return analysis::find_misread_runs(h5::open_file(path, h5::Access::read).id(),
                                           h5::open_file(kept, h5::Access::read).id(), shape, done);
    };
    CHECK(read_back().empty());

    auto const block = stored_blocks(path, "gemeente_public_cost").at(4);
    auto bytes = read_text(path);
    bytes[block.first + block.second.size() / 2] ^= 0x04;
    write_text(path, bytes);
    CHECK_THROWS_AS(read_back(), h5::Failure);
    bytes[block.first + block.second.size() / 2] ^= 0x04;
    write_text(path, bytes);
    CHECK(read_back().empty());

    // A block of another run is sound in itself, and still not what was written.
    auto const other = stored_blocks(path, "gemeente_public_cost").at(0);
    auto const file = h5::open_file(path, h5::Access::write);
    auto const dataset = h5::open_dataset(file.id(), "gemeente_public_cost");
    auto const all = analysis::blocks_of(shape, shape.series[1], 6);
    REQUIRE(shape.series[1].name == "gemeente_public_cost");
    REQUIRE(all.runs_a_block == 1);
    std::array<hsize_t, 3> const fourth{4, 0, 0};
    REQUIRE(H5Dwrite_chunk(dataset.id(), H5P_DEFAULT, 0, fourth.data(), other.second.size(),
                           other.second.data()) >= 0);
    h5::flush(file.id());
    CHECK(analysis::find_misread_runs(file.id(), h5::open_file(kept, h5::Access::read).id(), shape,
                                      done) == std::vector<std::size_t>{4});
}
