#include "app/commands/sweep.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/sweep/estimate.hpp"
#include "app/sweep/prepare_sweep.hpp"
#include "app/sweep/run_sweep.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// How long one part takes when the number of parts is not given: long against the seconds that a
/// job costs a cluster, short against the hours that a queue allows.
constexpr double seconds_a_part{1800.0};
constexpr std::size_t most_parts{1000};

/// A word as a shell reads it back.
std::string quoted(std::string const& word) {
    std::string text{"'"};
    for (char const letter : word) {
        text += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    }
    return text + "'";
}

/// The words with which every part is started.
std::string sweep_words(SlurmCommand const& command, fs::path const& result) {
    auto const& sweep = command.sweep;
    auto text = "sweep " + quoted(sweep.study.file.string());
    if (sweep.design) {
        text += " --design " + quoted(sweep.design->string());
    }
    if (sweep.study.seed) {
        text += fmt::format(" --seed {}", *sweep.study.seed);
    }
    if (sweep.study.replications) {
        text += fmt::format(" --replications {}", *sweep.study.replications);
    }
    for (auto const& setting : sweep.study.settings) {
        text += " --set " + quoted(setting);
    }
    return text + " -o " + quoted(result.string());
}

std::size_t parts_for(SlurmCommand const& command, PreparedSweep const& sweep,
                      Console const& console) {
    if (command.tasks) {
        return *command.tasks;
    }
    auto const estimate = estimate_sweep(sweep, 1, console);
    auto const parts =
        std::ceil(estimate.seconds / static_cast<double>(command.cpus) / seconds_a_part);
    auto const units =
        sweep.plan.stopping ? sweep.plan.points() : sweep.plan.runs() / sweep.plan.policies();
    return std::clamp<std::size_t>(static_cast<std::size_t>(parts), 1, std::min(most_parts, units));
}

/// The number of parts stands in the script itself: Slurm's own count is of the tasks that were
/// submitted, which is wrong when some are submitted again.
constexpr auto script_text = R"(#!/usr/bin/env bash
# Carries out a sweep in {parts} parts on a Slurm cluster and merges them. Written by
#   {command_line}
#   bash SCRIPT          submits all parts, and a job that merges them
#   bash SCRIPT 2,7      submits these parts again, and the merge
# A part that runs out of time, or whose node goes down, goes back into the queue and goes on where
# it was. OPSCHALING names another copy of the program.
set -euo pipefail
export OPSCHALING=${{OPSCHALING:-{program}}}
mkdir -p logs
parts=$(sbatch --parsable --job-name={name} --array="${{1:-0-{last}}}" --ntasks=1 \
    --cpus-per-task={cpus} --time={time} --signal=B:TERM@120 --requeue --open-mode=append \
    --output=logs/{name}-%A_%a.log{partition} <<'PART'
#!/usr/bin/env bash
"$OPSCHALING" {words} \
    --shard "$SLURM_ARRAY_TASK_ID/{parts}" --threads {cpus} &
part=$!
go_on_later() {{
    kill -TERM "$part"
    wait "$part"
    code=$?
    [[ $code == 75 ]] && exec scontrol requeue "$SLURM_JOB_ID"
    exit "$code"
}}
trap go_on_later TERM
wait "$part"
PART
)
merge=$(sbatch --parsable --job-name={name}-merge --dependency=afterany:"$parts" --ntasks=1 \
    --time={time} --output=logs/{name}-merge-%j.log{partition} <<'MERGE'
#!/usr/bin/env bash
exec "$OPSCHALING" merge {result}
MERGE
)
echo "$parts $merge"
)";

} // namespace

ExitCode slurm_script(SlurmCommand const& command, Arguments const& arguments,
                      std::string const& command_line, Console const& console) {
    sim::ThreadLimit const limit{arguments.threads == 0 ? sim::available_threads()
                                                        : arguments.threads};
    auto const sweep = prepare_sweep(command.sweep, command_line, console);
    auto const parts = parts_for(command, sweep, console);
    if (analysis::runs_of(sweep.plan, {.index = parts - 1, .count = parts}).empty()) {
        throw UsageError{fmt::format("{} parts are more than the sweep has runs for", parts)};
    }
    auto const result = places_of(sweep, command.sweep).result;
    auto const script = fmt::format(
        fmt::runtime(script_text), fmt::arg("parts", parts), fmt::arg("last", parts - 1),
        fmt::arg("command_line", command_line),
        fmt::arg("program", quoted(fs::read_symlink("/proc/self/exe").string())),
        fmt::arg("name", sweep.plan.study.name), fmt::arg("cpus", command.cpus),
        fmt::arg("time", command.time),
        fmt::arg("partition",
                 command.partition.empty() ? "" : " --partition=" + quoted(command.partition)),
        fmt::arg("words", sweep_words(command, result)),
        fmt::arg("result", quoted(result.string())));
    if (!command.script) {
        console.out << script;
        return ExitCode::success;
    }
    if (fs::exists(*command.script) && !command.sweep.force) {
        throw UsageError{
            fmt::format("{}: is there already; use --script for another place, or --force to "
                        "replace it",
                        command.script->string())};
    }
    write_text(*command.script, script);
    console.err << say(Text::slurm_written, console.language,
                       fmt::arg("path", command.script->string()), fmt::arg("parts", parts))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
