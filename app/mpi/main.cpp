#include "app/arguments/arguments.hpp"
#include "app/commands/show_sweep.hpp"
#include "app/console.hpp"
#include "app/end_safely.hpp"
#include "app/mpi/manager.hpp"
#include "app/mpi/messages.hpp"
#include "app/mpi/worker.hpp"
#include "app/study/stop_signal.hpp"
#include "app/sweep/prepare_sweep.hpp"
#include "app/sweep/run_sweep.hpp"
#include "app/usage_error.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace opschaling::app;

/// Without --threads each rank has one: mpirun starts a rank for each processor.
std::size_t threads_of(Arguments const& arguments) {
    return std::max<std::size_t>(1, arguments.threads);
}

SweepCommand const& sweep_of(Arguments const& arguments) {
    auto const* command = std::get_if<SweepCommand>(&arguments.command);
    if (command == nullptr) {
        throw UsageError{"opschaling-mpi carries out 'sweep' only; opschaling does the rest"};
    }
    return *command;
}

ExitCode manage(mpi::Session const& session, Arguments const& arguments,
                std::string const& command_line) {
    Console const console{.out = std::cout,
                          .err = std::cerr,
                          .err_is_terminal = false, // mpirun stands between
                          .language = arguments.language};
    mpi::Workers const workers{session.ranks()};
    return end_safely(std::cerr, [&] {
        auto const& command = sweep_of(arguments);
        auto const prepared = prepare_sweep(command, command_line, console);
        auto const ending = run_sweep(
            prepared, command,
            [&workers](SweepRuns const& runs, std::atomic<bool> const& stop, Progress& progress) {
                return mpi::execute_on(workers, runs, stop, progress);
            },
            console);
        if (ending.code != ExitCode::stopped) {
            show_sweep(ending.result, arguments.json, console);
        }
        return ending.code;
    });
}

/// The manager says what is wrong; a worker that cannot work only goes away.
void work(Arguments const& arguments, std::string const& command_line) {
    std::ostringstream unheard;
    Console const console{
        .out = unheard, .err = unheard, .err_is_terminal = false, .language = arguments.language};
    bool has_worked{false};
    static_cast<void>(end_safely(unheard, [&] {
        auto const prepared = prepare_sweep(sweep_of(arguments), command_line, console);
        SweepRuns const runs{prepared};
        StopSignal const stop;
        Progress progress{console, 0};
        has_worked = true;
        mpi::work_for_manager(runs, stop.requested(), progress);
        return ExitCode::success;
    }));
    if (!has_worked) {
        mpi::go_away();
    }
}

int carry_out(mpi::Session const& session, std::vector<std::string> const& words) {
    auto const understood = read_arguments(words);
    bool const speaks = session.rank() == 0;
    if (auto const* answer = std::get_if<Answer>(&understood)) {
        std::cout << (speaks ? answer->text : std::string{});
        return static_cast<int>(ExitCode::success);
    }
    if (auto const* refusal = std::get_if<Refusal>(&understood)) {
        std::cerr << (speaks ? "opschaling-mpi: " + refusal->message + '\n' : std::string{});
        return static_cast<int>(ExitCode::usage);
    }
    auto const& arguments = std::get<Arguments>(understood);
    opschaling::sim::ThreadLimit const limit{threads_of(arguments)};
    std::string command_line{"opschaling-mpi"};
    for (auto const& word : words) {
        command_line += " " + word;
    }
    if (speaks) {
        return static_cast<int>(manage(session, arguments, command_line));
    }
    work(arguments, command_line);
    return static_cast<int>(ExitCode::success);
}

} // namespace

int main(int argc, char** argv) {
    opschaling::app::mpi::Session const session{argc, argv};
    return carry_out(session, std::vector<std::string>(argv + 1, argv + argc));
}
