#include "analysis/store/storage_error.hpp"
#include "app/arguments/arguments.hpp"
#include "app/commands/calibrate.hpp"
#include "app/commands/check.hpp"
#include "app/commands/compare.hpp"
#include "app/commands/describe.hpp"
#include "app/commands/effects.hpp"
#include "app/commands/import.hpp"
#include "app/commands/report.hpp"
#include "app/commands/resolve.hpp"
#include "app/commands/run.hpp"
#include "app/commands/schema.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"
#include "app/usage_error.hpp"
#include "scenarios/import/import_error.hpp"
#include "scenarios/reader/findings.hpp"

#include <exception>
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

    ExitCode operator()(EffectsCommand const& command) const {
        return effects(command, arguments, console);
    }

    ExitCode operator()(ReportCommand const& command) const { return report(command, console); }
};

ExitCode say_error(std::ostream& err, std::exception const& error, ExitCode code) {
    err << "opschaling: " << error.what() << '\n';
    return code;
}

/// Every error ends here, and its kind decides how the program ends.
ExitCode carry_out_safely(CarryOut const& carry_out) {
    auto& err = carry_out.console.err;
    try {
        return std::visit(carry_out, carry_out.arguments.command);
    } catch (UsageError const& error) {
        return say_error(err, error, ExitCode::usage);
    } catch (opschaling::scenarios::ScenarioError const& error) {
        err << error.what() << '\n';
        return ExitCode::input;
    } catch (opschaling::scenarios::ImportError const& error) {
        err << error.what() << '\n';
        return ExitCode::input;
    } catch (InputError const& error) {
        return say_error(err, error, ExitCode::input);
    } catch (opschaling::analysis::AlreadyThere const& error) {
        return say_error(err, error, ExitCode::usage);
    } catch (opschaling::analysis::StorageError const& error) {
        return say_error(err, error, ExitCode::storage);
    } catch (std::exception const& error) {
        // An InvariantError, or what nobody foresaw: a defect of the program either way.
        say_error(err, error, ExitCode::defect);
        err << "this is a defect of the program; please report it with the command you gave\n";
        return ExitCode::defect;
    }
}

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
    return static_cast<int>(carry_out_safely({arguments, command_line, console}));
}
