#include "analysis/store/bytes_file.hpp"
#include "analysis/store/result_file.hpp"
#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "sim/random/dice.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::ResultFile;
using analysis::ResultWriter;
using analysis::RunStatus;

namespace {

constexpr int ended_well{0};
constexpr int refused_by_storage{74};
constexpr int ended_badly{70};

/// Does something in a process of its own, which a signal or a full disk may then befall.
pid_t in_a_child(std::function<void()> const& work) {
    pid_t const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int code{ended_well};
        try {
            work();
        } catch (analysis::StorageError const&) {
            code = refused_by_storage;
        } catch (...) {
            code = ended_badly;
        }
        std::exit(code); // with the library's own farewell
    }
    return child;
}

int wait_for(pid_t child) {
    int status{0};
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

int exit_code_of(std::function<void()> const& work) {
    int const status = wait_for(in_a_child(work));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// From here on this process cannot make a file longer than that: a disk that is full.
void limit_files_to(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit const limit{.rlim_cur = bytes, .rlim_max = bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// A study long enough to be killed at any moment of it.
analysis::ResultPlan long_plan() {
    auto plan = sample_plan();
    plan.replications = 200;
    return plan;
}

/// Writes what is pending of the long study; failing runs leave text in the file too.
void write_the_rest(std::filesystem::path const& path) {
    auto writer = ResultWriter::resume(path, long_plan(), sample_shape());
    for (std::size_t run = 0; run < writer.statuses().size(); ++run) {
        if (writer.statuses()[run] != RunStatus::pending) {
            continue;
        }
        if (run % 7 == 3) {
            writer.fail_run(run, "run " + std::to_string(run) + " failed");
        } else {
            writer.write_run(run, sample_result(run), 1.0, std::vector{1.0, 0.5});
        }
    }
    writer.finish();
}

/// Every run that is said to be done has its figures, every failed one its reason.
void check_statuses(ResultFile const& file) {
    auto const failures = file.failures();
    for (std::size_t run = 0; run < file.plan().runs(); ++run) {
        if (file.statuses()[run] == RunStatus::done) {
            REQUIRE(file.read_run(run) == sample_result(run));
        } else if (file.statuses()[run] == RunStatus::failed) {
            REQUIRE(failures[run] == "run " + std::to_string(run) + " failed");
        }
    }
}

} // namespace

TEST_CASE("a writer killed at any moment loses no run that was done", "[analysis][store]") {
    EmptyFolder const folder{"killed"};
    auto const whole = folder / "whole.nc";
    auto const start = std::chrono::steady_clock::now();
    write_the_rest(whole);
    // However slow the machine is today, the moments spread over the time that writing takes.
    std::chrono::duration<double> const whole_time = std::chrono::steady_clock::now() - start;
    auto const path = folder / "killed.nc";
    auto const part = folder / "killed.nc.part";
    std::size_t done_before{0};
    std::size_t most_done{0};
    int kills{0};
    // Twenty seeded moments: each fifth at the very beginning, the others while runs are written.
    for (std::uint32_t attempt = 0; attempt < 20; ++attempt) {
        sim::Dice dice{sim::Seed{20261122}, sim::Stream{2}, attempt, 0};
        bool const at_the_beginning = attempt % 5 == 0;
        if (at_the_beginning) {
            std::filesystem::remove(part);
            done_before = 0;
        }
        pid_t const child = in_a_child([&] { write_the_rest(path); });
        while (!at_the_beginning && !std::filesystem::exists(part) &&
               !std::filesystem::exists(path)) {
            std::this_thread::yield();
        }
        std::this_thread::sleep_for(whole_time * dice.uniform());
        ::kill(child, SIGKILL);
        kills += WIFSIGNALED(wait_for(child)) ? 1 : 0;
        if (std::filesystem::exists(path)) {
            CHECK(analysis::content_hash(path) == analysis::content_hash(whole));
            std::filesystem::remove(path);
            done_before = 0;
        } else if (done_before > 0) {
            REQUIRE(std::filesystem::exists(part));
        }
        // Killed before the file had its layout, there is nothing yet that could be lost.
        try {
            auto const file = ResultFile::open(part);
            check_statuses(file);
            auto const done =
                static_cast<std::size_t>(std::ranges::count(file.statuses(), RunStatus::done));
            CHECK(done >= done_before);
            done_before = done;
            most_done = std::max(most_done, done);
        } catch (analysis::StorageError const& error) {
            INFO(error.what());
            REQUIRE(done_before == 0);
        }
    }
    CHECK(kills >= 10);
    CHECK(most_done > 0);
    if (!std::filesystem::exists(path)) {
        write_the_rest(path);
    }
    CHECK(analysis::content_hash(path) == analysis::content_hash(whole));
}

TEST_CASE("a disk that is full on the way stops the writer and spoils nothing",
          "[analysis][store]") {
    EmptyFolder const folder{"full"};
    auto const path = folder / "full.nc";
    auto const part = folder / "full.nc.part";
    {
        auto writer = ResultWriter::create(path, long_plan(), sample_shape());
        writer.write_run(0, sample_result(0), 1.0, {});
        writer.write_run(399, sample_result(399), 1.0, {});
    }
    auto const reserved = std::filesystem::file_size(part);
    CHECK(exit_code_of([&] {
              limit_files_to(reserved / 2);
              write_the_rest(path);
          }) == refused_by_storage);
    CHECK_FALSE(std::filesystem::exists(path));
    {
        auto const file = ResultFile::open(part);
        check_statuses(file);
        CHECK(std::ranges::count(file.statuses(), RunStatus::done) == 2);
    }
    write_the_rest(path); // there is room again
    check_statuses(ResultFile::open(path));
    CHECK(ResultFile::open(path).is_complete());
}

TEST_CASE("a disk that is full at the end keeps every run", "[analysis][store]") {
    EmptyFolder const folder{"full"};
    auto const path = folder / "full.nc";
    {
        auto writer = ResultWriter::create(path, long_plan(), sample_shape());
        for (std::size_t run = 0; run < writer.statuses().size(); ++run) {
            writer.write_run(run, sample_result(run), 1.0, {});
        }
    }
    CHECK(exit_code_of([&] {
              limit_files_to(50'000);
              write_the_rest(path);
          }) == refused_by_storage);
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK_FALSE(std::filesystem::exists(folder / "full.nc.new"));
    check_statuses(ResultFile::open(folder / "full.nc.part"));
    write_the_rest(path);
    check_statuses(ResultFile::open(path));
    CHECK_FALSE(std::filesystem::exists(folder / "full.nc.part"));
}

TEST_CASE("a disk without room for a beginning says so", "[analysis][store]") {
    EmptyFolder const folder{"full"};
    CHECK(exit_code_of([&] {
              limit_files_to(2'000);
              write_the_rest(folder / "result.nc");
          }) == refused_by_storage);
    CHECK(exit_code_of([&] {
              limit_files_to(2'000);
              std::vector<std::byte> const bytes(10'000);
              analysis::write_bytes(folder / "snapshot", "label", bytes);
          }) == refused_by_storage);
    CHECK_FALSE(std::filesystem::exists(folder / "result.nc"));
    CHECK_FALSE(std::filesystem::exists(folder / "result.nc.part"));
    CHECK_FALSE(std::filesystem::exists(folder / "snapshot"));
    CHECK_FALSE(std::filesystem::exists(folder / "snapshot.part"));
    write_the_rest(folder / "result.nc");
    check_statuses(ResultFile::open(folder / "result.nc"));
}

TEST_CASE("a second process is told that the first is writing", "[analysis][store]") {
    EmptyFolder const folder{"two"};
    auto const path = folder / "result.nc";
    {
        auto const writer = ResultWriter::create(path, long_plan(), sample_shape());
        CHECK(exit_code_of([&] {
                  try {
                      write_the_rest(path);
                  } catch (analysis::BeingWritten const& refusal) {
                      auto const text = std::string{refusal.what()};
                      ::_exit(text.find(std::to_string(::getppid())) == std::string::npos ? 1 : 2);
                  }
              }) == 2);
    }
    CHECK(exit_code_of([&] { write_the_rest(path); }) == ended_well);
}
