#include "app/commands/schema.hpp"

#include "models/world/parameters.hpp"
#include "scenarios/schema/experiment_schema.hpp"
#include "scenarios/schema/json_schema.hpp"

#include <ostream>

namespace opschaling::app {

ExitCode schema(SchemaCommand const& command, Console const& console) {
    models::Parameters parameters{};
    auto const declarations = models::declare_all(parameters);
    if (command.of_experiments) {
        console.out << scenarios::write_experiment_schema(declarations);
        return ExitCode::success;
    }
    console.out << (command.of_sheets ? scenarios::write_sheet_schema(declarations)
                                      : scenarios::write_study_schema(declarations));
    return ExitCode::success;
}

} // namespace opschaling::app
