#include "app/commands/resolve.hpp"

#include "app/study/read_request.hpp"

#include <ostream>

namespace opschaling::app {

ExitCode resolve(ResolveCommand const& command, Console const& console) {
    console.out << read_request(command.study).resolved;
    return ExitCode::success;
}

} // namespace opschaling::app
