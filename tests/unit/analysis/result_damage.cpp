#include "analysis/store/check_sizes.hpp"
#include "analysis/store/result_file.hpp"
#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/unfinished_runs.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>
#include <hdf5.h>

#include <array>
#include <cmath>
#include <vector>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::ResultFile;
using analysis::ResultWriter;
using analysis::RunStatus;
using Catch::Matchers::Contains;

namespace {

std::vector<double> const phases{1.0, 0.5};

/// The sample's shape with so many gemeenten that the figures fill most of the file.
sim::ResultShape wide_shape() {
    auto shape = sample_shape();
    shape.axes[1].codes.clear();
    for (int i = 0; i < 1000; ++i) {
        shape.axes[1].codes.push_back("GM" + std::to_string(1000 + i));
    }
    shape.axes[1].names = shape.axes[1].codes;
    return shape;
}

sim::RunResult wide_result() {
    auto result = sim::RunResult::of_shape(wide_shape());
    for (auto& series : result.values) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            series[i] = std::sin(static_cast<float>(i)); // nothing for deflate to hold on to
        }
    }
    return result;
}

analysis::ResultPlan one_replication() {
    auto plan = sample_plan();
    plan.replications = 1;
    return plan;
}

/// The middle of each compressed block of a series, as bytes from the beginning of the file.
std::vector<std::size_t> places_of_chunks(std::filesystem::path const& path, char const* series) {
    hid_t const file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    hid_t const dataset = H5Dopen2(file, series, H5P_DEFAULT);
    hid_t const space = H5Dget_space(dataset);
    hsize_t count{0};
    REQUIRE(H5Dget_num_chunks(dataset, space, &count) >= 0);
    std::vector<std::size_t> places;
    for (hsize_t chunk = 0; chunk < count; ++chunk) {
        haddr_t address{0};
        hsize_t size{0};
        std::array<hsize_t, 3> offset{};
        unsigned int mask{0};
        REQUIRE(H5Dget_chunk_info(dataset, space, chunk, offset.data(), &mask, &address, &size) >=
                0);
        places.push_back(address + size / 2);
    }
    H5Sclose(space);
    H5Dclose(dataset);
    H5Fclose(file);
    REQUIRE(!places.empty());
    return places;
}

void flip_a_bit(std::filesystem::path const& path, std::size_t place) {
    auto bytes = read_text(path);
    REQUIRE(place < bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ 0x10);
    write_text(path, bytes);
}

} // namespace

TEST_CASE("a flipped bit in a result's figures is noticed", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    {
        auto writer = ResultWriter::create(path, one_replication(), wide_shape());
        writer.write_run(0, wide_result(), 1.0, phases);
        writer.write_run(1, wide_result(), 1.0, phases);
        writer.finish();
    }
    auto const whole = read_text(path);
    for (std::size_t i = 0; i < 100; ++i) {
        flip_a_bit(path, whole.size() * i / 100);
        CHECK_THROWS_AS(ResultFile::open(path), analysis::StorageError);
        CHECK_THROWS_WITH(ResultFile::open(path),
                          Contains(path.string()) && Contains("the file is damaged"));
        write_text(path, whole);
    }
    // Without the seal, the sums that HDF5 keeps for each chunk notice damage to figures.
    auto const unsealed = whole.substr(0, whole.rfind("\nopschaling-seal"));
    write_text(path, unsealed);
    CHECK((ResultFile::open(path).read_run(1) == wide_result()));
    for (auto const place : places_of_chunks(path, "gemeente_public_cost")) {
        flip_a_bit(path, place);
        CHECK_THROWS_WITH(ResultFile::open(path).read("gemeente_public_cost", 0),
                          Contains("reading gemeente_public_cost") && Contains("Fletcher32"));
        CHECK_NOTHROW(ResultFile::open(path).read("homes_gas_free", 0));
        write_text(path, unsealed);
    }
}

TEST_CASE("a run that changed in an unfinished result is run again", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    {
        auto writer = ResultWriter::create(path, one_replication(), wide_shape());
        writer.write_run(0, wide_result(), 1.0, phases);
        writer.write_run(1, wide_result(), 1.0, phases);
    }
    // Figures lie uncompressed while the result is unfinished: find the second run's.
    auto const part = folder / "sample.nc.part";
    auto const result = wide_result();
    std::string const pattern{reinterpret_cast<char const*>(result.values[1].data() + 40), 400};
    auto const place = read_text(part).rfind(pattern);
    REQUIRE(place != std::string::npos);
    flip_a_bit(part, place);

    auto writer = ResultWriter::resume(path, one_replication(), wide_shape());
    CHECK_FALSE(writer.set_aside());
    CHECK(writer.lost_runs() == std::vector<std::size_t>{1});
    CHECK(writer.statuses()[0] == RunStatus::done);
    CHECK(writer.statuses()[1] == RunStatus::pending);
    writer.write_run(1, result, 1.0, phases);
    writer.finish();
    CHECK(ResultFile::open(path).read_run(1) == result);
}

TEST_CASE("the reason of a failure is kept up to a kilobyte", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto writer = ResultWriter::create(folder / "sample.nc", one_replication(), sample_shape());
    std::string reason;
    for (int i = 0; i < 600; ++i) {
        reason += "é";
    }
    writer.fail_run(0, reason);
    writer.fail_run(1, "short");
    writer.finish();
    auto const kept = ResultFile::open(folder / "sample.nc").failures();
    CHECK(kept[0] == reason.substr(0, 1022)); // whole characters only
    CHECK(kept[1] == "short");
}

TEST_CASE("an unfinished result that cannot be opened is set aside", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    begin_sample(path, 3);
    auto const part = folder / "sample.nc.part";
    auto const bytes = read_text(part);
    std::string damaged;
    SECTION("cut short") {
        damaged = bytes.substr(0, bytes.size() / 3);
    }
    SECTION("empty") {
        damaged.clear();
    }
    SECTION("something else") {
        damaged = "run,figure\n0,1\n";
    }
    write_text(part, damaged);
    auto writer = ResultWriter::resume(path, sample_plan(), sample_shape());
    REQUIRE(writer.set_aside());
    CHECK(*writer.set_aside() == folder / "sample.nc.corrupt");
    CHECK(read_text(*writer.set_aside()).size() == damaged.size());
    CHECK((read_text(*writer.set_aside()) == damaged));
    CHECK(writer.statuses() == std::vector<RunStatus>(6, RunStatus::pending));
    for (std::size_t run = 0; run < 6; ++run) {
        writer.write_run(run, sample_result(run), 1.0, phases);
    }
    writer.finish();
    CHECK(ResultFile::open(path).read_run(3) == sample_result(3));
}

TEST_CASE("what is no result file is named with its path", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const open = [](std::filesystem::path const& path) {
        return ResultFile::open(path).is_complete();
    };
    CHECK_THROWS_WITH(open(folder / "none.nc"), Contains("none.nc") && Contains("no such file"));
    write_text(folder / "text.nc", "not HDF5 at all");
    CHECK_THROWS_AS(open(folder / "text.nc"), analysis::StorageError);
    CHECK_THROWS_WITH(open(folder / "text.nc"), Contains("text.nc: opening the result file"));
    CHECK_THROWS_AS(open(folder.path()), analysis::StorageError);
}

TEST_CASE("a dataset that says to be larger than its file can be is refused", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const file = analysis::h5::create_file(folder / "bomb.nc");
    auto const check = [&](char const* name, std::vector<hsize_t> const& extent) {
        auto const dataset = analysis::h5::create_dataset(file.id(), name, H5T_IEEE_F32LE, extent,
                                                          {.chunk = {1, 1024}, .fill = {}});
        analysis::check_unfolds(dataset.id());
    };
    CHECK_THROWS_WITH(check("terabytes", {1U << 20U, 1U << 20U}),
                      "a dataset says to hold more than the file has bytes for");
    CHECK_THROWS_WITH(check("overflow", {1ULL << 32U, 1ULL << 30U}),
                      "a dataset says to hold more than the file has bytes for");
    CHECK_NOTHROW(check("not_yet_written", {1024, 1024}));

    // The most that deflate makes of its bytes: noughts.
    auto const noughts =
        analysis::h5::create_dataset(file.id(), "noughts", H5T_IEEE_F32LE, {64, 1U << 20U},
                                     {.chunk = {1, 1U << 20U}, .fill = {}});
    std::vector<float> const values(64U << 20U);
    analysis::h5::write(noughts.id(), H5T_NATIVE_FLOAT, values.data());
    analysis::h5::flush(file.id());
    CHECK_NOTHROW(analysis::check_unfolds(noughts.id()));
}

TEST_CASE("a series without runs, or with too few, is a failure and not a look past its end",
          "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const shape = sample_shape();
    std::array const statuses{RunStatus::done, RunStatus::pending};
    auto const look = [&](char const* name, std::vector<hsize_t> const& extent) {
        auto const file = analysis::h5::create_file(folder / name);
        for (auto const& series : shape.series) {
            static_cast<void>(analysis::h5::create_dataset(file.id(), series.name.c_str(),
                                                           H5T_IEEE_F32LE, extent));
        }
        return analysis::find_lost_runs(file.id(), shape, statuses);
    };
    auto const steps = shape.steps_of(shape.series.front());
    auto const members = shape.axis_of(shape.series.front()).codes.size();
    CHECK_THROWS_AS(look("scalar.nc", {}), analysis::h5::Failure);
    CHECK_THROWS_AS(look("one_run.nc", {1, steps, members}), analysis::h5::Failure);
    CHECK_THROWS_AS(look("too_long.nc", {2, steps + 1, members}), analysis::h5::Failure);
}

TEST_CASE("a folder that cannot be written is named", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const create = [](std::filesystem::path const& path) {
        return ResultWriter::create(path, sample_plan(), sample_shape()).statuses();
    };
    CHECK_THROWS_AS(create(folder / "absent/sample.nc"), analysis::StorageError);
    CHECK_THROWS_AS(create("/proc/sample.nc"), analysis::StorageError); // read-only, even to root
    CHECK_THROWS_WITH(create("/proc/sample.nc"), Contains("/proc/sample.nc"));
}
