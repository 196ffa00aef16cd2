#include "app/arguments/arguments.hpp"
#include "app/commands/analyse.hpp"
#include "app/commands/calibrate.hpp"
#include "app/commands/canvas.hpp"
#include "app/commands/check.hpp"
#include "app/commands/compare.hpp"
#include "app/commands/describe.hpp"
#include "app/commands/effects.hpp"
#include "app/commands/import.hpp"
#include "app/commands/report.hpp"
#include "app/commands/resolve.hpp"
#include "app/commands/run.hpp"
#include "app/commands/schema.hpp"
#include "app/commands/sweep.hpp"
#include "app/commands/workshop.hpp"
#include "app/console.hpp"
#include "app/end_safely.hpp"
#include "app/exit_code.hpp"

#include <iostream>
#include <string>
#include <unistd.h>
#include <variant>
#include <vector>

namespace {

using namespace opschaling::app;

/// Calls the command that was typed. A visitor: the compiler knows when one is forgotten.
struct CarryOut {
    Arguments const& arguments;
    std::string const& command_line;
    Console const& console;

    ExitCode operator()(RunCommand const& command) const {
        return run(command, arguments, command_line, console);
    }

    ExitCode operator()(CompareCommand const& command) const {
        return compare(command, arguments, command_line, console);
    }

    ExitCode operator()(ImportCommand const& command) const {
        return import(command, arguments.json, console);
    }

    ExitCode operator()(CheckCommand const& command) const {
        return check(command, arguments.json, console);
    }

    ExitCode operator()(ResolveCommand const& command) const { return resolve(command, console); }

    ExitCode operator()(DescribeCommand const& command) const {
        return describe(command, arguments.json, console);
    }

    ExitCode operator()(SchemaCommand const& command) const { return schema(command, console); }

    ExitCode operator()(CalibrateCommand const& command) const {
        return calibrate(command, arguments, console);
    }

    ExitCode operator()(CanvasCommand const& command) const {
        return canvas(command, arguments, console);
    }

    ExitCode operator()(EffectsCommand const& command) const {
        return effects(command, arguments, console);
    }

    ExitCode operator()(SweepCommand const& command) const {
        return sweep(command, arguments, command_line, console);
    }

    ExitCode operator()(PlanCommand const& command) const {
        return plan(command, arguments, command_line, console);
    }

    ExitCode operator()(MergeCommand const& command) const {
        return merge(command, arguments, console);
    }

    ExitCode operator()(AnalyseCommand const& command) const {
        return analyse(command, arguments.json, console);
    }

    ExitCode operator()(SlurmCommand const& command) const {
        return slurm_script(command, arguments, command_line, console);
    }

    ExitCode operator()(WorkshopCommand const& command) const {
        return workshop(command, arguments, console);
    }

    ExitCode operator()(ReportCommand const& command) const { return report(command, console); }
};

std::string command_line_of(std::vector<std::string> const& words) {
    std::string line = "opschaling";
    for (auto const& word : words) {
        line += " " + word;
    }
    return line;
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> const words(argv + 1, argv + argc);
    auto const understood = read_arguments(words);
    if (auto const* answer = std::get_if<Answer>(&understood)) {
        std::cout << answer->text;
        return static_cast<int>(ExitCode::success);
    }
    if (auto const* refusal = std::get_if<Refusal>(&understood)) {
        std::cerr << "opschaling: " << refusal->message << '\n';
        return static_cast<int>(ExitCode::usage);
    }
    auto const& arguments = std::get<Arguments>(understood);
    Console const console{.out = std::cout,
                          .err = std::cerr,
                          .err_is_terminal = isatty(STDERR_FILENO) == 1,
                          .language = arguments.language};
    auto const command_line = command_line_of(words);
    CarryOut const carry_out{arguments, command_line, console};
    return static_cast<int>(
        end_safely(std::cerr, [&] { return std::visit(carry_out, arguments.command); }));
}
