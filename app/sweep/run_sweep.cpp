#include "app/sweep/run_sweep.hpp"

#include "analysis/store/durable_file.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/sweep_file.hpp"
#include "app/language/texts.hpp"
#include "app/study/stop_signal.hpp"
#include "app/usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;
using analysis::RunStatus;

/// Failures that are told one by one; the file has them all.
constexpr std::size_t most_told{10};

std::size_t count_of(std::vector<RunStatus> const& statuses, RunStatus wanted) {
    return static_cast<std::size_t>(std::ranges::count(statuses, wanted));
}

[[noreturn]] void refuse_other_plan(fs::path const& path, std::string const& what_differs) {
    throw UsageError{fmt::format("{}: holds the result of another plan:\n{}\n"
                                 "use -o for another place, or --force to replace it",
                                 path.string(), what_differs)};
}

void tell_set_aside(fs::path const& path, Text text, Console const& console) {
    console.err << say(text, console.language, fmt::arg("path", path.string())) << '\n';
}

/// True when this very result is there already, complete and undamaged.
bool is_there_already(fs::path const& path, analysis::SweepPlan const& plan,
                      Console const& console) {
    if (!fs::exists(path)) {
        return false;
    }
    std::vector<std::string> different;
    try {
        different = analysis::differences(analysis::SweepFile::open(path).plan(), plan);
    } catch (analysis::DamagedFile const& error) {
        console.err << error.what() << '\n';
        analysis::rename_durably(path, analysis::corrupt_path(path));
        tell_set_aside(analysis::corrupt_path(path), Text::sweep_set_aside, console);
        return false;
    }
    if (!different.empty()) {
        refuse_other_plan(path, fmt::format("  {}", fmt::join(different, "\n  ")));
    }
    return true;
}

void make_folder_of(fs::path const& path) {
    if (!path.has_parent_path()) {
        return;
    }
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure) {
        throw analysis::StorageError{path.parent_path(), "create the folder", failure.message()};
    }
}

analysis::SweepWriter open_writer(fs::path const& path, analysis::SweepPlan const& plan,
                                  analysis::Shard shard, bool force) {
    make_folder_of(path);
    if (force && fs::exists(path) && !fs::exists(analysis::unfinished_path(path))) {
        return analysis::SweepWriter::create(path, plan, shard, analysis::Existing::replace);
    }
    try {
        return analysis::SweepWriter::resume(path, plan, shard);
    } catch (analysis::OtherPlan const& other) {
        if (force) {
            return analysis::SweepWriter::create(path, plan, shard, analysis::Existing::replace);
        }
        refuse_other_plan(path, std::string{"  "} + other.what());
    }
}

void tell_state(analysis::SweepWriter const& writer, Console const& console) {
    if (writer.set_aside()) {
        tell_set_aside(*writer.set_aside(), Text::set_aside, console);
    }
    if (!writer.lost_runs().empty()) {
        console.err << say(Text::sweep_lost, console.language,
                           fmt::arg("count", writer.lost_runs().size()),
                           fmt::arg("first", writer.lost_runs().front()))
                    << '\n';
    }
    auto const pending = count_of(writer.statuses(), RunStatus::pending);
    if (pending < writer.runs().size()) {
        console.err << say(Text::resumes, console.language,
                           fmt::arg("done", writer.runs().size() - pending),
                           fmt::arg("runs", writer.runs().size()))
                    << '\n';
    }
}

void tell_failures(analysis::SweepFile const& file, std::size_t failed, Console const& console) {
    auto const& plan = file.plan();
    console.err << say(Text::runs_failed, console.language, fmt::arg("failed", failed),
                       fmt::arg("runs", file.runs().size()))
                << '\n';
    std::size_t told{0};
    for (std::size_t i = 0; i < file.runs().size() && told < most_told; ++i) {
        if (file.statuses()[i] != RunStatus::failed) {
            continue;
        }
        auto const run = file.read(i, 1).front();
        console.err << say(Text::sweep_run_failed, console.language, fmt::arg("run", run.run),
                           fmt::arg("point", plan.point_of(run.run)),
                           fmt::arg("variant", plan.study.variants[plan.policy_of(run.run)].name),
                           fmt::arg("replication", plan.replication_of(run.run)),
                           fmt::arg("reason", run.reason))
                    << '\n';
        ++told;
    }
}

SweepEnding ending_of(fs::path const& path, Console const& console) {
    auto const file = analysis::SweepFile::open(path);
    auto const failed = count_of(file.statuses(), RunStatus::failed);
    if (failed > 0) {
        tell_failures(file, failed, console);
    }
    return {failed > 0 ? ExitCode::some_runs_failed : ExitCode::success, path};
}

} // namespace

Places places_of(PreparedSweep const& sweep, SweepArguments const& arguments) {
    return choose_places(sweep.plan.study.name, arguments.output);
}

SweepEnding run_sweep(PreparedSweep const& sweep, SweepArguments const& arguments,
                      MakeExecute const& make_execute, Console const& console) {
    auto const path = analysis::shard_path(places_of(sweep, arguments).result, arguments.shard);
    if (!arguments.force && is_there_already(path, sweep.plan, console)) {
        console.err << say(Text::sweep_shown_again, console.language,
                           fmt::arg("path", path.string()))
                    << '\n';
        return ending_of(path, console);
    }
    StopSignal const stop;
    auto writer = open_writer(path, sweep.plan, arguments.shard, arguments.force);
    tell_state(writer, console);
    SweepRuns const runs{sweep};
    bool complete{false};
    {
        std::vector<std::size_t> pending;
        for (std::size_t i = 0; i < writer.runs().size(); ++i) {
            if (writer.statuses()[i] == RunStatus::pending) {
                pending.push_back(writer.runs()[i]);
            }
        }
        Progress progress{console, runs.quarters_of(pending)};
        complete = carry_out(sweep.plan, writer, make_execute(runs, stop.requested(), progress),
                             stop.requested());
    }
    if (!complete) {
        auto const pending = count_of(writer.statuses(), RunStatus::pending);
        console.err << say(Text::interrupted, console.language,
                           fmt::arg("done", writer.runs().size() - pending),
                           fmt::arg("runs", writer.runs().size()))
                    << '\n';
        return {ExitCode::stopped, path};
    }
    writer.finish();
    return ending_of(path, console);
}

} // namespace opschaling::app
