// write_schemas FOLDER: writes study.json, experiment.json and sheet.json, the schemas of the
// shipped declarations, and example.json, that of the sheet which tests/cli/broken/sheets breaks.

#include "models/world/parameters.hpp"
#include "scenarios/schema/experiment_schema.hpp"
#include "scenarios/schema/json_schema.hpp"
#include "tests/unit/scenarios/example_sheet.hpp"

#include <filesystem>
#include <fstream>

int main(int argc, char** argv) {
    using namespace opschaling;
    if (argc != 2) {
        return 64;
    }
    std::filesystem::path const folder{argv[1]};
    models::Parameters parameters{};
    auto const declarations = models::declare_all(parameters);
    testing::ExampleSheet sheet{};
    std::ofstream{folder / "study.json"} << scenarios::write_study_schema(declarations);
    std::ofstream{folder / "experiment.json"} << scenarios::write_experiment_schema(declarations);
    std::ofstream{folder / "sheet.json"} << scenarios::write_sheet_schema(declarations);
    std::ofstream{folder / "example.json"}
        << scenarios::write_sheet_schema(testing::declare_example(sheet));
    return 0;
}
