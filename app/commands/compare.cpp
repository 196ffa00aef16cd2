#include "app/commands/compare.hpp"

#include "app/commands/show_study.hpp"
#include "app/study/run_study.hpp"

namespace opschaling::app {

ExitCode compare(CompareCommand const& command, Arguments const& arguments,
                 std::string const& command_line, Console const& console) {
    auto const ending = run_study(command, arguments.threads, command_line, console);
    if (ending.code != ExitCode::stopped) {
        show_study(ending.places, {.as_json = arguments.json, .with_report = true}, console);
    }
    return ending.code;
}

} // namespace opschaling::app
