#include "app/commands/check.hpp"

#include "app/json/figures_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "scenarios/reader/findings.hpp"

#include <ostream>

namespace opschaling::app {

ExitCode check(CheckCommand const& command, bool as_json, Console const& console) {
    std::vector<PlacedMessage> messages;
    for (auto const& file : command.files) {
        try {
            static_cast<void>(read_request({.file = file,
                                            .settings = command.settings,
                                            .seed = std::nullopt,
                                            .replications = std::nullopt}));
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
