#include "app/study/run_study.hpp"

#include "analysis/store/durable_file.hpp"
#include "analysis/store/result_file.hpp"
#include "analysis/store/result_writer.hpp"
#include "analysis/store/storage_error.hpp"
#include "app/language/texts.hpp"
#include "app/study/make_world.hpp"
#include "app/study/progress.hpp"
#include "app/study/read_request.hpp"
#include "app/study/run_ensemble.hpp"
#include "app/study/stop_signal.hpp"
#include "app/study/study_plan.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

std::size_t finished_runs(std::vector<analysis::RunStatus> const& statuses) {
    return static_cast<std::size_t>(std::ranges::count_if(
        statuses, [](auto status) { return status != analysis::RunStatus::pending; }));
}

[[noreturn]] void refuse_other_plan(fs::path const& path, std::string const& what_differs) {
    throw UsageError{fmt::format("{}: holds the result of another plan:\n{}\n"
                                 "use -o for another place, or --force to replace it",
                                 path.string(), what_differs)};
}

/// True when this very result is there already, complete.
bool is_there_already(fs::path const& path, analysis::ResultPlan const& plan) {
    if (!fs::exists(path)) {
        return false;
    }
    auto const kept = analysis::ResultFile::open(path);
    auto different = analysis::differences(kept.plan(), plan);
    different.erase(std::ranges::unique(different).begin(), different.end());
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

analysis::ResultWriter open_writer(Places const& places, analysis::ResultPlan const& plan,
                                   sim::ResultShape const& shape, bool force) {
    make_folder_of(places.result);
    if (force && fs::exists(places.result) &&
        !fs::exists(analysis::unfinished_path(places.result))) {
        return analysis::ResultWriter::create(places.result, plan, shape,
                                              analysis::Existing::replace);
    }
    try {
        return analysis::ResultWriter::resume(places.result, plan, shape);
    } catch (analysis::OtherPlan const& other) {
        if (force) {
            return analysis::ResultWriter::create(places.result, plan, shape,
                                                  analysis::Existing::replace);
        }
        refuse_other_plan(places.result, std::string{"  "} + other.what());
    }
}

void tell_failures(analysis::ResultFile const& result, std::uint32_t seed, Console const& console) {
    auto const& plan = result.plan();
    auto const reasons = result.failures();
    auto const failed = std::ranges::count(result.statuses(), analysis::RunStatus::failed);
    console.err << say(Text::runs_failed, console.language, fmt::arg("failed", failed),
                       fmt::arg("runs", plan.runs()))
                << '\n';
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        if (result.statuses()[run] == analysis::RunStatus::failed) {
            console.err << say(Text::run_failed, console.language, fmt::arg("run", run),
                               fmt::arg("variant", plan.variants[plan.variant_of(run)].name),
                               fmt::arg("replication", plan.replication_of(run)),
                               fmt::arg("seed", seed), fmt::arg("reason", reasons[run]))
                        << '\n';
        }
    }
}

StudyEnding ending_of(Places const& places, Console const& console) {
    auto const result = analysis::ResultFile::open(places.result);
    bool const some_failed = std::ranges::find(result.statuses(), analysis::RunStatus::failed) !=
                             result.statuses().end();
    if (some_failed) {
        tell_failures(result, result.plan().seed, console);
    }
    return {some_failed ? ExitCode::some_runs_failed : ExitCode::success, places};
}

} // namespace

StudyEnding run_study(RunArguments const& arguments, std::size_t threads,
                      std::string const& command_line, Console const& console) {
    auto const study = read_request(arguments.study);
    auto const places = choose_places(study.name, arguments.output);
    std::size_t const at_once = threads == 0 ? sim::available_threads() : threads;
    sim::ThreadLimit const limit{at_once};
    StopSignal const stop;

    auto const made = make_world(study, arguments.study.file, console);
    auto const plan = plan_study(study, made, command_line);
    if (!arguments.force && is_there_already(places.result, plan)) {
        console.err << say(Text::shown_again, console.language,
                           fmt::arg("path", places.result.string()))
                    << '\n';
        return ending_of(places, console);
    }

    auto const shape = models::result_shape(*made.world, study.horizon.first, study.horizon.last);
    auto writer = open_writer(places, plan, shape, arguments.force);
    if (writer.set_aside()) {
        console.err << say(Text::set_aside, console.language,
                           fmt::arg("path", writer.set_aside()->string()))
                    << '\n';
    }
    auto const done_before = finished_runs(writer.statuses());
    if (done_before > 0) {
        console.err << say(Text::resumes, console.language, fmt::arg("done", done_before),
                           fmt::arg("runs", plan.runs()))
                    << '\n';
    }
    Ensemble ensemble{made.world, study,          shape,
                      writer,     places.halfway, analysis::plan_sha256(plan)};
    bool complete = false;
    {
        Progress progress{console, ensemble.quarters()};
        complete = ensemble.run(at_once, stop.requested(), progress);
    }
    if (!complete) {
        console.err << say(Text::interrupted, console.language,
                           fmt::arg("done", finished_runs(writer.statuses())),
                           fmt::arg("runs", plan.runs()))
                    << '\n';
        return {ExitCode::stopped, places};
    }
    writer.finish();
    std::error_code ignored;
    fs::remove_all(places.halfway, ignored);
    return ending_of(places, console);
}

} // namespace opschaling::app
