#include "app/commands/sweep.hpp"

#include "analysis/report/number_text.hpp"
#include "app/commands/show_sweep.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/sweep_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/progress.hpp"
#include "app/sweep/estimate.hpp"
#include "app/sweep/prepare_sweep.hpp"
#include "app/sweep/run_sweep.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ostream>

namespace opschaling::app {

namespace {

std::size_t threads_of(Arguments const& arguments) {
    return arguments.threads == 0 ? sim::available_threads() : arguments.threads;
}

/// "3,4 MB".
std::string size_text(double bytes, analysis::Language in) {
    constexpr double thousand{1000.0};
    double value{bytes / (thousand * thousand)};
    auto const* unit = "MB";
    if (value >= thousand) {
        value /= thousand;
        unit = "GB";
    }
    return fmt::format("{} {}", analysis::number_text(value, analysis::decimals_for(value), in),
                       unit);
}

std::string estimate_table(PreparedSweep const& sweep, SweepEstimate const& estimate,
                           analysis::Language in) {
    auto const& plan = sweep.plan;
    auto const count = [&](std::size_t number) {
        return analysis::number_text(static_cast<double>(number), 0, in);
    };
    auto runs = fmt::format("{} = {} × {} × {}", count(estimate.runs), count(plan.points()),
                            plan.policies(), plan.study.replications);
    if (estimate.least_runs < estimate.runs) {
        runs = say(Text::plan_at_least, in, fmt::arg("least", count(estimate.least_runs)),
                   fmt::arg("most", runs));
    }
    auto const seconds = std::chrono::seconds{std::llround(estimate.seconds)};
    TextTable table;
    auto const row = [&](Text text, std::string const& value) {
        table.add_row({std::string{say(text, in)}, value});
    };
    row(Text::plan_runs, runs);
    row(Text::plan_a_run,
        fmt::format("{} s", analysis::number_text(estimate.seconds_a_run, 3, in)));
    row(Text::plan_time, say(Text::plan_on_threads, in, fmt::arg("time", clock_text(seconds)),
                             fmt::arg("threads", estimate.threads)));
    row(Text::plan_while_running, size_text(estimate.bytes_while_running, in));
    row(Text::plan_when_finished, size_text(estimate.bytes_when_finished, in));
    row(Text::plan_memory, size_text(estimate.memory, in));
    auto const dutch = in == analysis::Language::dutch;
    return (dutch ? plan.study.title_nl : plan.study.title_en) + "\n" + table.text() +
           say(Text::plan_note, in, fmt::arg("timed", estimate.timed_runs)) + "\n";
}

} // namespace

ExitCode sweep(SweepCommand const& command, Arguments const& arguments,
               std::string const& command_line, Console const& console) {
    sim::ThreadLimit const limit{threads_of(arguments)};
    auto const prepared = prepare_sweep(command, command_line, console);
    auto const ending = run_sweep(
        prepared, command,
        [](SweepRuns const& runs, std::atomic<bool> const& stop, Progress& progress) {
            return execute_here(runs, stop, progress);
        },
        console);
    if (ending.code != ExitCode::stopped) {
        show_sweep(ending.result, arguments.json, console);
    }
    return ending.code;
}

ExitCode plan(PlanCommand const& command, Arguments const& arguments,
              std::string const& command_line, Console const& console) {
    auto const threads = threads_of(arguments);
    sim::ThreadLimit const limit{threads};
    auto const prepared = prepare_sweep(command, command_line, console);
    auto const estimate = estimate_sweep(prepared, threads, console);
    console.out << (arguments.json ? estimate_json(prepared, estimate)
                                   : estimate_table(prepared, estimate, console.language));
    return ExitCode::success;
}

} // namespace opschaling::app
