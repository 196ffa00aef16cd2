#include "app/commands/run.hpp"

#include "app/commands/show_study.hpp"
#include "app/study/run_study.hpp"

namespace opschaling::app {

ExitCode run(RunCommand const& command, Arguments const& arguments, std::string const& command_line,
             Console const& console) {
    auto const ending = run_study(command, arguments.threads, command_line, console);
    if (ending.code != ExitCode::stopped) {
        show_study(ending.places, {.as_json = arguments.json, .with_report = false}, console);
    }
    return ending.code;
}

} // namespace opschaling::app
