#include "analysis/compare/sweep_csv.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/merge_shards.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/sweep_file.hpp"
#include "analysis/store/sweep_writer.hpp"
#include "tests/support/made_up_sweep.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sys/resource.h>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::RunStatus;
using analysis::Shard;
using analysis::SweepFile;
using analysis::SweepWriter;
using Catch::Matchers::Contains;

namespace {

void write_whole(std::filesystem::path const& path, analysis::SweepPlan const& plan,
                 Shard shard = {}) {
    auto writer = SweepWriter::create(path, plan, shard);
    write_made_up(writer, plan);
}

void flip_a_bit(std::filesystem::path const& path, std::size_t place) {
    auto bytes = read_text(path);
    REQUIRE(place < bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ 0x10);
    write_text(path, bytes);
}

/// Where in a file the bytes of a number stand.
std::size_t place_of(std::filesystem::path const& path, double number) {
    auto const text = read_text(path);
    std::string pattern(sizeof number, '\0');
    std::copy_n(reinterpret_cast<char const*>(&number), sizeof number, pattern.begin());
    auto const found = text.find(pattern);
    REQUIRE(found != std::string::npos);
    return found;
}

} // namespace

TEST_CASE("a sweep comes back from its file as it was written", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(9, 4);
    auto const path = folder / "sweep.nc";
    write_whole(path, plan);
    CHECK_FALSE(std::filesystem::exists(analysis::unfinished_path(path)));

    auto const file = SweepFile::open(path);
    CHECK(analysis::differences(file.plan(), plan).empty());
    CHECK(file.plan().inputs == plan.inputs);
    CHECK(file.plan().outcomes == plan.outcomes);
    CHECK(file.plan().design == plan.design);
    CHECK(file.plan().experiment == plan.experiment);
    REQUIRE(file.runs().size() == 9 * 4 * 2);
    auto const runs = file.read(0, file.runs().size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto const written = made_up_run(plan, i);
        CHECK(runs[i].status == written.status);
        CHECK(runs[i].reason == written.reason);
        if (written.status == RunStatus::done) {
            CHECK(runs[i].outcomes == written.outcomes);
            CHECK(runs[i].kept == written.kept);
        } else {
            CHECK(std::isnan(runs[i].outcomes.front()));
        }
    }
    CHECK(file.outcome("cost")[3] == 3.25);
}

TEST_CASE("the shards of a sweep hold every run once, and merge to the file of one process",
          "[analysis][sweep]") {
    auto const shards = GENERATE(std::size_t{2}, std::size_t{3}, std::size_t{16});
    auto const stops = GENERATE(false, true);
    EmptyFolder const folder{"sweep"};
    auto plan = made_up_sweep(40, 6);
    if (stops) {
        plan.stopping = analysis::ReplicationRule{
            .least = 2, .outcome = "homes", .relative = 0.1, .absolute = {}};
    }
    std::multiset<std::size_t> all;
    std::set<std::size_t> sizes;
    for (std::size_t index = 0; index < shards; ++index) {
        Shard const shard{.index = index, .count = shards};
        auto const runs = analysis::runs_of(plan, shard);
        all.insert(runs.begin(), runs.end());
        sizes.insert(runs.size());
        write_whole(analysis::shard_path(folder / "sweep.nc", shard), plan, shard);
    }
    CHECK(all.size() == plan.runs());
    CHECK(std::set<std::size_t>(all.begin(), all.end()).size() == plan.runs());
    CHECK(*sizes.rbegin() - *sizes.begin() <= plan.runs() / shards);

    auto const found = analysis::find_shards(folder / "sweep.nc");
    CHECK(found.count == shards);
    CHECK(found.missing.empty());
    analysis::merge_shards(found.finished, folder / "sweep.nc", analysis::Existing::refuse);
    write_whole(folder / "whole.nc", plan);
    auto const merged = SweepFile::open(folder / "sweep.nc");
    auto const whole = SweepFile::open(folder / "whole.nc");
    CHECK(analysis::content_hash(merged) == analysis::content_hash(whole));
    analysis::write_sweep_csv(merged, folder / "merged.csv");
    analysis::write_sweep_csv(whole, folder / "whole.csv");
    CHECK(read_text(folder / "merged.csv") == read_text(folder / "whole.csv"));
}

TEST_CASE("shards of two sweeps are not mixed", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(8, 2);
    auto other = plan;
    other.design.values[4] += 0.01;
    auto const first = analysis::shard_path(folder / "sweep.nc", {.index = 0, .count = 2});
    auto const second = analysis::shard_path(folder / "sweep.nc", {.index = 1, .count = 2});
    CHECK(second.filename() == "sweep.shard-001-of-002.nc");
    write_whole(first, plan, {.index = 0, .count = 2});
    write_whole(second, other, {.index = 1, .count = 2});
    CHECK_THROWS_WITH(
        analysis::merge_shards({first, second}, folder / "sweep.nc", analysis::Existing::refuse),
        Contains("shard-001-of-002") && Contains("the values of the design's points"));
    CHECK_FALSE(std::filesystem::exists(folder / "sweep.nc"));
}

TEST_CASE("a damaged shard is named, set aside and counts as missing", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(8, 2);
    for (std::size_t index = 0; index < 3; ++index) {
        Shard const shard{.index = index, .count = 3};
        write_whole(analysis::shard_path(folder / "sweep.nc", shard), plan, shard);
    }
    auto const damaged = analysis::shard_path(folder / "sweep.nc", {.index = 1, .count = 3});
    flip_a_bit(damaged, std::filesystem::file_size(damaged) / 2);
    CHECK_THROWS_AS(SweepFile::open(damaged), analysis::DamagedFile);
    auto const found = analysis::find_shards(folder / "sweep.nc");
    CHECK(found.missing == std::vector<std::size_t>{1});
    REQUIRE(found.set_aside.size() == 1);
    CHECK(found.set_aside.front() == analysis::corrupt_path(damaged));
    CHECK_FALSE(std::filesystem::exists(damaged));
}

TEST_CASE("a run that changed in an unfinished sweep is run again", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(20, 2);
    auto const path = folder / "sweep.nc";
    {
        auto writer = SweepWriter::create(path, plan);
        std::vector<analysis::SweptRun> runs;
        for (std::size_t run = 0; run < 50; ++run) {
            runs.push_back(made_up_run(plan, run));
        }
        writer.write(runs);
    }
    auto const part = analysis::unfinished_path(path);
    flip_a_bit(part, place_of(part, made_up_run(plan, 33).outcomes[1]));
    auto writer = SweepWriter::resume(path, plan);
    CHECK(writer.lost_runs() == std::vector<std::size_t>{33});
    CHECK(writer.statuses()[33] == RunStatus::pending);
    CHECK(writer.statuses()[32] == RunStatus::done);
    write_made_up(writer, plan);
    write_whole(folder / "whole.nc", plan);
    CHECK(analysis::content_hash(SweepFile::open(path)) ==
          analysis::content_hash(SweepFile::open(folder / "whole.nc")));
}

TEST_CASE("an unfinished sweep of another plan is refused, key by key", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(8, 2);
    auto const path = folder / "sweep.nc";
    { static_cast<void>(SweepWriter::create(path, plan)); }
    auto other = plan;
    other.outcomes[0].definition = "level at the end of 2025 of homes_gas_free";
    CHECK_THROWS_WITH(SweepWriter::resume(path, other),
                      Contains("outcomes: the file has") && Contains("2025"));
    CHECK_THROWS_WITH(SweepWriter::resume(path, plan, {.index = 0, .count = 2}),
                      Contains("which shard"));
    CHECK_NOTHROW(SweepWriter::resume(path, plan));
}

TEST_CASE("two writers of one sweep do not meet", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto const plan = made_up_sweep(8, 2);
    auto const writer = SweepWriter::create(folder / "sweep.nc", plan);
    CHECK_THROWS_WITH(SweepWriter::resume(folder / "sweep.nc", plan),
                      Contains("is writing this result now"));
}

TEST_CASE("a hundred thousand runs are written and merged in flat memory", "[analysis][sweep]") {
    EmptyFolder const folder{"sweep"};
    auto plan = made_up_sweep(50'000, 1); // two policies
    plan.kept = {};
    auto const memory = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_maxrss) / 1024.0;
    };
    [[maybe_unused]] auto const before = memory();
    for (std::size_t index = 0; index < 2; ++index) {
        Shard const shard{.index = index, .count = 2};
        auto writer =
            SweepWriter::create(analysis::shard_path(folder / "sweep.nc", shard), plan, shard);
        write_made_up(writer, plan, 500);
    }
    auto const found = analysis::find_shards(folder / "sweep.nc");
    analysis::merge_shards(found.finished, folder / "sweep.nc", analysis::Existing::refuse);
    CHECK(SweepFile::open(folder / "sweep.nc").outcome("cost").size() == 100'000);
#ifndef __SANITIZE_ADDRESS__          // which holds back what is freed
    CHECK(memory() - before < 120.0); // MB; all runs at once would be more than these
#endif
}
