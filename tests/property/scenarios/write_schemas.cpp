// write_schemas FOLDER SUBJECTS: writes study.json, experiment.json, sheet.json, workshop.json and
// levers.json, the schemas of the shipped declarations, pilot.json of these subjects, and
// example.json, that of the sheet which tests/cli/broken/sheets breaks.

#include "models/world/parameters.hpp"
#include "scenarios/schema/experiment_schema.hpp"
#include "scenarios/schema/json_schema.hpp"
#include "scenarios/schema/workshop_schema.hpp"
#include "tests/unit/scenarios/example_sheet.hpp"

#include <filesystem>
#include <fstream>

int main(int argc, char** argv) {
    using namespace opschaling;
    if (argc != 3) {
        return 64;
    }
    std::filesystem::path const folder{argv[1]};
    models::Parameters parameters{};
    auto const declarations = models::declare_all(parameters);
    testing::ExampleSheet sheet{};
    std::ofstream{folder / "study.json"} << scenarios::write_study_schema(declarations);
    std::ofstream{folder / "experiment.json"} << scenarios::write_experiment_schema(declarations);
    std::ofstream{folder / "sheet.json"} << scenarios::write_sheet_schema(declarations);
    std::ofstream{folder / "workshop.json"} << scenarios::write_workshop_schema();
    std::ofstream{folder / "levers.json"} << scenarios::write_levers_schema(declarations);
    std::ofstream{folder / "pilot.json"}
        << scenarios::write_pilot_schema(scenarios::read_levers(argv[2]));
    std::ofstream{folder / "example.json"}
        << scenarios::write_sheet_schema(testing::declare_example(sheet));
    return 0;
}
