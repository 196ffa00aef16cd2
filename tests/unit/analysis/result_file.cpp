#include "analysis/store/result_file.hpp"

#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <iterator>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::ResultFile;
using analysis::ResultWriter;
using analysis::RunStatus;
using Catch::Matchers::Contains;

namespace {

std::vector<double> const phases{1.0, 0.5};

std::string text_of(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void put(std::filesystem::path const& path, std::string const& bytes) {
    std::ofstream{path, std::ios::binary} << bytes;
}

/// A result of which the first runs are done and the writer is gone.
void begin_sample(std::filesystem::path const& path, std::size_t runs) {
    auto writer = ResultWriter::create(path, sample_plan(), sample_shape());
    for (std::size_t run = 0; run < runs; ++run) {
        writer.write_run(run, sample_result(run), 1.0, phases);
    }
}

} // namespace

TEST_CASE("what was written is read back", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    write_sample(path);
    auto const file = ResultFile::open(path);

    CHECK(file.plan() == sample_plan());
    CHECK(file.is_complete());
    CHECK(file.shape().axes.at(1).names == sample_shape().axes.at(1).names);
    CHECK(file.declaration("spent").label_nl == "Uitgegeven geld (€)");
    CHECK(file.declaration("projects").period == sim::Period::year);
    CHECK(file.declaration("spent").kind == sim::SeriesKind::flow);
    for (std::size_t run = 0; run + 1 < file.plan().runs(); ++run) {
        CHECK(file.statuses()[run] == RunStatus::done);
        CHECK(file.read_run(run) == sample_result(run));
        CHECK(file.failures()[run].empty());
    }
    CHECK(file.statuses().back() == RunStatus::failed);
    CHECK(file.failures().back() == "the queue of a station ran below zero – één keer");
    CHECK(std::isnan(file.read("gas_homes", 5).front()));
    CHECK(file.seconds().front() == 1.5F);
    CHECK(std::isnan(file.seconds().back()));
    CHECK(file.phase_seconds().at(1) == 0.5F);
}

TEST_CASE("the three ways of reading a series agree", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    write_sample(folder / "sample.nc");
    auto const file = ResultFile::open(folder / "sample.nc");
    auto const all = file.read_all("spent");
    auto const het_hogeland = file.read_member("spent", 1);
    for (std::size_t run = 0; run < 5; ++run) {
        auto const one = file.read("spent", run);
        for (std::size_t step = 0; step < 8; ++step) {
            CHECK(all[(run * 8 + step) * 2 + 1] == one[step * 2 + 1]);
            CHECK(het_hogeland[run * 8 + step] == one[step * 2 + 1]);
        }
    }
    CHECK_THROWS_WITH(file.read("spend", 0), Contains("none called spend"));
}

TEST_CASE("equal contents have an equal hash, and each figure counts", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    write_sample(folder / "one.nc");
    write_sample(folder / "other.nc");
    auto const hash = analysis::content_hash(folder / "one.nc");
    CHECK(hash == analysis::content_hash(folder / "other.nc"));

    auto writer = ResultWriter::create(folder / "late.nc", sample_plan(), sample_shape());
    for (std::size_t run = 5; run-- > 0;) { // in another order, and slower
        writer.write_run(run, sample_result(run), 99.0, phases);
    }
    writer.fail_run(5, "for another reason");
    writer.finish();
    CHECK(hash == analysis::content_hash(folder / "late.nc"));

    auto changed = ResultWriter::create(folder / "changed.nc", sample_plan(), sample_shape());
    for (std::size_t run = 0; run < 5; ++run) {
        auto result = sample_result(run);
        if (run == 4) {
            result.values[2].back() = std::nextafter(result.values[2].back(), 1e9F);
        }
        changed.write_run(run, result, 1.0, phases);
    }
    changed.fail_run(5, "");
    changed.finish();
    CHECK(hash != analysis::content_hash(folder / "changed.nc"));
}

TEST_CASE("a result is unfinished until its last run has a status", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    begin_sample(path, 2);
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(std::filesystem::exists(folder / "sample.nc.part"));
    CHECK_FALSE(std::filesystem::exists(folder / "sample.nc.lock"));
    auto const unfinished = ResultFile::open(folder / "sample.nc.part");
    CHECK_FALSE(unfinished.is_complete());
    CHECK(unfinished.statuses()[1] == RunStatus::done);
    CHECK(unfinished.statuses()[2] == RunStatus::pending);
}

TEST_CASE("a result interrupted and resumed equals one written in one go", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    write_sample(folder / "whole.nc");
    begin_sample(folder / "parts.nc", 2);
    {
        auto writer = ResultWriter::resume(folder / "parts.nc", sample_plan(), sample_shape());
        CHECK_FALSE(writer.set_aside());
        CHECK(writer.lost_runs().empty());
        for (std::size_t run = 0; run < 5; ++run) {
            if (writer.statuses()[run] == RunStatus::pending) {
                CHECK(run >= 2);
                writer.write_run(run, sample_result(run), 1.0, phases);
            }
        }
        writer.fail_run(5, "as before");
        writer.finish();
    }
    CHECK(analysis::content_hash(folder / "whole.nc") ==
          analysis::content_hash(folder / "parts.nc"));
    CHECK_FALSE(std::filesystem::exists(folder / "parts.nc.part"));
}

TEST_CASE("a failed run may be run again", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    begin_sample(folder / "sample.nc", 5);
    auto writer = ResultWriter::resume(folder / "sample.nc", sample_plan(), sample_shape());
    writer.fail_run(5, "out of memory");
    writer.write_run(5, sample_result(5), 1.0, phases);
    writer.finish();
    auto const file = ResultFile::open(folder / "sample.nc");
    CHECK(file.statuses()[5] == RunStatus::done);
    CHECK(file.failures()[5].empty());
}

TEST_CASE("nothing is overwritten unasked", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    write_sample(path);
    auto const before = analysis::content_hash(path);
    CHECK_THROWS_AS(ResultWriter::create(path, sample_plan(), sample_shape()),
                    analysis::AlreadyThere);
    CHECK_THROWS_AS(ResultWriter::resume(path, sample_plan(), sample_shape()),
                    analysis::AlreadyThere);
    {
        auto writer =
            ResultWriter::create(path, sample_plan(), sample_shape(), analysis::Existing::replace);
        CHECK(analysis::content_hash(path) == before);
        for (std::size_t run = 0; run < 6; ++run) {
            writer.write_run(run, sample_result(run), 1.0, phases);
        }
        writer.finish();
    }
    CHECK(analysis::content_hash(path) != before);
    begin_sample(folder / "begun.nc", 1);
    CHECK_THROWS_AS(ResultWriter::create(folder / "begun.nc", sample_plan(), sample_shape()),
                    analysis::AlreadyThere);
}

TEST_CASE("a result of another plan is refused with the key that differs", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    begin_sample(path, 3);
    auto const refused = [&](analysis::ResultPlan const& plan, std::string const& reason) {
        CHECK_THROWS_AS(ResultWriter::resume(path, plan, sample_shape()), analysis::OtherPlan);
        CHECK_THROWS_WITH(ResultWriter::resume(path, plan, sample_shape()), Contains(reason));
    };
    auto other = sample_plan();
    other.canonical = "name: sample\nset:\n  gemeente.reach: 0.4\n  prices.gas: 1.45\n";
    refused(other, "set.prices.gas: the file has 1.35, this plan 1.45");
    other = sample_plan();
    other.world.identity = "synthetic/2/7";
    refused(other, "world: the file has synthetic/2/1, this plan synthetic/2/7");
    other = sample_plan();
    other.replications = 4;
    refused(other, "replications: the file has 3, this plan 4");
    other = sample_plan();
    other.made_by.git_describe = "v0.1.0-4-gfedcba";
    refused(other, "program: the file has 0.1.0 v0.1.0-3-gabcdef");

    auto shape = sample_shape();
    shape.series.pop_back();
    CHECK_THROWS_WITH(ResultWriter::resume(path, sample_plan(), shape), Contains("series"));

    auto elsewhere = sample_plan(); // what does not matter to a figure does not matter here
    elsewhere.made_by.command_line = "opschaling compare study.yaml --threads 2";
    elsewhere.made_by.started = "2026-11-23T03:00:00Z";
    elsewhere.resolved_yaml += "# another comment\n";
    CHECK(ResultWriter::resume(path, elsewhere, sample_shape()).statuses()[2] == RunStatus::done);
}

TEST_CASE("two writers on one output are one too many", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    auto const writer = ResultWriter::create(path, sample_plan(), sample_shape());
    CHECK_THROWS_AS(ResultWriter::resume(path, sample_plan(), sample_shape()),
                    analysis::BeingWritten);
    CHECK_THROWS_WITH(
        ResultWriter::create(path, sample_plan(), sample_shape(), analysis::Existing::replace),
        Contains("is writing this result now"));
}

TEST_CASE("a flipped bit in the figures is noticed", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    auto shape = sample_shape();
    shape.axes[1].codes.assign(300, "");
    for (std::size_t i = 0; i < 300; ++i) {
        shape.axes[1].codes[i] = "GM" + std::to_string(1000 + i);
    }
    shape.axes[1].names = shape.axes[1].codes;
    auto result = sim::RunResult::of_shape(shape);
    for (auto& series : result.values) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            series[i] = std::sin(static_cast<float>(i)); // nothing for deflate to hold on to
        }
    }
    auto plan = sample_plan();
    plan.replications = 1;
    {
        auto writer = ResultWriter::create(path, plan, shape);
        writer.write_run(0, result, 1.0, phases);
        writer.write_run(1, result, 1.0, phases);
    }
    // The last chunk written lies at the end of the file; its figures fill most of it.
    auto const part = folder / "sample.nc.part";
    auto bytes = text_of(part);
    auto const place = bytes.size() - 1500;
    bytes[place] = static_cast<char>(bytes[place] ^ 0x10);
    put(part, bytes);

    auto const read_everything = [&] {
        auto const file = ResultFile::open(part);
        static_cast<void>(file.read_run(0));
        static_cast<void>(file.read_run(1));
    };
    CHECK_THROWS_AS(read_everything(), analysis::StorageError);
    CHECK_THROWS_WITH(read_everything(),
                      Contains(part.string()) && Contains("reading") && Contains("Fletcher32"));

    auto writer = ResultWriter::resume(path, plan, shape);
    REQUIRE(writer.lost_runs().size() == 1);
    CHECK(writer.statuses()[writer.lost_runs().front()] == RunStatus::pending);
    writer.write_run(writer.lost_runs().front(), result, 1.0, phases);
    writer.finish();
    CHECK(ResultFile::open(path).read_run(0) == result);
    CHECK(ResultFile::open(path).read_run(1) == result);
}

TEST_CASE("an unfinished result that cannot be opened is set aside", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    begin_sample(path, 3);
    auto const part = folder / "sample.nc.part";
    auto const bytes = text_of(part);
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
    put(part, damaged);
    auto writer = ResultWriter::resume(path, sample_plan(), sample_shape());
    REQUIRE(writer.set_aside());
    CHECK(*writer.set_aside() == folder / "sample.nc.corrupt");
    CHECK(text_of(*writer.set_aside()).size() == damaged.size());
    CHECK((text_of(*writer.set_aside()) == damaged));
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
    put(folder / "text.nc", "not HDF5 at all");
    CHECK_THROWS_AS(open(folder / "text.nc"), analysis::StorageError);
    CHECK_THROWS_WITH(open(folder / "text.nc"), Contains("text.nc: opening the result file"));
    CHECK_THROWS_AS(open(folder.path()), analysis::StorageError);
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
