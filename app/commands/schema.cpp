#include "app/commands/schema.hpp"

#include "app/study/read_request.hpp"
#include "models/world/parameters.hpp"
#include "scenarios/schema/experiment_schema.hpp"
#include "scenarios/schema/json_schema.hpp"
#include "scenarios/schema/workshop_schema.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace opschaling::app {

namespace {

std::string schema_of(FileKind kind, std::vector<sim::ParameterDeclaration> const& declarations) {
    switch (kind) {
    case FileKind::sheet:
        return scenarios::write_sheet_schema(declarations);
    case FileKind::experiment:
        return scenarios::write_experiment_schema(declarations);
    case FileKind::workshop:
        return scenarios::write_workshop_schema();
    case FileKind::levers:
        return scenarios::write_levers_schema(declarations);
    case FileKind::pilot:
        return scenarios::write_pilot_schema(scenarios::read_levers(shipped_subjects(".")));
    case FileKind::study:
        break;
    }
    return scenarios::write_study_schema(declarations);
}

} // namespace

ExitCode schema(SchemaCommand const& command, Console const& console) {
    models::Parameters parameters{};
    auto const declarations = models::declare_all(parameters);
    console.out << schema_of(command.of, declarations);
    return ExitCode::success;
}

} // namespace opschaling::app
