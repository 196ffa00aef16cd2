#include "analysis/store/result_file.hpp"

#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::ResultFile;
using analysis::ResultWriter;
using analysis::RunStatus;
using Catch::Matchers::Contains;

namespace {

std::vector<double> const phases{1.0, 0.5};

} // namespace

TEST_CASE("what was written is read back", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const path = folder / "sample.nc";
    write_sample(path);
    auto const file = ResultFile::open(path);

    CHECK(file.plan() == sample_plan());
    CHECK(file.is_complete());
    CHECK(file.shape().axes.at(1).names == sample_shape().axes.at(1).names);
    CHECK(file.declaration("gemeente_public_cost").label_nl == "Uitgegeven geld (€)");
    CHECK(file.declaration("projects").period == sim::Period::year);
    CHECK(file.declaration("gemeente_public_cost").kind == sim::SeriesKind::flow);
    for (std::size_t run = 0; run + 1 < file.plan().runs(); ++run) {
        CHECK(file.statuses()[run] == RunStatus::done);
        CHECK(file.read_run(run) == sample_result(run));
        CHECK(file.failures()[run].empty());
    }
    CHECK(file.statuses().back() == RunStatus::failed);
    CHECK(file.failures().back() == "the queue of a station ran below zero – één keer");
    CHECK(std::isnan(file.read("homes_gas_free", 5).front()));
    CHECK(file.seconds().front() == 1.5F);
    CHECK(std::isnan(file.seconds().back()));
    CHECK(file.phase_seconds().at(1) == 0.5F);
}

TEST_CASE("the three ways of reading a series agree", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    write_sample(folder / "sample.nc");
    auto const file = ResultFile::open(folder / "sample.nc");
    auto const all = file.read_all("gemeente_public_cost");
    auto const het_hogeland = file.read_member("gemeente_public_cost", 1);
    for (std::size_t run = 0; run < 5; ++run) {
        auto const one = file.read("gemeente_public_cost", run);
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
        std::vector<double> shares;
        writer.finish([&shares](double share) { shares.push_back(share); });
        CHECK(std::ranges::is_sorted(shares));
        CHECK(shares.back() == 1.0);
    }
    CHECK(analysis::content_hash(folder / "whole.nc") ==
          analysis::content_hash(folder / "parts.nc"));
    CHECK_FALSE(std::filesystem::exists(folder / "parts.nc.part"));
}

TEST_CASE("a result may have no series", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto shape = sample_shape();
    shape.series.clear();
    auto writer = ResultWriter::create(folder / "bare.nc", sample_plan(), shape);
    for (std::size_t run = 0; run < 6; ++run) {
        writer.write_run(run, {}, 1.0, phases);
    }
    writer.finish();
    auto const file = ResultFile::open(folder / "bare.nc");
    CHECK(file.is_complete());
    CHECK(file.shape().series.empty());
    CHECK(file.plan() == sample_plan());
    CHECK(file.statuses() == std::vector<RunStatus>(6, RunStatus::done));
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

TEST_CASE("a name that the file needs itself is a defect, told at once", "[analysis][store]") {
    EmptyFolder const folder{"result"};
    auto const refused = [&](auto&& change) {
        auto shape = sample_shape();
        change(shape);
        CHECK_THROWS_AS(ResultWriter::create(folder / "sample.nc", sample_plan(), shape),
                        sim::InvariantError);
        CHECK(std::filesystem::is_empty(folder.path()));
    };
    refused([](auto& shape) { shape.series[0].name = "status"; });
    refused([](auto& shape) { shape.series[0].name = "gemeente_name"; });
    refused([](auto& shape) { shape.series[0].name = shape.series[1].name; });
    refused([](auto& shape) { shape.series[0].name = "Gas-free homes"; });
    refused([](auto& shape) { shape.axes[0].names.clear(); });
}
