#include "app/commands/schema.hpp"

#include "models/world/parameters.hpp"
#include "scenarios/schema/json_schema.hpp"

#include <ostream>

namespace opschaling::app {

ExitCode schema(SchemaCommand const& command, Console const& console) {
    models::Parameters parameters{};
    auto const declarations = models::declare_all(parameters);
    console.out << (command.of_sheets ? scenarios::write_sheet_schema(declarations)
                                      : scenarios::write_study_schema(declarations));
    return ExitCode::success;
}

} // namespace opschaling::app
