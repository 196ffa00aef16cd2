#include "app/commands/check.hpp"

#include "app/json/figures_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/reader/experiment.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/hypotheses.hpp"
#include "scenarios/reader/kind_of_file.hpp"
#include "scenarios/reader/pilot.hpp"
#include "scenarios/workshop/workshop.hpp"

#include <ostream>
#include <string_view>

namespace opschaling::app {

namespace {

/// Whether a file is of a schema, of whatever version: its own reader tells which one it expects.
bool is_of(std::string_view kind, std::string_view schema) {
    return kind.starts_with(schema.substr(0, schema.find('/') + 1));
}

/// Reads a file as what it says it is; what says nothing is read as a study.
void read_as_its_kind(std::filesystem::path const& file, std::vector<std::string> const& settings) {
    expect_file(file);
    auto const kind = scenarios::kind_of_file(file);
    auto const sheets = scenario_root(file) / "parameters";
    if (kind == scenarios::experiment_schema) {
        static_cast<void>(scenarios::read_experiment({.path = file,
                                                      .parameter_directory = sheets,
                                                      .overrides = settings,
                                                      .design_file = {}}));
    } else if (kind == scenarios::hypotheses_schema) {
        static_cast<void>(scenarios::read_hypotheses(file, sheets));
    } else if (is_of(kind, scenarios::workshop_schema)) {
        // Its levers and the study whose world it shows are read with it.
        auto const workshop = scenarios::read_workshop(file, sheets);
        static_cast<void>(read_request({.file = workshop.study,
                                        .settings = settings,
                                        .seed = std::nullopt,
                                        .replications = std::nullopt}));
    } else if (is_of(kind, scenarios::levers_schema)) {
        static_cast<void>(scenarios::read_levers(file, sheets));
    } else if (is_of(kind, scenarios::canvas_schema)) {
        static_cast<void>(scenarios::read_levers(file));
    } else if (is_of(kind, scenarios::pilot_schema)) {
        auto const pilot =
            scenarios::read_pilot(file, scenarios::read_levers(shipped_subjects(file)));
        static_cast<void>(read_request({.file = pilot.study,
                                        .settings = settings,
                                        .seed = std::nullopt,
                                        .replications = std::nullopt}));
    } else {
        static_cast<void>(read_request({.file = file,
                                        .settings = settings,
                                        .seed = std::nullopt,
                                        .replications = std::nullopt}));
    }
}

} // namespace

ExitCode check(CheckCommand const& command, bool as_json, Console const& console) {
    std::vector<PlacedMessage> messages;
    for (auto const& file : command.files) {
        try {
            read_as_its_kind(file, command.settings);
            if (!as_json) {
                console.out << say(Text::check_passed, console.language,
                                   fmt::arg("file", file.string()))
                            << '\n';
            }
        } catch (scenarios::ScenarioError const& error) {
            for (auto const& finding : error.findings()) {
                messages.push_back({finding.file, finding.line, finding.column, finding.path,
                                    finding.message, finding.hint});
            }
            console.err << error.what() << '\n';
        } catch (InputError const& error) {
            messages.push_back({file.string(), 1, 1, "", error.what(), ""});
            console.err << error.what() << '\n';
        }
    }
    if (as_json) {
        console.out << findings_json(messages);
    }
    return messages.empty() ? ExitCode::success : ExitCode::input;
}

} // namespace opschaling::app
